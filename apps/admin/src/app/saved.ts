import { notifications } from "@mantine/notifications"
import { formWords } from "../forms/words.ts"
import { common } from "../words/common.ts"
import type { Words } from "../words/Language.tsx"
import { wantNotices } from "./NoticePlace.tsx"

/** How long it stays, unless it is pointed at. */
const shown = 5_000

let before: string | undefined

/** Takes the notice away, where something is shown once and is not to be covered. */
export const hideSaved = (): void => {
  if (before !== undefined) notifications.hide(before)
  before = undefined
}

/** Says that an act was carried out. There is one such notice at a time: the next takes its place. */
export const saySaved = (say: (words: Words) => string, act: Words): void => {
  hideSaved()
  wantNotices()
  before = notifications.show({
    color: "teal",
    autoClose: shown,
    title: say(formWords.done),
    message: say(act),
    role: "status",
    "aria-live": "polite",
    closeButtonProps: { "aria-label": say(common.close) }
  })
}

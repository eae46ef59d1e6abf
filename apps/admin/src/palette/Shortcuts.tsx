import { type HotkeyItem, useHotkeys } from "@mantine/hooks"
import IconSearch from "@tabler/icons-react/icons/IconSearch"
import { lazy, Suspense } from "react"
import type { Me } from "../api/Session.ts"
import { Icon } from "../design/Icon.tsx"
import { useSay } from "../words/Language.tsx"
import { paletteWords as words } from "./words.ts"

const Palette = lazy(() => import("./Palette.tsx"))
const Help = lazy(() => import("./Help.tsx"))

const fields = ["INPUT", "TEXTAREA", "SELECT"]

/** By the sign, and by the place of the key: on a Thai keyboard these places have other signs. */
const byPlaceToo = (sign: string, place: string, act: (event: KeyboardEvent) => void): Array<HotkeyItem> => [
  [sign, act],
  [place, act, { usePhysicalKeys: true }]
]

const find = () => document.querySelector<HTMLInputElement>("[data-search]")?.focus()

export type Window = "palette" | "help" | undefined

interface ShortcutsProps {
  readonly me: Me
  readonly opened: Window
  readonly onOpen: (window: Window) => void
}

/** The shortcuts of every page, and a field that opens the palette for those who do not know them. */
export const Shortcuts = ({ me, onOpen, opened }: ShortcutsProps) => {
  const say = useSay()
  const close = () => onOpen(undefined)
  const palette = () => onOpen("palette")
  const help = () => onOpen("help")
  useHotkeys(byPlaceToo("mod+K", "mod+K", palette), [])
  useHotkeys(
    [
      ...byPlaceToo("/", "Slash", ({ key }) => (key === "?" ? help() : find())),
      ...byPlaceToo("shift+?", "shift+Slash", help)
    ],
    fields
  )
  return (
    <>
      <button type="button" className="find" onClick={palette} aria-keyshortcuts="Control+K Meta+K" data-palette-button>
        <Icon of={IconSearch} />
        <span>{say(words.open)}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <Suspense fallback={null}>
        {opened === "palette" && <Palette me={me} onClose={close} onHelp={help} />}
        {opened === "help" && <Help onClose={close} />}
      </Suspense>
    </>
  )
}

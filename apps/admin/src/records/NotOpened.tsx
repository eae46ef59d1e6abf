import { Alert, Text } from "@mantine/core"
import { common } from "../words/common.ts"
import { useSay, type Words } from "../words/Language.tsx"
import { commandNamed } from "./Actions.ts"
import type { Asked } from "./Asked.ts"
import { ShutReason } from "./ShutReason.tsx"

const words = {
  title: { th: "เปิดแบบตามลิงก์ไม่ได้", en: "The form of this link cannot be opened" },
  gone: {
    th: "รายการนี้ไม่รอเรื่องนี้แล้ว อาจมีผู้ทำไปแล้ว ดูสิ่งที่ทำได้ในหน้านี้",
    en: "The record does not wait for this any more; somebody may have done it. This page shows what can be done."
  },
  unknown: {
    th: "ลิงก์นี้ไม่ตรงกับการดำเนินการใด ดูสิ่งที่ทำได้ในหน้านี้",
    en: "The link names nothing that can be done here. This page shows what can be done."
  }
} as const satisfies Record<string, Words>

interface NotOpenedProps {
  readonly operation: string
  readonly asked: Exclude<Asked, { readonly _tag: "Open" }>
  readonly onClose: () => void
}

/** Why the form that a link leads to is not open. */
export const NotOpened = ({ asked, onClose, operation }: NotOpenedProps) => {
  const say = useSay()
  const command = commandNamed(operation)
  return (
    <Alert
      color="red"
      variant="outline"
      role="alert"
      mb="md"
      title={say(words.title)}
      withCloseButton
      closeButtonLabel={say(common.close)}
      onClose={onClose}
      data-not-opened={operation}
    >
      {command !== undefined && (
        <Text size="sm" fw={700}>
          {say(command.summary)}
        </Text>
      )}
      {asked._tag === "Shut" ? (
        <ShutReason refusal={asked.action.refusal} />
      ) : (
        <Text size="sm">{say(command === undefined ? words.unknown : words.gone)}</Text>
      )}
    </Alert>
  )
}

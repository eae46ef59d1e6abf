import { Group, Text } from "@mantine/core"
import { Tag } from "../design/Tag.tsx"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { formattedDate } from "./formatting.ts"

const words = {
  late: { th: "เกินกำหนด", en: "Late" },
  due: { th: "ครบกำหนด", en: "Due" }
} as const satisfies Record<string, Words>

interface DueDayProps {
  readonly day: string
  readonly late: boolean
  /** What is due then, where that is not plain. */
  readonly what?: Words
}

const Late = () => {
  const say = useSay()
  return <Tag kind="late">{say(words.late)}</Tag>
}

/** A day in a list by which something is due. */
export const ListedDay = ({ day, late }: Omit<DueDayProps, "what">) => {
  const { language } = useLanguage()
  return (
    <Group gap="xs" data-late={late}>
      {formattedDate(day, language)}
      {late && <Late />}
    </Group>
  )
}

/** Until when something is to be done; what is late says so by a word and a sign. */
export const DueDay = ({ day, late, what }: DueDayProps) => {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <Group gap="xs" data-due={day} data-late={late}>
      {late && <Late />}
      <Text size="sm">
        {what === undefined ? "" : `${say(what)} – `}
        {say(words.due)} {formattedDate(day, language, "long")}
      </Text>
    </Group>
  )
}

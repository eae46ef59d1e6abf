import { Tag } from "../../design/Tag.tsx"
import { formattedInstant } from "../../records/formatting.ts"
import { Section } from "../../records/Section.tsx"
import { useLanguage, useSay, type Words } from "../../words/Language.tsx"
import type { TabProps } from "../tabs.ts"

const words = {
  title: { th: "อุปสรรคที่ยังไม่มีคำตอบ", en: "Problems without an answer" },
  none: { th: "ไม่มีหนังสือแจ้งปัญหาที่รอคำตอบ", en: "No notice of a problem waits for an answer" },
  raised: { th: "แจ้งเมื่อ", en: "Raised" },
  open: { th: "รอคำตอบ", en: "Waits for an answer" }
} as const satisfies Record<string, Words>

/** GRA-4a: problems that were raised in writing and that nobody has answered. */
export const Obstacles = ({ partnership: { delivery } }: Pick<TabProps, "partnership">) => {
  const say = useSay()
  const { language } = useLanguage()
  if (delivery?.notices === undefined) return null
  const open = delivery.notices.filter(({ _tag }) => _tag === "Open")
  return (
    <Section title={words.title}>
      {open.length === 0 && <p className="dimmed">{say(words.none)}</p>}
      {open.map(({ id, raisedAt, text }) => (
        <div key={id}>
          <Tag kind="wait">{say(words.open)}</Tag>
          <div>{text}</div>
          <div className="dimmed">
            {say(words.raised)} {formattedInstant(raisedAt, language)}
          </div>
        </div>
      ))}
    </Section>
  )
}

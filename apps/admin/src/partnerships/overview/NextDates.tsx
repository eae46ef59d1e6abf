import { catalogue } from "@phakhi/domain/catalogue"
import { handlersOn } from "@phakhi/domain/engine/Catalogue"
import { tasksOn } from "@phakhi/domain/engine/Tasks"
import { bangkokDay, fromMillis, type IsoDate, parts } from "@phakhi/domain/kernel/ThaiDate"
import { Option } from "effect"
import { formattedDate } from "../../records/formatting.ts"
import { Section } from "../../records/Section.tsx"
import { useLanguage, useSay, type Words } from "../../words/Language.tsx"
import type { TabProps } from "../tabs.ts"
import { isWhole } from "../whole.ts"

const words = {
  title: { th: "วันสำคัญถัดไป", en: "Next dates" },
  ends: { th: "สิ้นสุดข้อตกลง", en: "The agreement ends" },
  none: { th: "ยังไม่มีวันที่กำหนด", en: "No dates yet" }
} as const satisfies Record<string, Words>

interface Coming {
  readonly day: IsoDate
  readonly what: Words
}

const shown = 4

const comingOf = (partnership: TabProps["partnership"]): ReadonlyArray<Coming> => {
  const { agreement } = partnership
  const now = Option.getOrThrow(fromMillis(Date.now()))
  const today = bangkokDay(now)
  const tasks = isWhole(partnership)
    ? tasksOn(handlersOn(catalogue, "partnership"), partnership, { now, today }).tasks
    : []
  const due = tasks.flatMap(({ due: day, words: what }) => (day == null || day < today ? [] : [{ day, what }]))
  const end = agreement?.terms.period.to
  return [...due, ...(end === undefined || end < today ? [] : [{ day: end, what: words.ends }])]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .filter(({ what }, index, all) => all.findIndex((other) => other.what.th === what.th) === index)
    .slice(0, shown)
}

/** What comes up, the nearest first. */
export const NextDates = ({ partnership }: Pick<TabProps, "partnership">) => {
  const say = useSay()
  const { language } = useLanguage()
  const coming = comingOf(partnership)
  return (
    <Section title={words.title}>
      {coming.length === 0 && <p className="dimmed">{say(words.none)}</p>}
      <ul className="plain-list dates">
        {coming.map(({ day, what }) => (
          <li key={`${day}${what.th}`}>
            <span className="date-day">
              <b>{parts(day).day}</b>
              <span className="dimmed">{formattedDate(day, language).replace(/^\d+\s/u, "")}</span>
            </span>
            <span>{say(what)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

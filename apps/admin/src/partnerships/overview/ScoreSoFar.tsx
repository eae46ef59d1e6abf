import { formatFour } from "@phakhi/domain/plans/Decimal"
import { valueOf } from "../../records/Labels.ts"
import { Section } from "../../records/Section.tsx"
import { useSay, type Words } from "../../words/Language.tsx"
import type { TabProps } from "../tabs.ts"

const words = {
  title: { th: "คะแนนล่าสุด", en: "Latest score" },
  of: { th: "จาก 5", en: "of 5" },
  none: { th: "ยังไม่มีผลประเมินที่ยอมรับแล้ว", en: "No evaluation accepted yet" }
} as const satisfies Record<string, Words>

/** The final score of the last accepted evaluation, on the scale from 1 to 5. */
export const ScoreSoFar = ({ partnership: { evaluations } }: Pick<TabProps, "partnership">) => {
  const say = useSay()
  const last = evaluations.findLast(({ status }) => status === "accepted")
  const score = last?.final?.final
  if (last === undefined || score == null)
    return (
      <Section title={words.title}>
        <p className="dimmed">{say(words.none)}</p>
      </Section>
    )
  const written = formatFour(score)
  const place = 10 + ((Number(written) - 1) / 4) * 200
  return (
    <Section title={words.title}>
      <div>
        <span className="large-figure">{written}</span> <span className="dimmed">{say(words.of)}</span>
        <div className="dimmed">{say(valueOf("partnership", "step", last.step))}</div>
      </div>
      <svg viewBox="0 0 220 34" className="score-scale" aria-hidden="true">
        <line x1="10" x2="210" y1="12" y2="12" className="score-line" />
        <circle cx={place} cy="12" r="6" className="score-mark" />
        {[1, 2, 3, 4, 5].map((level) => (
          <text key={level} x={10 + (level - 1) * 50} y="31" textAnchor="middle">
            {level}
          </text>
        ))}
      </svg>
    </Section>
  )
}

import { format } from "@phakhi/domain/kernel/Money"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import "./charts.css"

/** In satang. What is paid holds what is spent; what is committed holds both and what is prepared. */
export interface MoneyParts {
  readonly committed: bigint
  readonly prepared: bigint
  readonly paid: bigint
  readonly spent: bigint
}

const words = {
  spent: { th: "ใช้จริงแล้ว", en: "Spent" },
  paid: { th: "จ่ายแล้ว ยังไม่ใช้", en: "Paid, not spent" },
  prepared: { th: "รออนุมัติจ่าย", en: "Waits for approval" },
  committed: { th: "ผูกพัน ยังไม่จ่าย", en: "Committed, not paid" },
  none: { th: "ยังไม่ผูกพันวงเงิน", en: "No money committed yet" }
} as const satisfies Record<string, Words>

const kinds = ["spent", "paid", "prepared", "committed"] as const

const least = (value: bigint): bigint => (value < 0n ? 0n : value)

const shares = ({ committed, paid, prepared, spent }: MoneyParts) => ({
  spent,
  paid: least(paid - spent),
  prepared,
  committed: least(committed - paid - prepared)
})

/** Money from dark to light: spent, paid, prepared (hatched), committed; under it each with its sum. */
export const MoneyBar = ({ parts, small = false }: { readonly parts: MoneyParts; readonly small?: boolean }) => {
  const say = useSay()
  const { language } = useLanguage()
  const each = shares(parts)
  const whole = kinds.reduce((sum, kind) => sum + each[kind], 0n)
  if (whole === 0n) return <p className="dimmed">{say(words.none)}</p>
  const percent = (part: bigint) => Number((part * 10_000n) / whole) / 100
  let from = 0
  const placed = kinds.map((kind) => {
    const width = percent(each[kind])
    from += width
    return { kind, from: from - width, width }
  })
  const said = kinds.map((kind) => `${say(words[kind])} ${format(each[kind], language)}`).join(", ")
  return (
    <figure className="money" data-small={small}>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={said}>
        <defs>
          <pattern id="hatched" width="2" height="2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="2" height="2" className="money-hatch-ground" />
            <rect width="1" height="2" className="money-hatch" />
          </pattern>
        </defs>
        {placed.map(({ from: x, kind, width }) => (
          <rect key={kind} x={x} width={width} height="10" className={`money-${kind}`} />
        ))}
      </svg>
      {!small && (
        <figcaption>
          {kinds
            .filter((kind) => each[kind] > 0n)
            .map((kind) => (
              <span key={kind} className="legend">
                <svg viewBox="0 0 10 10" aria-hidden="true">
                  <rect width="10" height="10" rx="2" className={`money-${kind}`} />
                </svg>
                {say(words[kind])} {format(each[kind], language)}
              </span>
            ))}
        </figcaption>
      )}
    </figure>
  )
}

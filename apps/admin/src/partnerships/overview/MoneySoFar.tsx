import { spentTotal } from "@phakhi/domain/delivery/Report"
import { balances } from "@phakhi/domain/funding/Balances"
import { format } from "@phakhi/domain/kernel/Money"
import type { Partnership } from "@phakhi/domain/partnerships/Partnership"
import { Figure } from "../../design/Figure.tsx"
import { MoneyBar } from "../../design/MoneyBar.tsx"
import { Section } from "../../records/Section.tsx"
import { useLanguage, useSay, type Words } from "../../words/Language.tsx"

const words = {
  title: { th: "เงิน", en: "Money" },
  value: { th: "มูลค่าข้อตกลง", en: "Value of the agreement" },
  committed: { th: "ผูกพันแล้ว", en: "Committed" },
  paid: { th: "จ่ายแล้ว", en: "Paid" },
  spent: { th: "ใช้จริงตามรายงาน", en: "Reported as spent" },
  held: { th: "อยู่กับผู้รับมอบ", en: "With the recipient" },
  none: { th: "ยังไม่มีข้อตกลง", en: "No agreement yet" },
  noMoney: { th: "ข้อตกลงไม่มีวงเงิน", en: "The agreement is without money" }
} as const satisfies Record<string, Words>

/** What was agreed, and how far the money has gone. */
export const MoneySoFar = ({
  partnership: { agreement, delivery, funding }
}: {
  readonly partnership: Partnership
}) => {
  const say = useSay()
  const { language } = useLanguage()
  const sums = balances(funding, spentTotal(delivery.reports))
  const baht = (satang: bigint) => format(satang, language)
  const value = agreement?.terms.value
  const agreed = agreement === undefined ? say(words.none) : value === undefined ? say(words.noMoney) : baht(value)
  return (
    <Section title={words.title}>
      <div className="figures">
        <Figure label={say(words.value)} value={agreed} />
        <Figure label={say(words.committed)} value={baht(sums.committed)} />
        <Figure label={say(words.paid)} value={baht(sums.paid)} />
        <Figure label={say(words.spent)} value={baht(sums.spent)} />
        <Figure label={say(words.held)} value={baht(sums.held)} />
      </div>
      <MoneyBar parts={sums} />
    </Section>
  )
}

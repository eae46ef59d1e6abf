import { Stack, Text } from "@mantine/core"
import { erasedText } from "@phakhi/domain/kernel/Personal"
import { Facts } from "../records/Facts.tsx"
import { FieldsView } from "../records/FieldsView.tsx"
import { formattedDate, formattedInstant } from "../records/formatting.ts"
import { RecordName } from "../records/RecordName.tsx"
import { Section } from "../records/Section.tsx"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { Amendments } from "./Amendments.tsx"
import { CommitteeSection } from "./CommitteeSection.tsx"
import type { TabProps } from "./tabs.ts"
import { sides, partnershipWords as words } from "./words.ts"

const states: { readonly [tag: string]: Words } = {
  Draft: { th: "ร่าง", en: "Draft" },
  Signing: { th: "รออีกฝ่ายลงนาม", en: "Waits for the other side's signature" },
  InForce: { th: "มีผลใช้บังคับ", en: "In force" },
  Suspended: { th: "ระงับชั่วคราว", en: "Suspended" },
  Terminated: { th: "เลิกแล้ว", en: "Terminated" }
}
const changeStates = {
  requested: { th: "รอพิจารณา", en: "Waiting" },
  approved: { th: "อนุมัติแล้ว", en: "Approved" },
  declined: { th: "ไม่อนุมัติ", en: "Declined" },
  overtaken: { th: "ตกไปเพราะเนื้อหาข้อตกลงเปลี่ยนแล้ว", en: "Overtaken by other terms" }
} as const satisfies Record<string, Words>

export const AgreementTab = ({ partnership, view }: TabProps) => {
  const say = useSay()
  const { language } = useLanguage()
  const { agreement } = partnership
  const wire = (view.data as { readonly agreement?: { readonly terms?: unknown } }).agreement
  if (agreement === undefined) {
    return (
      <Stack gap="lg">
        <Text className="empty">{say(words.noAgreement)}</Text>
        <CommitteeSection partnership={partnership} />
      </Stack>
    )
  }
  const signatures = agreement._tag === "Draft" ? [] : agreement.signatures
  const signed = agreement._tag === "Draft" || agreement._tag === "Signing" ? undefined : agreement
  return (
    <Stack gap="lg">
      <Section title={words.terms}>
        <Text fw={700}>{say(states[agreement._tag] ?? { th: agreement._tag })}</Text>
        {agreement.terms.value === undefined && <Text data-without-money>{say(words.withoutMoney)}</Text>}
        <FieldsView operation="agreements.draft" value={wire?.terms} />
      </Section>
      <Section title={words.signatures}>
        {signatures.length === 0 ? (
          <Text>{say(words.unsigned)}</Text>
        ) : (
          signatures.map(({ account, at, side, signatory }) => (
            <Text key={side}>
              {say(sides[side] ?? { th: side })}: <RecordName record="account" id={account} withPosition={false} /> (
              {signatory.position ?? say(erasedText)}) –{formattedInstant(at, language)}
            </Text>
          ))
        )}
      </Section>
      {signed?.announcement !== undefined && (
        <Section title={words.announcement}>
          <Text>
            {signed.announcement.where} – {signed.announcement.reference} (
            {formattedInstant(signed.announcement.at, language)})
          </Text>
        </Section>
      )}
      {signed?.renewal !== undefined && (
        <Section title={words.renewal}>
          <Text>
            {formattedDate(signed.renewal.period.from, language)} – {formattedDate(signed.renewal.period.to, language)}:{" "}
            {signed.renewal.reason}
          </Text>
          <Text>
            {say(words.signed)} {say(sides[signed.renewal.signature.side] ?? { th: signed.renewal.signature.side })} –{" "}
            {formattedInstant(signed.renewal.signature.at, language)}
          </Text>
        </Section>
      )}
      {signed?.changes !== undefined && signed.changes.length > 0 && (
        <Section title={words.changes}>
          <Facts
            facts={signed.changes.map(({ conditions, reason, status }) => ({
              label: changeStates[status],
              value: `${reason}\n${conditions.join("\n")}`
            }))}
          />
        </Section>
      )}
      {signed?.amendments !== undefined && <Amendments amendments={signed.amendments} sides={sides} />}
      <CommitteeSection partnership={partnership} />
    </Stack>
  )
}

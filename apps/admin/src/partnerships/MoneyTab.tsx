import { Stack, Table, Text } from "@mantine/core"
import { spentTotal } from "@phakhi/domain/delivery/Report"
import { balances, trancheStatus } from "@phakhi/domain/funding/Balances"
import type { Disbursement } from "@phakhi/domain/funding/Funding"
import { format } from "@phakhi/domain/kernel/Money"
import type { RuleId } from "@phakhi/domain/rules/Catalogue"
import { rule } from "@phakhi/domain/rules/Rules"
import { useQuery } from "@tanstack/react-query"
import { meQuery } from "../api/Session.ts"
import { DataView } from "../records/DataView.tsx"
import { Facts } from "../records/Facts.tsx"
import { formattedInstant } from "../records/formatting.ts"
import { valueOf } from "../records/Labels.ts"
import { RecordName } from "../records/RecordName.tsx"
import { Section } from "../records/Section.tsx"
import { ShutReason } from "../records/ShutReason.tsx"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { gateOf } from "./gate.ts"
import type { TabProps } from "./tabs.ts"
import { isWhole } from "./whole.ts"
import { partnershipWords as words } from "./words.ts"

const balanceWords = {
  committed: { th: "ผูกพันทั้งหมด", en: "Committed" },
  prepared: { th: "รออนุมัติเบิกจ่าย", en: "Waits for approval" },
  paid: { th: "จ่ายแล้ว", en: "Paid" },
  spent: { th: "ผู้รับมอบรายงานว่าใช้แล้ว", en: "Reported as spent" },
  returned: { th: "คืนแล้ว", en: "Returned" },
  carriedOver: { th: "กันไว้ปีถัดไป", en: "Carried over" },
  available: { th: "เบิกจ่ายได้อีก", en: "Still available" },
  held: { th: "อยู่กับผู้รับมอบ ยังไม่ใช้", en: "With the recipient, not spent" }
} as const satisfies Record<string, Words>

const disbursementStates: { readonly [D in Disbursement["_tag"]]: Words } = {
  Prepared: { th: "รออนุมัติ", en: "Waits for approval" },
  Approved: { th: "อนุมัติจ่ายแล้ว", en: "Approved and paid" },
  Rejected: { th: "ไม่อนุมัติ", en: "Rejected" },
  Reversed: { th: "กลับรายการแล้ว", en: "Reversed" }
}
/** Columns of amounts stand to the right, figure under figure. */
const asAmount = (head: Words): { readonly className?: string } =>
  head === words.amount || head === words.paid || head === words.left ? { className: "amount" } : {}

const trancheStates: { readonly [status: string]: Words } = {
  unpaid: { th: "ยังไม่จ่าย", en: "Unpaid" },
  prepared: { th: "รออนุมัติ", en: "Waits for approval" },
  "part-paid": { th: "จ่ายบางส่วน", en: "Part paid" },
  paid: { th: "จ่ายครบ", en: "Paid" }
}

interface GateProps {
  readonly partnership: TabProps["partnership"]
  readonly no: number
}

/** The gate before a tranche: open, or shut with the reason and the rule's own wording. */
const Gate = ({ no, partnership }: GateProps) => {
  const say = useSay()
  const { data: me } = useQuery(meQuery)
  if (me == null || !isWhole(partnership)) return null
  const refusal = gateOf(partnership, no, me.actor, Date.now())
  if (refusal === undefined) return <strong data-gate="open">{say(words.gateOpen)}</strong>
  return (
    <div data-gate="shut">
      <ShutReason refusal={refusal} />
      {refusal.rule !== "" && (
        <details>
          <summary>
            {say(words.wording)} {refusal.rule}
          </summary>
          <Text size="sm">{say(rule(refusal.rule as RuleId).wording)}</Text>
        </details>
      )}
    </div>
  )
}

const Tranches = ({ partnership }: Pick<TabProps, "partnership">) => {
  const { funding } = partnership
  const say = useSay()
  const { language } = useLanguage()
  const whole = isWhole(partnership)
  if (funding.tranches.length === 0) return <Text>{say(words.trancheNone)}</Text>
  return (
    <Table className="rows score" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          {[words.tranche, words.amount, words.step, words.paid, words.left, ...(whole ? [words.gate] : [])].map(
            (head) => (
              <Table.Th key={head.th} {...asAmount(head)}>
                {say(head)}
              </Table.Th>
            )
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {funding.tranches.map((tranche) => {
          const { left, paid, status } = trancheStatus(funding, tranche)
          return (
            <Table.Tr key={tranche.no} data-tranche={tranche.no}>
              <Table.Td data-label={say(words.tranche)}>
                <span>
                  {tranche.no}
                  {tranche.label !== undefined && <Text size="sm">{tranche.label}</Text>}
                </span>
              </Table.Td>
              <Table.Td className="amount" data-label={say(words.amount)}>
                {format(tranche.amount, language)}
              </Table.Td>
              <Table.Td data-label={say(words.step)}>{say(valueOf("partnership", "step", tranche.step))}</Table.Td>
              <Table.Td className="amount" data-label={say(words.paid)}>
                <span>
                  {format(paid, language)}
                  <Text size="sm">{say(trancheStates[status] ?? { th: status })}</Text>
                </span>
              </Table.Td>
              <Table.Td className="amount" data-label={say(words.left)}>
                {format(left, language)}
              </Table.Td>
              {whole && (
                <Table.Td data-label={say(words.gate)}>
                  {status === "paid" ? "–" : <Gate partnership={partnership} no={tranche.no} />}
                </Table.Td>
              )}
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}

const Disbursements = ({ partnership }: Pick<TabProps, "partnership">) => {
  const say = useSay()
  const { language } = useLanguage()
  const { funding } = partnership
  const people = isWhole(partnership) ? [words.prepared, words.approved] : []
  if (funding.disbursements.length === 0) return <Text>{say(words.disbursementNone)}</Text>
  return (
    <Table className="rows score" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          {[words.tranche, words.amount, words.basis, words.approvedAt, ...people].map((head) => (
            <Table.Th key={head.th} {...asAmount(head)}>
              {say(head)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {funding.disbursements.map((disbursement) => (
          <Table.Tr key={disbursement.id}>
            <Table.Td data-label={say(words.tranche)}>
              {disbursement.tranche} – {say(disbursementStates[disbursement._tag])}
              {"reason" in disbursement ? ` (${disbursement.reason})` : ""}
            </Table.Td>
            <Table.Td className="amount" data-label={say(words.amount)}>
              {format(disbursement.amount, language)}
            </Table.Td>
            <Table.Td data-label={say(words.basis)}>
              {disbursement.basis._tag === "FirstTranche"
                ? say(words.firstTranche)
                : `${say(words.accepted)}: ${say(valueOf("partnership", "step", disbursement.basis.step))}`}
            </Table.Td>
            <Table.Td data-label={say(words.approvedAt)}>
              {"approvedAt" in disbursement ? formattedInstant(disbursement.approvedAt, language) : "–"}
            </Table.Td>
            {people.length > 0 && (
              <>
                <Table.Td data-label={say(words.prepared)}>
                  {disbursement.preparedBy === undefined ? (
                    "–"
                  ) : (
                    <RecordName record="account" id={disbursement.preparedBy} />
                  )}
                </Table.Td>
                <Table.Td data-label={say(words.approved)}>
                  {"approvedBy" in disbursement && disbursement.approvedBy !== undefined ? (
                    <RecordName record="account" id={disbursement.approvedBy} />
                  ) : (
                    "–"
                  )}
                </Table.Td>
              </>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

export const MoneyTab = ({ partnership, view }: TabProps) => {
  const say = useSay()
  const { language } = useLanguage()
  const { funding } = partnership
  const stand = isWhole(partnership)
    ? balances(partnership.funding, spentTotal(partnership.delivery.reports))
    : undefined
  const commitments = funding.commitments ?? []
  const closing = (view.data as { readonly funding: { readonly closing: unknown } }).funding.closing
  const closed = (
    <Section title={words.closing}>
      {funding.closing._tag === "Open" ? (
        <Text>{say(words.closingOpen)}</Text>
      ) : (
        <DataView record="partnership" data={closing} />
      )}
    </Section>
  )
  if (partnership.course.withoutMoney === true) {
    return (
      <Stack gap="lg">
        <Text data-without-money>{say(words.withoutMoney)}</Text>
        {closed}
      </Stack>
    )
  }
  return (
    <Stack gap="lg">
      <Section title={words.tranches}>
        <Tranches partnership={partnership} />
      </Section>
      <Section title={words.disbursements}>
        <Disbursements partnership={partnership} />
      </Section>
      {stand !== undefined && (
        <Section title={words.balances}>
          <Facts
            amounts
            facts={(Object.keys(balanceWords) as ReadonlyArray<keyof typeof balanceWords>).map((name) => ({
              label: balanceWords[name],
              value: format(stand[name], language)
            }))}
          />
        </Section>
      )}
      {stand !== undefined && (
        <Section title={words.commitments}>
          {commitments.length === 0 ? (
            <Text>{say(words.commitmentNone)}</Text>
          ) : (
            <Table className="rows" verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{say(words.source)}</Table.Th>
                  <Table.Th className="amount">{say(words.amount)}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {commitments.map(({ amount, source }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: one source may commit the same amount twice
                  <Table.Tr key={index}>
                    <Table.Td data-label={say(words.source)}>
                      <RecordName record="source" id={source} />
                    </Table.Td>
                    <Table.Td className="amount" data-label={say(words.amount)}>
                      {format(amount, language)}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Section>
      )}
      {closed}
    </Stack>
  )
}

import { Group, Stack, Table, Text } from "@mantine/core"
import { catalogue } from "@phakhi/domain/catalogue"
import { readerOf } from "@phakhi/domain/engine/Catalogue"
import { erasedText } from "@phakhi/domain/kernel/Personal"
import type { Organisation } from "@phakhi/domain/parties/Organisation"
import { useQuery } from "@tanstack/react-query"
import { listQuery } from "../api/Records.ts"
import { ActionBar } from "../records/ActionBar.tsx"
import { DataView } from "../records/DataView.tsx"
import { Facts } from "../records/Facts.tsx"
import { FieldsView } from "../records/FieldsView.tsx"
import { formattedDate, formattedMoney } from "../records/formatting.ts"
import { History } from "../records/History.tsx"
import { OperationDrawer } from "../records/OperationDrawer.tsx"
import { RecordHead } from "../records/RecordHead.tsx"
import { RecordName } from "../records/RecordName.tsx"
import type { RecordPageProps } from "../records/RecordPageProps.ts"
import { RowsTable } from "../records/RowsTable.tsx"
import { Section } from "../records/Section.tsx"
import { historyTitle } from "../records/words.ts"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"

const words = {
  particulars: { th: "ข้อมูลองค์กร", en: "Particulars" },
  administration: { th: "ผู้ดูแลระบบขององค์กร", en: "Who administers it" },
  status: { th: "สถานะ", en: "Status" },
  unclaimed: { th: "ยังไม่มีผู้ดูแลระบบของตนเอง", en: "No administrator of its own yet" },
  registeredBy: { th: "ขึ้นทะเบียนโดย", en: "Registered by" },
  mandates: { th: "การมอบอำนาจลงนาม", en: "Mandates to sign" },
  noMandate: {
    th: "ยังไม่มีผู้ได้รับมอบอำนาจ ก่อนลงนามข้อตกลงต้องมอบอำนาจก่อน",
    en: "Nobody has a mandate yet; one is needed before an agreement is signed"
  },
  who: { th: "ผู้รับมอบอำนาจ", en: "Who" },
  position: { th: "ตำแหน่ง", en: "Position" },
  limit: { th: "วงเงินไม่เกิน", en: "Up to" },
  period: { th: "ระยะเวลา", en: "From and to" },
  order: { th: "คำสั่งหรือหนังสือ", en: "Order or letter" },
  policy: { th: "เกณฑ์ของหน่วยงาน", en: "Thresholds of the agency" },
  people: { th: "ผู้ใช้ขององค์กร", en: "People of the organisation" },
  partnerships: { th: "ความร่วมมือที่รับมอบ", en: "Partnerships received" }
} as const satisfies Record<string, Words>

const claimWords: { readonly [Tag in NonNullable<Organisation["claim"]>["_tag"]]: Words } = {
  Invited: { th: "เชิญผู้ดูแลคนแรกแล้ว รอผู้นั้นยื่นคำขอ", en: "The first administrator is invited, and has to claim it" },
  Stated: { th: "รอผู้ใช้อีกคนของหน่วยงานรับรอง", en: "Waits to be verified by another person of the agency" },
  Verified: { th: "มีผู้ดูแลระบบของตนเองแล้ว", en: "Has an administrator of its own" }
}

type Wire = Omit<Organisation, "mandates"> & {
  /** For its own people, and for the agency that looks after it. */
  readonly mandates?: ReadonlyArray<{
    readonly id: string
    readonly account: string
    readonly holder: { readonly position?: string }
    readonly order: string
    readonly limit: { readonly amount: string }
    readonly period: { readonly from: string; readonly to: string }
  }>
}

const Mandates = ({ mandates }: { readonly mandates: NonNullable<Wire["mandates"]> }) => {
  const say = useSay()
  const { language } = useLanguage()
  if (mandates.length === 0) return <Text>{say(words.noMandate)}</Text>
  return (
    <Table className="rows" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          {[words.who, words.position, words.limit, words.period, words.order].map((head) => (
            <Table.Th key={head.th} {...(head === words.limit ? { className: "amount" } : {})}>
              {say(head)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {mandates.map(({ account, holder, id, limit, order, period }) => (
          <Table.Tr key={id}>
            <Table.Td data-label={say(words.who)}>
              <RecordName record="account" id={account} withPosition={false} />
            </Table.Td>
            <Table.Td data-label={say(words.position)}>{holder.position ?? say(erasedText)}</Table.Td>
            <Table.Td className="amount" data-label={say(words.limit)}>
              {formattedMoney(limit.amount, language)}
            </Table.Td>
            <Table.Td data-label={say(words.period)}>
              {formattedDate(period.from, language)} – {formattedDate(period.to, language)}
            </Table.Td>
            <Table.Td data-label={say(words.order)}>{order}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

interface RelatedProps {
  readonly record: string
  readonly column: string
  readonly id: string
  readonly title: Words
}

const Related = ({ column, id, record, title }: RelatedProps) => {
  const reader = readerOf(catalogue, record)
  const plural = reader?.type.plural ?? ""
  const { data: page } = useQuery({
    ...listQuery(plural, { filters: { [column]: [id] } }),
    enabled: reader?.type.columns[column] !== undefined,
    retry: false
  })
  if (page === undefined || page.data.length === 0) return null
  return (
    <Section title={title}>
      <RowsTable record={record} plural={plural} columns={[]} rows={page.data} />
    </Section>
  )
}

/** Who registered it, and how far it has come that it has an administrator of its own. */
const Administration = ({ claim, registeredBy }: Pick<Wire, "claim" | "registeredBy">) => {
  const say = useSay()
  const status = claim?._tag === undefined ? words.unclaimed : claimWords[claim._tag]
  return (
    <Section title={words.administration}>
      <Facts
        facts={[
          { label: words.status, value: say(status) },
          ...(registeredBy === undefined
            ? []
            : [{ label: words.registeredBy, value: <RecordName record="organisation" id={registeredBy} /> }])
        ]}
      />
      <DataView record="organisation" data={claim} />
    </Section>
  )
}

const OrganisationPage = ({ onReload, view }: RecordPageProps) => {
  const { id, mandates, particulars, policy } = view.data as Wire
  return (
    <OperationDrawer view={view} onReload={onReload}>
      <Stack gap="lg">
        <RecordHead view={view} />
        <ActionBar actions={view.actions} />
        <Section title={words.particulars}>
          <FieldsView operation="organisations.change-particulars" value={particulars} />
        </Section>
        <Administration {...(view.data as Wire)} />
        {mandates !== undefined && (
          <Section title={words.mandates}>
            <Mandates mandates={mandates} />
          </Section>
        )}
        {policy !== undefined && (
          <Section title={words.policy}>
            <FieldsView operation="organisations.set-policy" value={policy} />
          </Section>
        )}
        <Group grow align="start">
          <Related record="account" column="organisation" id={id} title={words.people} />
        </Group>
        <Related record="partnership" column="recipient" id={id} title={words.partnerships} />
        <Section title={historyTitle}>
          <History record="organisation" id={id} version={view.version} />
        </Section>
      </Stack>
    </OperationDrawer>
  )
}

export default OrganisationPage

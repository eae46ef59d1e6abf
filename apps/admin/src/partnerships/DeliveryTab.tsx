import { Stack, Table, Text, Title } from "@mantine/core"
import { lessonKinds } from "@phakhi/domain/delivery/Lesson"
import type { Report } from "@phakhi/domain/delivery/Report"
import { format as formatMoney } from "@phakhi/domain/kernel/Money"
import { grouped, measured } from "../evaluations/measured.ts"
import { formattedDate, formattedInstant } from "../records/formatting.ts"
import { RecordName } from "../records/RecordName.tsx"
import { Section } from "../records/Section.tsx"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import type { TabProps } from "./tabs.ts"
import { partnershipWords } from "./words.ts"

const words = {
  no: { th: "ฉบับที่", en: "No." },
  corrects: { th: "แก้ไขฉบับที่", en: "Corrects no." },
  final: { th: "ฉบับสุดท้าย", en: "the last of the term" },
  activity: { th: "กิจกรรม", en: "Activity" },
  planned: { th: "แผน", en: "Planned" },
  spent: { th: "ใช้จริง", en: "Spent" },
  results: { th: "ผลตามตัวชี้วัด", en: "Results by indicator" },
  problems: { th: "ปัญหาและอุปสรรค", en: "Problems" },
  unanswered: { th: "ยังไม่มีผู้ตอบ", en: "Nobody has answered yet" }
} as const satisfies Record<string, Words>

/** What somebody did, where the reader is told who, and where not. */
interface Deed {
  readonly by: Words
  readonly at: Words
}

const deeds = {
  certified: { by: { th: "รับรองโดย", en: "Certified by" }, at: { th: "รับรองเมื่อ", en: "Certified" } },
  raised: { by: { th: "แจ้งโดย", en: "Raised by" }, at: { th: "แจ้งเมื่อ", en: "Raised" } },
  answered: { by: { th: "ตอบโดย", en: "Answered by" }, at: { th: "ตอบเมื่อ", en: "Answered" } }
} as const satisfies Record<string, Deed>

interface SignedProps {
  readonly as?: Deed
  /** Undefined where the reader is not told who it was. */
  readonly by: string | undefined
  readonly at: string
}

const Signed = ({ as, at, by }: SignedProps) => {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <Text size="sm" c="dimmed">
      {as === undefined ? "" : `${say(by === undefined ? as.at : as.by)} `}
      {by !== undefined && (
        <>
          <RecordName record="account" id={by} />
          {" · "}
        </>
      )}
      {formattedInstant(at, language)}
    </Text>
  )
}

const Expenditure = ({ expenditure }: Pick<Report, "expenditure">) => {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <Table className="rows score" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          {[words.activity, words.planned, words.spent].map((head) => (
            <Table.Th key={head.th} {...(head === words.activity ? {} : { className: "amount" })}>
              {say(head)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {expenditure.map(({ activity, planned, spent }) => (
          <Table.Tr key={activity}>
            <Table.Td data-label={say(words.activity)}>{activity}</Table.Td>
            <Table.Td className="amount" data-label={say(words.planned)}>
              {planned === undefined ? "–" : formatMoney(planned, language)}
            </Table.Td>
            <Table.Td className="amount" data-label={say(words.spent)}>
              {formatMoney(spent, language)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

type DeliverySeen = TabProps["partnership"]["delivery"]
type ReportSeen = DeliverySeen["reports"][number]
type NoticeSeen = NonNullable<DeliverySeen["notices"]>[number]

const ReportView = ({ partnership, report }: Pick<TabProps, "partnership"> & { readonly report: ReportSeen }) => {
  const say = useSay()
  const { language } = useLanguage()
  const indicators = partnership.plan?.indicators ?? []
  const { certifiedAt, certifiedBy, expenditure, final, narrative, no, period, problems, replaces, results } = report
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {say(words.no)} {no}: {formattedDate(period.from, language)} – {formattedDate(period.to, language)}
        {final === true ? ` (${say(words.final)})` : ""}
      </Title>
      {replaces !== undefined && (
        <Text size="sm">
          {say(words.corrects)} {replaces}
        </Text>
      )}
      {narrative !== undefined && <Text style={{ whiteSpace: "pre-wrap" }}>{narrative}</Text>}
      {expenditure !== undefined && <Expenditure expenditure={expenditure} />}
      {results.length > 0 && <Text fw={700}>{say(words.results)}</Text>}
      {results.map(({ indicator, value }) => {
        const found = indicators.find(({ id }) => id === indicator)
        return (
          <Text key={indicator} size="sm">
            {found === undefined ? indicator : say(found.name)}:{" "}
            {found === undefined ? grouped(value) : measured(value, found.unit, language)}
          </Text>
        )
      })}
      {problems !== undefined && (
        <Text>
          {say(words.problems)}: {problems}
        </Text>
      )}
      <Signed as={deeds.certified} by={certifiedBy} at={certifiedAt} />
    </Stack>
  )
}

const NoticeView = ({ notice }: { readonly notice: NoticeSeen }) => {
  const say = useSay()
  return (
    <Stack gap={4}>
      <Text style={{ whiteSpace: "pre-wrap" }}>{notice.text}</Text>
      <Signed as={deeds.raised} by={notice.raisedBy} at={notice.raisedAt} />
      {notice._tag === "Open" ? (
        <Text fw={700}>{say(words.unanswered)}</Text>
      ) : (
        notice.answers.map(({ at, by, text }) => (
          <Stack key={at} gap={0} pl="md">
            <Text style={{ whiteSpace: "pre-wrap" }}>{text}</Text>
            <Signed as={deeds.answered} by={by} at={at} />
          </Stack>
        ))
      )}
    </Stack>
  )
}

export const DeliveryTab = ({ partnership }: TabProps) => {
  const say = useSay()
  const { lessons = [], notices = [], reports } = partnership.delivery
  if (reports.length + notices.length + lessons.length === 0) {
    return <Text className="empty">{say(partnershipWords.deliveryNone)}</Text>
  }
  return (
    <Stack gap="lg">
      {reports.length > 0 && (
        <Section title={partnershipWords.reports}>
          {[...reports].reverse().map((report) => (
            <ReportView key={report.id} report={report} partnership={partnership} />
          ))}
        </Section>
      )}
      {notices.length > 0 && (
        <Section title={partnershipWords.notices}>
          {[...notices].reverse().map((notice) => (
            <NoticeView key={notice.id} notice={notice} />
          ))}
        </Section>
      )}
      {lessons.length > 0 && (
        <Section title={partnershipWords.lessons}>
          {[...lessons].reverse().map(({ at, by, kind, text }) => (
            <Stack key={`${at}${text}`} gap={4}>
              <Text style={{ whiteSpace: "pre-wrap" }}>
                <strong>{say(lessonKinds[kind])}</strong>: {text}
              </Text>
              <Signed by={by} at={at} />
            </Stack>
          ))}
        </Section>
      )}
    </Stack>
  )
}

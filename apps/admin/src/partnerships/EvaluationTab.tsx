import { Card, Group, Stack, Text, Title } from "@mantine/core"
import type { Finding } from "@phakhi/domain/evaluation/Evaluation"
import type { Scored } from "@phakhi/domain/evaluation/Scoring"
import { composedOf } from "@phakhi/domain/processes/Course"
import { Tag } from "../design/Tag.tsx"
import { grouped } from "../evaluations/measured.ts"
import { ScoreTable, Total } from "../evaluations/ScoreTable.tsx"
import { formattedDate, formattedInstant } from "../records/formatting.ts"
import { RecordName } from "../records/RecordName.tsx"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { Assigned } from "./Assigned.tsx"
import type { TabProps } from "./tabs.ts"
import { isWhole } from "./whole.ts"
import { partnershipWords } from "./words.ts"

const kinds = { open: "wait", returned: "late", accepted: "done" } as const

const words = {
  open: { th: "รอยอมรับ", en: "Waits to be accepted" },
  returned: { th: "ส่งกลับ", en: "Sent back" },
  accepted: { th: "ยอมรับแล้ว", en: "Accepted" },
  self: { th: "คะแนนที่ผู้รับมอบประเมินตนเอง", en: "The recipient's own score" },
  internal: { th: "ผู้ประเมินภายใน", en: "Internal evaluator" },
  external: { th: "ผู้ประเมินภายนอก", en: "External evaluator" },
  final: { th: "คะแนนสุดท้าย", en: "Final score" },
  visit: { th: "ลงพื้นที่", en: "Site visit" },
  noVisit: { th: "ไม่ได้ลงพื้นที่", en: "No site visit" },
  by: { th: "โดย", en: "by" },
  withheld: {
    th: "ก่อนยอมรับผล คะแนนและข้อค้นพบเปิดเฉพาะคู่ความร่วมมือ คะแนนสุดท้ายเปิดเผยเมื่อยอมรับผลแล้ว",
    en: "Until it is accepted, scores and findings are open to the parties only; then the final score is public"
  },
  recommendations: { th: "ข้อเสนอแนะ", en: "Recommendations" }
} as const satisfies Record<string, Words>

const FindingCard = ({ finding, partnership }: { readonly finding: Finding } & Pick<TabProps, "partnership">) => {
  const say = useSay()
  const { language } = useLanguage()
  const valueOf = (id: string) => finding.results.find(({ indicator }) => indicator === id)?.value
  return (
    <Stack gap="xs">
      <Text fw={700}>
        {say(words[finding.method])} – <RecordName record="account" id={finding.by} /> (
        {formattedInstant(finding.at, language)})
      </Text>
      <Text size="sm">
        {finding.siteVisit === undefined
          ? `${say(words.noVisit)}: ${finding.noVisitReason ?? "–"}`
          : `${say(words.visit)}: ${formattedDate(finding.siteVisit, language, "long")}`}
      </Text>
      <Text>{finding.findings}</Text>
      <ScoreTable
        indicators={partnership.plan?.indicators ?? []}
        scored={finding.scored}
        result={({ id }) => {
          const value = valueOf(id)
          return value === undefined ? "–" : grouped(value)
        }}
      />
      <Total scored={finding.scored} />
    </Stack>
  )
}

const Kept = ({ scored, title }: { readonly title: Words; readonly scored: Scored | undefined }) => {
  const say = useSay()
  return scored === undefined ? null : (
    <Group gap="xs">
      <Text fw={700}>{say(title)}:</Text>
      <Total scored={scored} />
    </Group>
  )
}

const EvaluationCard = ({
  evaluation,
  partnership
}: { readonly evaluation: TabProps["partnership"]["evaluations"][number] } & Pick<TabProps, "partnership">) => {
  const say = useSay()
  const step = composedOf(partnership.course).byKey.get(evaluation.step)
  return (
    <Card withBorder component="section">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={3} size="h4">
            {evaluation.step} {step === undefined ? "" : say(step.label)}
          </Title>
          <Tag kind={kinds[evaluation.status]}>{say(words[evaluation.status])}</Tag>
        </Group>
        {evaluation.returnedReason !== undefined && <Text>{evaluation.returnedReason}</Text>}
        <Kept title={words.self} scored={evaluation.self} />
        {(evaluation.findings ?? []).map((finding) => (
          <FindingCard key={`${finding.method}${finding.at}`} finding={finding} partnership={partnership} />
        ))}
        <Kept title={words.final} scored={evaluation.final} />
        {evaluation.final === undefined && !isWhole(partnership) && <Text c="dimmed">{say(words.withheld)}</Text>}
        {evaluation.acceptedBy !== undefined && (
          <Text size="sm">
            {say(words.accepted)} {say(words.by)} <RecordName record="account" id={evaluation.acceptedBy} />
          </Text>
        )}
        {evaluation.recommendations !== undefined && (
          <Text size="sm">
            {say(words.recommendations)}: {evaluation.recommendations}
          </Text>
        )}
      </Stack>
    </Card>
  )
}

export const EvaluationTab = ({ actions, partnership }: TabProps) => {
  const say = useSay()
  return (
    <Stack gap="lg">
      <Assigned actions={actions} assignments={partnership.assignments ?? []} />
      {partnership.evaluations.length === 0 && <Text className="empty">{say(partnershipWords.evaluationNone)}</Text>}
      {partnership.evaluations.map((evaluation) => (
        <EvaluationCard key={evaluation.id} evaluation={evaluation} partnership={partnership} />
      ))}
    </Stack>
  )
}

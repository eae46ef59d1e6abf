import { Button, Card, Group, List, Stack, Text, Title } from "@mantine/core"
import { type Answers, QuestionId } from "@phakhi/domain/models/Answers"
import { questions } from "@phakhi/domain/models/Criteria"
import { type ModelId, models } from "@phakhi/domain/models/Models"
import { type RankedModel, type Reason, recommend } from "@phakhi/domain/models/Recommendation"
import { Tag } from "../design/Tag.tsx"
import type { Draft } from "../forms/Draft.ts"
import { RuleLink } from "../rules/RuleLink.tsx"
import { useSay, type Words } from "../words/Language.tsx"

const words = {
  title: { th: "ข้อแนะนำ", en: "Recommendation" },
  answerAll: { th: "ตอบครบทั้งหกข้อแล้วข้อแนะนำจะแสดงที่นี่", en: "Answer all six and the recommendation appears here" },
  first: { th: "แนะนำ", en: "Recommended" },
  place: { th: "อันดับ", en: "Place" },
  points: { th: "คะแนน", en: "points" },
  inFavour: { th: "เหตุผลสนับสนุน", en: "Reasons for" },
  against: { th: "เหตุผลคัดค้าน", en: "Reasons against" },
  none: { th: "ไม่มี", en: "None" },
  changes: { th: "คำตอบใดเปลี่ยนแล้วผลจะเปลี่ยน", en: "What would change the answer" },
  noChange: { th: "ไม่มีคำตอบข้อใดข้อเดียวที่เปลี่ยนผลได้", en: "No single other answer would change it" },
  ifSo: { th: "หาก", en: "If" },
  then: { th: "จะแนะนำ", en: "it would recommend" },
  choose: { th: "เลือกรูปแบบนี้", en: "Choose this model" },
  override: {
    th: "ท่านเลือกต่างจากข้อแนะนำ ต้องเขียนเหตุผลด้านล่าง",
    en: "You choose other than recommended: write the reason below"
  }
} as const satisfies Record<string, Words>

const answersIn = (draft: Draft): Answers | undefined => {
  const answers = Object.fromEntries(QuestionId.literals.map((id) => [id, draft[id]]))
  return QuestionId.literals.every((id) => String(draft[id] ?? "") in questions[id].choices)
    ? (answers as unknown as Answers)
    : undefined
}

const Reasons = ({ reasons, title }: { readonly reasons: ReadonlyArray<Reason>; readonly title: Words }) => {
  const say = useSay()
  return (
    <div>
      <Text size="sm" fw={700}>
        {say(title)}
      </Text>
      {reasons.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say(words.none)}
        </Text>
      ) : (
        <List size="sm" withPadding>
          {reasons.map(({ criterion, points, rule, text }) => (
            <List.Item key={`${rule}${criterion.th}`}>
              {say(text)} ({points > 0 ? `+${points}` : points}) <RuleLink id={rule} />
            </List.Item>
          ))}
        </List>
      )}
    </div>
  )
}

interface RankedProps {
  readonly ranked: RankedModel
  readonly chosen: boolean
  readonly onChoose: () => void
}

const Ranked = ({
  chosen,
  onChoose,
  ranked: { model, name, points, rank, reasonsAgainst, reasonsFor, rule }
}: RankedProps) => {
  const say = useSay()
  return (
    <Card withBorder padding="sm" data-rank={rank} data-model={model}>
      <Stack gap="xs">
        <Group justify="space-between" align="start">
          <Text fw={700}>
            {say(words.place)} {rank}: {say(name)} <RuleLink id={rule} />
          </Text>
          <Group gap="xs">
            {rank === 1 && <Tag kind="turn">{say(words.first)}</Tag>}
            <Text size="sm">
              {points} {say(words.points)}
            </Text>
          </Group>
        </Group>
        <Reasons title={words.inFavour} reasons={reasonsFor} />
        <Reasons title={words.against} reasons={reasonsAgainst} />
        <Group>
          <Button size="xs" variant={chosen ? "filled" : "default"} aria-pressed={chosen} onClick={onChoose}>
            {say(words.choose)}
          </Button>
        </Group>
      </Stack>
    </Card>
  )
}

interface RecommendationPanelProps {
  readonly draft: Draft
  readonly onChoose: (model: ModelId) => void
}

/** All three models in order, from the answers typed so far: the domain ranks them here in the browser. */
export const RecommendationPanel = ({ draft, onChoose }: RecommendationPanelProps) => {
  const say = useSay()
  const answers = answersIn(draft)
  if (answers === undefined) {
    return (
      <Text className="empty" role="status">
        {say(words.answerAll)}
      </Text>
    )
  }
  const { changes, ranking } = recommend(answers)
  const chosen = draft["model"]
  return (
    <Stack gap="sm" aria-live="polite" component="section" aria-label={say(words.title)}>
      <Title order={3} size="h4">
        {say(words.title)}
      </Title>
      {ranking.map((ranked) => (
        <Ranked
          key={ranked.model}
          ranked={ranked}
          chosen={chosen === ranked.model}
          onChoose={() => onChoose(ranked.model)}
        />
      ))}
      {typeof chosen === "string" && chosen !== "" && chosen !== ranking[0].model && (
        <Text fw={700}>{say(words.override)}</Text>
      )}
      <details>
        <summary>{say(words.changes)}</summary>
        {changes.length === 0 ? (
          <Text size="sm">{say(words.noChange)}</Text>
        ) : (
          <List size="sm" withPadding>
            {changes.map(({ answer, first, label, question }) => (
              <List.Item key={`${question}${answer}`}>
                {say(words.ifSo)} {say(questions[question].label)} = “{say(label)}” {say(words.then)}{" "}
                <strong>{say(models[first].name)}</strong>
              </List.Item>
            ))}
          </List>
        )}
      </details>
    </Stack>
  )
}

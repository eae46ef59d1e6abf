import { Box, Group, Stack, Text } from "@mantine/core"
import type { Action } from "@phakhi/domain/engine/View"
import { type Answer, type Question, standing, tree, type Verdict, verdicts } from "@phakhi/domain/missions/Review"
import { rule } from "@phakhi/domain/rules/Rules"
import IconArrowRight from "@tabler/icons-react/icons/IconArrowRight"
import { Icon } from "../design/Icon.tsx"
import { Tag } from "../design/Tag.tsx"
import { ActionButton } from "../records/ActionBar.tsx"
import { commandNamed, isNext } from "../records/Actions.ts"
import { RuleLink } from "../rules/RuleLink.tsx"
import { useSay } from "../words/Language.tsx"
import { AnswerButtons } from "./AnswerButtons.tsx"
import { missionWords as words } from "./words.ts"

interface ReviewTreeProps {
  readonly answers: ReadonlyArray<Answer>
  /** Whether the verdict stands on record. */
  readonly concluded: boolean
  readonly actions: ReadonlyArray<Action>
}

interface VerdictNodeProps {
  readonly verdict: Verdict
  readonly reached: boolean
}

const VerdictNode = ({ reached, verdict }: VerdictNodeProps) => {
  const say = useSay()
  const { opens } = verdicts[verdict]
  return (
    <Box className={reached ? "verdict reached" : "verdict"} data-verdict={verdict} data-reached={reached}>
      <Text size="sm" fw={reached ? 700 : 400}>
        {say(verdicts[verdict])}
      </Text>
      {reached && <Tag kind={opens ? "done" : "shut"}>{say(opens ? words.opens : words.shut)}</Tag>}
    </Box>
  )
}

interface QuestionNodeProps {
  readonly question: Question
  readonly answer: Answer | undefined
  readonly current: boolean
  readonly reached: Verdict | undefined
  readonly actions: ReadonlyArray<Action>
}

const QuestionNode = ({ actions, answer, current, question, reached }: QuestionNodeProps) => {
  const say = useSay()
  const branches = tree[question]
  const sideways = (["yes", "no"] as const).flatMap((way) => {
    const branch = branches[way]
    return "verdict" in branch ? [{ way, verdict: branch.verdict }] : []
  })
  const state = answer !== undefined ? "taken" : current ? "current" : "ahead"
  return (
    <li
      className={`question ${state}`}
      data-question={question}
      data-state={state}
      {...(current ? { "aria-current": "step" as const } : {})}
    >
      <Group align="start" gap="md" wrap="wrap">
        <Box className="asked">
          <Group gap="xs" mb={4}>
            <RuleLink id={question} />
            {answer !== undefined && (
              <Text size="sm" fw={700}>
                {say(words.answered)}: {say(answer.answer ? words.yes : words.no)}
              </Text>
            )}
            {current && <Tag kind="turn">{say(words.current)}</Tag>}
          </Group>
          <Text>{say(rule(question).wording)}</Text>
          {answer?.reason !== undefined && (
            <Text size="sm" c="dimmed">
              {say(words.reason)}: {answer.reason}
            </Text>
          )}
          {current && <AnswerButtons question={question} actions={actions} />}
        </Box>
        <Stack gap={6} className="sideways">
          {sideways.map(({ verdict, way }) => (
            <Group key={way} gap="xs" wrap="nowrap" align="start">
              <Text size="sm" style={{ whiteSpace: "nowrap" }}>
                {say(way === "yes" ? words.yes : words.no)} <Icon of={IconArrowRight} />
              </Text>
              <VerdictNode verdict={verdict} reached={reached === verdict && answer?.answer === (way === "yes")} />
            </Group>
          ))}
        </Stack>
      </Group>
    </li>
  )
}

/** The questions in the order of the figure: the path taken, where it stands, and where each answer would lead. */
export const ReviewTree = ({ actions, answers, concluded }: ReviewTreeProps) => {
  const say = useSay()
  const at = standing(answers)
  const reached = "verdict" in at ? at.verdict : undefined
  const openReview = actions.some(({ allowed, operation }) => allowed && operation === "missions.answer")
  return (
    <Stack gap="sm">
      <ol className="review" aria-label={say(words.tree)}>
        {(Object.keys(tree) as ReadonlyArray<Question>).map((question) => (
          <QuestionNode
            key={question}
            question={question}
            answer={answers.find((answer) => answer.question === question)}
            current={openReview && "question" in at && at.question === question}
            reached={reached}
            actions={actions}
          />
        ))}
      </ol>
      {reached !== undefined && !concluded && <Text role="status">{say(words.reached)}</Text>}
      <Group gap="xs">
        {actions
          .filter(
            ({ allowed, operation }) =>
              allowed && (operation === "missions.conclude-review" || operation === "missions.take-back-answer")
          )
          .map((action) => (
            <ActionButton
              key={action.operation}
              action={action}
              primary={isNext(action)}
              label={commandSummary(action.operation)}
            />
          ))}
      </Group>
    </Stack>
  )
}

const commandSummary = (name: string) => commandNamed(name)?.summary ?? { th: name, en: name }

import { Box, Group, Stack, Text, Title } from "@mantine/core"
import type { Stand } from "@phakhi/domain/processes/Course"
import { rule } from "@phakhi/domain/rules/Rules"
import { Tag, type TagKind } from "../design/Tag.tsx"
import { ActionButton } from "../records/ActionBar.tsx"
import type { Action } from "../records/Actions.ts"
import { commandNamed } from "../records/Actions.ts"
import { ShutReason } from "../records/ShutReason.tsx"
import { RuleLink } from "../rules/RuleLink.tsx"
import { useSay } from "../words/Language.tsx"
import { type Task, tasksByLane } from "./Steps.ts"
import { laneWords, stepStatus, partnershipWords as words } from "./words.ts"

const kinds: { readonly [S in Task["status"]]: TagKind } = {
  open: "turn",
  half: "wait",
  waiting: "shut",
  done: "done",
  skipped: "plain",
  waived: "plain"
}

const TaskRow = ({ task: { actions, status, step, waitsFor } }: { readonly task: Task }) => {
  const say = useSay()
  const able = actions.filter(({ allowed }) => allowed)
  const shut = actions.filter(({ allowed, refusal }) => !allowed && refusal?.kind !== "forbidden")
  return (
    <li className={`task ${status}`} data-step={step.key} data-status={status}>
      <Group justify="space-between" align="start" wrap="nowrap" gap="md">
        <Text>{say(step.label)}</Text>
        <Tag kind={kinds[status]}>{say(stepStatus[status])}</Tag>
      </Group>
      {waitsFor.length > 0 && (
        <Text size="sm">
          {say(words.waitsFor)}: {waitsFor.map((blocker) => say(blocker.label)).join(" · ")}
        </Text>
      )}
      {able.length > 0 && (
        <Group gap="xs" mt={6}>
          {able.map((action) => (
            <ActionButton
              key={`${action.operation}${String(action.target?.value ?? "")}`}
              action={action}
              size="xs"
              label={commandNamed(action.operation)?.summary ?? step.label}
            />
          ))}
        </Group>
      )}
      {shut.map((action) => (
        <div key={`${action.operation}${String(action.target?.value ?? "")}`}>
          <ShutReason refusal={action.refusal} />
        </div>
      ))}
      {status !== "done" && (
        <details>
          <summary>
            <Text span size="sm">
              {say(words.wording)} {step.rule}
            </Text>
          </summary>
          <Text size="sm">
            {say(rule(step.rule).wording)} <RuleLink id={step.rule} />
          </Text>
        </details>
      )}
    </li>
  )
}

interface TaskListProps {
  readonly course: Stand
  readonly actions: ReadonlyArray<Action>
}

/** Every step as a task of the side whose work it is, with the reason where it cannot start. */
export const TaskList = ({ actions, course }: TaskListProps) => {
  const say = useSay()
  return (
    <Stack gap="lg">
      {tasksByLane(course, actions).map(({ lane, tasks }) => (
        <Box key={lane} component="section" aria-label={say(laneWords[lane] ?? { th: lane })}>
          <Title order={3} size="h4" mb={4}>
            {say(laneWords[lane] ?? { th: lane })} ({tasks.filter(({ status }) => status === "done").length}/
            {tasks.length})
          </Title>
          <ul className="tasks">
            {tasks.map((task) => (
              <TaskRow key={task.step.key} task={task} />
            ))}
          </ul>
        </Box>
      ))}
    </Stack>
  )
}

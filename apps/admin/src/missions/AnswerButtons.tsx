import { Button, Group, Stack, Textarea } from "@mantine/core"
import type { Action } from "@phakhi/domain/engine/View"
import type { Question } from "@phakhi/domain/missions/Review"
import { useState } from "react"
import { Refusal } from "../forms/Refusal.tsx"
import { useSending } from "../forms/useSending.ts"
import { commandNamed } from "../records/Actions.ts"
import { useOffered } from "../records/OperationDrawer.tsx"
import { common } from "../words/common.ts"
import { useSay } from "../words/Language.tsx"
import { missionWords as words } from "./words.ts"

interface AnswerButtonsProps {
  readonly question: Question
  readonly actions: ReadonlyArray<Action>
}

/** Answers the question at hand where it stands in the tree; it can be taken back until the review is concluded. */
export const AnswerButtons = ({ actions, question }: AnswerButtonsProps) => {
  const action = actions.find(({ allowed, operation }) => allowed && operation === "missions.answer")
  const operation = commandNamed(action?.operation ?? "")
  return operation === undefined ? null : <Answering key={question} question={question} operation={operation} />
}

interface AnsweringProps {
  readonly question: Question
  readonly operation: Parameters<typeof useSending>[0]["operation"]
}

const Answering = ({ operation, question }: AnsweringProps) => {
  const say = useSay()
  const { view } = useOffered()
  const [reason, setReason] = useState("")
  const { busy, problem, send, unreachable } = useSending({ operation, view })
  const answer = (said: boolean) =>
    void send({ question, answer: said, ...(reason.trim() === "" ? {} : { reason: reason.trim() }) })
  return (
    <Stack gap="xs" mt="xs">
      <Textarea
        label={`${say(words.reason)} (${say(common.optional)})`}
        autosize
        minRows={1}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {problem !== undefined && <Refusal problem={problem} />}
      {unreachable && <span role="alert">{say(common.unreachable)}</span>}
      <Group gap="xs">
        <Button loading={busy} data-operation={operation.name} data-target="" onClick={() => answer(true)}>
          {say(words.yes)}
        </Button>
        <Button
          loading={busy}
          variant="outline"
          data-operation={operation.name}
          data-target=""
          onClick={() => answer(false)}
        >
          {say(words.no)}
        </Button>
      </Group>
    </Stack>
  )
}

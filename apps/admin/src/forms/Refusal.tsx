import { Alert, Button, Group, Text } from "@mantine/core"
import type { Problem } from "../api/Api.ts"
import { RuleLink } from "../rules/RuleLink.tsx"
import { common } from "../words/common.ts"
import { useSay } from "../words/Language.tsx"
import { formWords } from "./words.ts"

interface RefusalProps {
  readonly problem: Problem
  readonly onReload?: () => void
  readonly onRetry?: () => void
}

/** Why it was not carried out, in the domain's words, with the rule and the way on. */
export const Refusal = ({ onReload, onRetry, problem }: RefusalProps) => {
  const say = useSay()
  const { kind, rule } = problem
  return (
    <Alert
      color={kind === "busy" || kind === "stale" ? "yellow" : "red"}
      variant="outline"
      title={say(kind === "stale" ? formWords.stale : formWords.refused)}
      role="alert"
      data-refusal={problem.tag}
    >
      <Text size="sm">{say(problem)}</Text>
      <Group gap="sm" mt="xs">
        <RuleLink id={rule ?? ""} />
        {kind === "stale" && onReload !== undefined && (
          <Button size="xs" variant="outline" onClick={onReload}>
            {say(formWords.staleReload)}
          </Button>
        )}
        {kind === "busy" && onRetry !== undefined && (
          <Button size="xs" variant="outline" onClick={onRetry}>
            {say(common.retry)}
          </Button>
        )}
      </Group>
    </Alert>
  )
}

import { Text } from "@mantine/core"
import type { Action } from "@phakhi/domain/engine/View"
import { RuleLink } from "../rules/RuleLink.tsx"
import { useSay } from "../words/Language.tsx"

/** Why an operation is refused now: in the domain's words, with the rule. */
export const ShutReason = ({ refusal }: { readonly refusal: Action["refusal"] }) => {
  const say = useSay()
  return refusal === undefined ? null : (
    <Text size="sm" span data-shut={refusal.tag}>
      {say(refusal)} <RuleLink id={refusal.rule} />
    </Text>
  )
}

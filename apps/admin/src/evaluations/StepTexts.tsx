import { List } from "@mantine/core"
import type { Scale } from "@phakhi/domain/plans/Scale"
import { useSay } from "../words/Language.tsx"

/** What each level of a step type asks; nothing for other scales, and for plans that state none. */
export const StepTexts = ({ scale }: { readonly scale: Scale }) => {
  const say = useSay()
  if (scale._tag !== "FiveLevelStep" || scale.steps === undefined) return null
  return (
    <List type="ordered" size="sm" withPadding>
      {scale.steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step's place is its level
        <List.Item key={index}>{say(step)}</List.Item>
      ))}
    </List>
  )
}

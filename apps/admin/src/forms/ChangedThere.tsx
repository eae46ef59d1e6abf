import { Alert, Button, Group } from "@mantine/core"
import type { Field } from "@phakhi/domain/kernel/Field"
import { FieldValue } from "../records/FieldValue.tsx"
import { useSay } from "../words/Language.tsx"
import type { Draft } from "./Draft.ts"
import { readDraft } from "./Reading.ts"
import { formWords } from "./words.ts"

interface ChangedThereProps {
  readonly field: Field
  /** What the record says now, as a draft has it. */
  readonly now: unknown
  readonly onTake: () => void
}

/** Beside what was typed: what somebody else has written there meanwhile. */
export const ChangedThere = ({ field, now, onTake }: ChangedThereProps) => {
  const say = useSay()
  const draft: Draft = { [field.name]: now }
  const { input } = readDraft([{ ...field, required: false }], draft, Date.now())
  return (
    <Alert color="yellow" variant="outline" title={say(formWords.changedThere)} data-changed={field.name}>
      <Group justify="space-between" align="start">
        <FieldValue field={field} value={input[field.name]} />
        <Button size="xs" variant="outline" onClick={onTake}>
          {say(formWords.takeNew)}
        </Button>
      </Group>
    </Alert>
  )
}

import { Anchor, Stack, Table, Text, Title, VisuallyHidden } from "@mantine/core"
import type { Field } from "@phakhi/domain/kernel/Field"
import { FieldValue } from "../records/FieldValue.tsx"
import { common } from "../words/common.ts"
import { useSay, type Words } from "../words/Language.tsx"
import { formWords } from "./words.ts"

interface CheckAnswersProps {
  readonly fields: ReadonlyArray<Field>
  readonly input: { readonly [name: string]: unknown }
  /** Why there is no way back, in the domain's words. */
  readonly why: Words | undefined
  readonly onChange: (field: string) => void
}

/** Everything that is about to be sent, each line with a way back to its field. */
export const CheckAnswers = ({ fields, input, onChange, why }: CheckAnswersProps) => {
  const say = useSay()
  return (
    <Stack gap="xs">
      <Title order={3} size="h4" tabIndex={-1} data-autofocus>
        {say(formWords.check)}
      </Title>
      {why !== undefined && (
        <Text>
          {say(why)} {say(formWords.checkHint)}
        </Text>
      )}
      <Table withRowBorders verticalSpacing="xs">
        <Table.Tbody>
          {fields.map((field) => (
            <Table.Tr key={field.name}>
              <Table.Th scope="row" w="36%" style={{ verticalAlign: "top" }}>
                {say(field.label)}
              </Table.Th>
              <Table.Td>
                <FieldValue field={field} value={input[field.name]} />
              </Table.Td>
              <Table.Td w={70} ta="end" style={{ verticalAlign: "top" }}>
                <Anchor component="button" type="button" underline="always" onClick={() => onChange(field.name)}>
                  {say(common.change)}
                  <VisuallyHidden> {say(field.label)}</VisuallyHidden>
                </Anchor>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}

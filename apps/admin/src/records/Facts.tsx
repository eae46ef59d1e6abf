import { Table } from "@mantine/core"
import type { ReactNode } from "react"
import { common } from "../words/common.ts"
import { useSay, type Words } from "../words/Language.tsx"

export interface Fact {
  readonly label: Words
  readonly value: ReactNode
}

/** What is known, as a list of names and values. Nothing known is said so. */
export const Facts = ({ facts }: { readonly facts: ReadonlyArray<Fact> }) => {
  const say = useSay()
  return (
    <Table variant="vertical" layout="auto" className="facts" verticalSpacing={6}>
      <Table.Tbody>
        {facts.map(({ label, value }) => (
          <Table.Tr key={label.th}>
            <Table.Th scope="row">{say(label)}</Table.Th>
            <Table.Td style={{ whiteSpace: "pre-line" }}>
              {value === undefined || value === null || value === "" ? (
                <span className="dimmed">{say(common.notGiven)}</span>
              ) : (
                value
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

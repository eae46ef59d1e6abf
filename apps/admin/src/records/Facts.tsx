import { Table } from "@mantine/core"
import type { ReactNode } from "react"
import { common } from "../words/common.ts"
import { useSay, type Words } from "../words/Language.tsx"

export interface Fact {
  readonly label: Words
  readonly value: ReactNode
}

interface FactsProps {
  readonly facts: ReadonlyArray<Fact>
  /** The values are amounts, to be compared with one another. */
  readonly amounts?: boolean
}

/** What is known, as a list of names and values. Nothing known is said so. */
export const Facts = ({ amounts = false, facts }: FactsProps) => {
  const say = useSay()
  return (
    <Table variant="vertical" layout="auto" className={amounts ? "facts amounts" : "facts"} verticalSpacing={6}>
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

import { Stack, Table, Title } from "@mantine/core"
import { duties } from "@phakhi/domain/partnerships/Assignments"
import type { PartnershipView } from "@phakhi/domain/partnerships/Record"
import { ActionButton } from "../records/ActionBar.tsx"
import type { Action } from "../records/Actions.ts"
import { formattedDate } from "../records/formatting.ts"
import { RecordName } from "../records/RecordName.tsx"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"

const words = {
  title: { th: "ผู้ได้รับมอบหมาย", en: "Who is assigned" },
  who: { th: "ชื่อ", en: "Name" },
  duty: { th: "หน้าที่", en: "For what" },
  from: { th: "ตั้งแต่", en: "From" },
  until: { th: "ถึง", en: "Until" },
  end: { th: "ยุติการมอบหมาย", en: "End the assignment" }
} as const satisfies Record<string, Words>

interface AssignedProps extends Required<Pick<PartnershipView, "assignments">> {
  readonly actions: ReadonlyArray<Action>
}

/** Who looks at the work by name, and from when to when; those whose time was ended are in the history. */
export const Assigned = ({ actions, assignments }: AssignedProps) => {
  const say = useSay()
  const { language } = useLanguage()
  const standing = assignments.filter(({ ended }) => ended === undefined)
  if (standing.length === 0) return null
  const ends = actions.filter(({ allowed, operation }) => allowed && operation === "assignments.end")
  const endOf = (assignment: string) => ends.find(({ target }) => target?.value === assignment)
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {say(words.title)}
      </Title>
      <Table className="rows">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say(words.who)}</Table.Th>
            <Table.Th>{say(words.duty)}</Table.Th>
            <Table.Th>{say(words.from)}</Table.Th>
            <Table.Th>{say(words.until)}</Table.Th>
            {ends.length > 0 && <Table.Th aria-label={say(words.end)} />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {standing.map(({ account, duty, from, id, organisation, until }) => {
            const end = endOf(id)
            return (
              <Table.Tr key={id}>
                <Table.Td data-label={say(words.who)}>
                  <RecordName
                    record="account"
                    id={account}
                    otherwise={<RecordName record="organisation" id={organisation} />}
                  />
                </Table.Td>
                <Table.Td data-label={say(words.duty)}>{say(duties[duty])}</Table.Td>
                <Table.Td data-label={say(words.from)}>{formattedDate(from, language)}</Table.Td>
                <Table.Td data-label={say(words.until)}>
                  {until === undefined ? "—" : formattedDate(until, language)}
                </Table.Td>
                {ends.length > 0 && (
                  <Table.Td>{end !== undefined && <ActionButton action={end} label={words.end} size="xs" />}</Table.Td>
                )}
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}

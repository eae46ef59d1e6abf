import { Card, Group, Table, Title } from "@mantine/core"
import { nextDue } from "@phakhi/domain/engine/Listing"
import { useQuery } from "@tanstack/react-query"
import { listQuery } from "../api/Records.ts"
import { meQuery } from "../api/Session.ts"
import { PageLink } from "../app/PageLink.tsx"
import { ListedDay } from "../records/DueDay.tsx"
import { valueOf } from "../records/Labels.ts"
import { StatusTag } from "../records/StatusTag.tsx"
import { useSay, type Words } from "../words/Language.tsx"

const words = {
  title: { th: "ความร่วมมือที่ดำเนินอยู่", en: "Partnerships under way" },
  name: { th: "ชื่อ", en: "Name" },
  step: { th: "ขั้นปัจจุบัน", en: "Current step" },
  next: { th: "วันถัดไป", en: "Next date" },
  status: { th: "สถานะ", en: "Status" },
  all: { th: "ดูทั้งหมด", en: "See all" }
} as const satisfies Record<string, Words>

const shown = 6

/** Those of one's organisation that are under way, the one with the nearest date first. */
const Partnerships = () => {
  const say = useSay()
  const { data: me } = useQuery(meQuery)
  const { data: page } = useQuery(
    listQuery("partnerships", { limit: shown, sort: nextDue, filters: { status: ["Running", "Suspended"] } })
  )
  if (me == null || page === undefined || page.data.length === 0) return null
  return (
    <Card withBorder component="section" padding={0} aria-label={say(words.title)}>
      <Group justify="space-between" px={20} py="sm">
        <Title order={2} size="h3">
          {say(words.title)}
        </Title>
        <PageLink to="/$plural" params={{ plural: "partnerships" }} underline="always">
          {say(words.all)}
        </PageLink>
      </Group>
      <Table className="rows" verticalSpacing="xs" horizontalSpacing={20}>
        <Table.Thead>
          <Table.Tr>
            {[words.name, words.step, words.next, words.status].map((head) => (
              <Table.Th key={head.en}>{say(head)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {page.data.map(({ columns, id, late, status, title }) => (
            <Table.Tr key={id}>
              <Table.Td data-label={say(words.name)}>
                <PageLink to="/$plural/$id" params={{ plural: "partnerships", id }} underline="always" fw={600}>
                  {say(title)}
                </PageLink>
              </Table.Td>
              <Table.Td data-label={say(words.step)}>
                {typeof columns["step"] === "string" ? say(valueOf("partnership", "step", columns["step"])) : "–"}
              </Table.Td>
              <Table.Td data-label={say(words.next)}>
                {typeof columns[nextDue] === "string" ? <ListedDay day={columns[nextDue]} late={late} /> : "–"}
              </Table.Td>
              <Table.Td data-label={say(words.status)}>
                <StatusTag record="partnership" status={status} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  )
}

export default Partnerships

import { Card, Group, Title } from "@mantine/core"
import { nextDue } from "@phakhi/domain/engine/Listing"
import { useQuery } from "@tanstack/react-query"
import { listQuery } from "../api/Records.ts"
import { PageLink } from "../app/PageLink.tsx"
import { ListedDay } from "../records/DueDay.tsx"
import { valueOf } from "../records/Labels.ts"
import { useSay, type Words } from "../words/Language.tsx"

const words = {
  title: { th: "ความร่วมมือที่ดำเนินอยู่", en: "Partnerships under way" },
  next: { th: "วันถัดไป", en: "Next date" },
  all: { th: "ดูทั้งหมด", en: "See all" }
} as const satisfies Record<string, Words>

const shown = 6

/** Those that one sees and that are under way, the one with the nearest date first. */
const Partnerships = () => {
  const say = useSay()
  const { data: page } = useQuery(
    listQuery("partnerships", { limit: shown, sort: nextDue, filters: { status: ["Running", "Suspended"] } })
  )
  if (page === undefined || page.data.length === 0) return null
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
      <ul className="plain-list own">
        {page.data.map(({ columns, id, late, title }) => (
          <li key={id}>
            <PageLink className="whole" to="/$plural/$id" params={{ plural: "partnerships", id }} c="inherit" fw={600}>
              {say(title)}
            </PageLink>
            <span>
              {typeof columns["step"] === "string" ? say(valueOf("partnership", "step", columns["step"])) : "–"}
            </span>
            <span className="own-next">
              <span className="dimmed">{say(words.next)}</span>
              {typeof columns[nextDue] === "string" ? <ListedDay day={columns[nextDue]} late={late} /> : "–"}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export default Partnerships

import { Alert, Button, Card, Group, Skeleton, Stack, Text, Title, VisuallyHidden } from "@mantine/core"
import type { IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import IconAlarm from "@tabler/icons-react/icons/IconAlarm"
import IconArrowRight from "@tabler/icons-react/icons/IconArrowRight"
import IconCalendar from "@tabler/icons-react/icons/IconCalendar"
import IconClock from "@tabler/icons-react/icons/IconClock"
import { useInfiniteQuery } from "@tanstack/react-query"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { useId } from "react"
import type { Me } from "../api/Session.ts"
import { type TaskRow, type TasksOf, tasksQuery } from "../api/Tasks.ts"
import { PageLink } from "../app/PageLink.tsx"
import type { TasksSearch } from "../app/search.ts"
import { type Drawn, Icon } from "../design/Icon.tsx"
import { Segments } from "../design/Segments.tsx"
import { common } from "../words/common.ts"
import { useSay, type Words } from "../words/Language.tsx"
import { TaskEntry } from "./TaskEntry.tsx"
import { byUrgency, type Urgency, urgencies } from "./urgency.ts"

const words = {
  title: { th: "งานที่รอ", en: "What waits" },
  whose: { th: "งานของใคร", en: "Whose" },
  late: { th: "เฉพาะที่เกินกำหนด", en: "Only what is late" },
  total: { th: "งาน", en: "in all" },
  moreThan: { th: "มากกว่า", en: "more than" },
  shown: { th: "แสดง", en: "shown:" },
  missions: { th: "ดูภารกิจทั้งหมด", en: "See all missions" },
  partnerships: { th: "ดูความร่วมมือทั้งหมด", en: "See all partnerships" }
} as const satisfies Record<string, Words>

const whose: { readonly [Of in TasksOf]: Words } = {
  me: { th: "รอท่าน", en: "For you" },
  organisation: { th: "รอองค์กรของท่าน", en: "For your organisation" },
  others: { th: "รอผู้อื่น", en: "For others" }
}

const ways = ["me", "organisation", "others"] as const satisfies ReadonlyArray<TasksOf>

const nothing: { readonly [Of in TasksOf]: Words } = {
  me: { th: "ไม่มีงานที่รอท่านในขณะนี้", en: "Nothing waits for you now" },
  organisation: { th: "ไม่มีงานที่รอองค์กรของท่านในขณะนี้", en: "Nothing waits for your organisation now" },
  others: { th: "ไม่มีงานในรายการของหน่วยงานท่านที่รอผู้อื่น", en: "Nothing on your agency's records waits for others" }
}

const nothingLate: Words = { th: "ไม่มีงานที่เกินกำหนด", en: "Nothing is late" }

interface UrgencyGroupProps {
  readonly urgency: Urgency
  readonly tasks: ReadonlyArray<TaskRow>
  readonly me: Me
  readonly day: IsoDate
  readonly whose: boolean
}

const UrgencyGroup = ({ day, me, tasks, urgency, whose: named }: UrgencyGroupProps) => {
  const say = useSay()
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <Title order={3} id={id} className="task-group" data-urgency={urgency}>
        <Icon of={urgencyIcons[urgency]} /> {say(urgencies[urgency])}
      </Title>
      <ul className="plain-list">
        {tasks.map((task) => (
          <TaskEntry
            key={`${task.id}${task.operation}${String(task.target?.value ?? "")}${task.organisation ?? ""}${task.account ?? ""}`}
            task={task}
            me={me}
            today={day}
            whose={named}
          />
        ))}
      </ul>
    </section>
  )
}

const urgencyIcons: { readonly [U in Urgency]: Drawn } = {
  late: IconAlarm,
  soon: IconClock,
  later: IconCalendar,
  open: IconArrowRight
}

/** Everything that waits for the reader, for the organisation or for others, over all records. */
export const Tasks = ({ day, me }: { readonly me: Me; readonly day: IsoDate }) => {
  const say = useSay()
  const navigate = useNavigate()
  const { late = false, of = "me" } = useSearch({ strict: false }) as TasksSearch
  const { data, fetchNextPage, hasNextPage, isError, isFetchingNextPage, refetch } = useInfiniteQuery(
    tasksQuery({ of, late })
  )
  const show = (next: { readonly of: TasksOf; readonly late: boolean }) =>
    void navigate({
      to: "/",
      search: { ...(next.of === "me" ? {} : { of: next.of }), ...(next.late ? { late: true } : {}) }
    })
  const tasks = data?.pages.flatMap((page) => page.data)
  const { total, totalIsExact } = data?.pages[0] ?? { total: 0, totalIsExact: true }
  return (
    <Card withBorder component="section" padding={0} aria-label={say(words.title)}>
      <Group gap="md" px={20} py="sm" justify="space-between">
        <Segments
          label={say(words.whose)}
          value={of}
          onChoose={(value) => show({ of: value, late })}
          choices={ways.map((way) => [way, say(whose[way])])}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={late}
            onChange={({ currentTarget }) => show({ of, late: currentTarget.checked })}
          />
          {say(words.late)}
        </label>
      </Group>
      {isError && (
        <Alert color="red" variant="outline" role="alert" mx={20} mb="md">
          {say(common.unreachable)}{" "}
          <Button size="compact-sm" variant="outline" onClick={() => void refetch()}>
            {say(common.retry)}
          </Button>
        </Alert>
      )}
      {tasks === undefined && !isError && (
        <Skeleton h={160} m={20} w="auto" role="status" aria-label={say(common.loading)} />
      )}
      {tasks !== undefined && tasks.length === 0 && (
        <Stack gap="xs" className="empty" mx={20} mb={20}>
          <Text>{say(late ? nothingLate : nothing[of])}</Text>
          <Group gap="md">
            {(["missions", "partnerships"] as const).map((plural) => (
              <PageLink key={plural} to="/$plural" params={{ plural }} underline="always">
                {say(words[plural])}
              </PageLink>
            ))}
          </Group>
        </Stack>
      )}
      {tasks !== undefined && tasks.length > 0 && (
        <>
          <VisuallyHidden role="status" data-total={total}>
            {totalIsExact ? "" : `${say(words.moreThan)} `}
            {total.toLocaleString("en")} {say(words.total)}
          </VisuallyHidden>
          {byUrgency(tasks, day).map(([urgency, group]) => (
            <UrgencyGroup key={urgency} urgency={urgency} tasks={group} me={me} day={day} whose={of !== "me"} />
          ))}
          {(hasNextPage || !totalIsExact) && (
            <Group px={20} py="sm">
              <Text size="sm">
                {say(words.shown)} {tasks.length} / {totalIsExact ? "" : `${say(words.moreThan)} `}
                {total.toLocaleString("en")}
              </Text>
              {hasNextPage && (
                <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()} data-more>
                  {say(common.more)}
                </Button>
              )}
            </Group>
          )}
        </>
      )}
    </Card>
  )
}

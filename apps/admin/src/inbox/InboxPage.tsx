import { Alert, Button, Checkbox, Group, Skeleton, Stack, Text, Title } from "@mantine/core"
import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { notificationsQuery, unreadQuery } from "../api/Notifications.ts"
import { PageLink } from "../app/PageLink.tsx"
import type { InboxSearch } from "../app/search.ts"
import { usePageTitle } from "../app/usePageTitle.ts"
import { common } from "../words/common.ts"
import { useLanguage, useSay } from "../words/Language.tsx"
import { countOf } from "./Bell.tsx"
import { Told } from "./Told.tsx"
import { type LastMarked, useMarking } from "./useMarking.ts"
import { inboxWords as words } from "./words.ts"

/** What was marked last is said, and can be taken back for as long as the page is open. */
const Marked = ({ last, onUndo }: { readonly last: LastMarked | undefined; readonly onUndo: () => void }) => {
  const say = useSay()
  const { language } = useLanguage()
  const said =
    last === undefined
      ? ""
      : `${say(last.read ? words.marked : words.markedBack)} ${last.ids.length}${language === "th" ? ` ${say(words.items)}` : ""}`
  return (
    <Group gap="sm">
      <Text size="sm" role="status">
        {said}
      </Text>
      {last !== undefined && last.ids.length > 0 && (
        <Button size="compact-sm" variant="default" onClick={onUndo} data-undo>
          {say(words.undo)}
        </Button>
      )}
    </Group>
  )
}

const InboxPage = () => {
  const say = useSay()
  const navigate = useNavigate()
  const { unread = false } = useSearch({ strict: false }) as InboxSearch
  const list = useInfiniteQuery(notificationsQuery(unread))
  const { data: count = 0 } = useQuery(unreadQuery)
  const { busy, last, mark, markAll, problem, undo } = useMarking()
  usePageTitle(say(words.title))
  const told = list.data?.pages.flatMap((page) => page.data)
  return (
    <Stack gap="md" maw={900}>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {say(words.title)}
        </Title>
        <PageLink to="/notifications/settings" underline="always">
          {say(words.settings)}
        </PageLink>
      </Group>
      {(problem !== undefined || list.isError) && (
        <Alert color="red" variant="outline" role="alert">
          {say(problem ?? common.unreachable)}{" "}
          <Button size="compact-sm" variant="outline" onClick={() => void list.refetch()}>
            {say(common.retry)}
          </Button>
        </Alert>
      )}
      <Group gap="md">
        <Checkbox
          label={say(words.unreadOnly)}
          checked={unread}
          onChange={({ currentTarget }) =>
            void navigate({ to: "/notifications", search: currentTarget.checked ? { unread: true } : {} })
          }
        />
        <Text size="sm">{count === 0 ? say(words.noneUnread) : `${countOf(count)} ${say(words.unreadCount)}`}</Text>
        {count > 0 && (
          <Button size="xs" variant="default" loading={busy} onClick={() => void markAll()} data-mark-all>
            {say(words.markAll)}
          </Button>
        )}
      </Group>
      <Marked last={last} onUndo={() => void undo()} />
      {told === undefined && !list.isError && <Skeleton h={200} role="status" aria-label={say(common.loading)} />}
      {told !== undefined && told.length === 0 && (
        <Text className="empty">{say(unread ? words.noneHere : words.none)}</Text>
      )}
      {told !== undefined && told.length > 0 && (
        <ul className="waiting">
          {told.map((one) => (
            <Told
              key={one.id}
              told={one}
              onMark={(read) => void mark([one.id], read)}
              onFollow={() => void (one.readAt === null && mark([one.id], true))}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Group>
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
            data-more
          >
            {say(common.more)}
          </Button>
        </Group>
      )}
      <Text size="sm">{say(words.kept)}</Text>
    </Stack>
  )
}

export default InboxPage

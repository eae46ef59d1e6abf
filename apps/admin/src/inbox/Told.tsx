import { Button, Group, Stack, Text } from "@mantine/core"
import { catalogue } from "@phakhi/domain/catalogue"
import { readerOf } from "@phakhi/domain/engine/Catalogue"
import { kindNames, type NotificationKind } from "@phakhi/domain/engine/Notification"
import IconPointFilled from "@tabler/icons-react/icons/IconPointFilled"
import type { Notification } from "../api/Notifications.ts"
import { PageLink } from "../app/PageLink.tsx"
import { Icon } from "../design/Icon.tsx"
import { Tag, type TagKind } from "../design/Tag.tsx"
import { formattedInstant } from "../records/formatting.ts"
import { useLanguage, useSay } from "../words/Language.tsx"
import { inboxWords as words } from "./words.ts"

const kinds: { readonly [K in NotificationKind]: TagKind } = {
  waiting: "turn",
  "due-soon": "soon",
  late: "late",
  account: "plain"
}

interface ToldProps {
  readonly told: Notification
  readonly onMark: (read: boolean) => void
  /** Followed to its form, it counts as read. */
  readonly onFollow: () => void
}

const Words = ({ onFollow, told }: Pick<ToldProps, "told" | "onFollow">) => {
  const say = useSay()
  const { operation, readAt, record, recordId, target } = told
  const weight = readAt === null ? { fw: 700 } : {}
  const type = record === null ? undefined : readerOf(catalogue, record)?.type
  // What waits in several records stands on the first page.
  if (type === undefined || recordId === null)
    return (
      <PageLink to="/" underline="always" onClick={onFollow} {...weight}>
        {say(told.words)}
      </PageLink>
    )
  return (
    <PageLink
      to="/$plural/$id"
      params={{ plural: type.plural, id: recordId }}
      search={operation === null ? {} : { act: operation, ...(target === null ? {} : { part: target.value }) }}
      underline="always"
      onClick={onFollow}
      {...weight}
    >
      {say(told.words)}
    </PageLink>
  )
}

/** One notification: why it came, what it says, and the way to what is to be done. */
export const Told = ({ onFollow, onMark, told }: ToldProps) => {
  const say = useSay()
  const { language } = useLanguage()
  const { about, at, kind, readAt } = told
  const unread = readAt === null
  const mark = say(unread ? words.markRead : words.markUnread)
  return (
    <Stack component="li" gap={4} className="waits told" data-told={told.id} data-unread={unread}>
      <Group gap="xs">
        <Tag kind={kinds[kind]}>{say(kindNames[kind])}</Tag>
        {unread && (
          <Text size="sm" fw={700}>
            <Icon of={IconPointFilled} /> {say(words.unread)}
          </Text>
        )}
      </Group>
      <Words told={told} onFollow={onFollow} />
      {about !== null && <Text size="sm">{say(about)}</Text>}
      <Group gap="md" style={{ rowGap: 2 }}>
        <Text size="sm" c="dimmed">
          {formattedInstant(at, language)}
        </Text>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`${mark}: ${say(told.words)}`}
          onClick={() => onMark(unread)}
          data-mark
        >
          {mark}
        </Button>
      </Group>
    </Stack>
  )
}

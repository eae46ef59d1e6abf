import { VisuallyHidden } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { unreadQuery } from "../api/Notifications.ts"
import { Glyph } from "../app/Glyph.tsx"
import { PageButton } from "../app/PageLink.tsx"
import { useSay } from "../words/Language.tsx"
import { inboxWords as words } from "./words.ts"

const countedAtMost = 100

export const countOf = (unread: number): string => (unread < countedAtMost ? String(unread) : `${countedAtMost - 1}+`)

/** The way to the notifications, with how many are unread; a new number is read out when there is time. */
export const Bell = () => {
  const say = useSay()
  const { data: unread = 0 } = useQuery(unreadQuery)
  const count = unread === 0 ? say(words.noneUnread) : `${countOf(unread)} ${say(words.unreadCount)}`
  const name = `${say(words.title)}: ${count}`
  return (
    <>
      <PageButton
        to="/notifications"
        size="xs"
        variant={unread === 0 ? "default" : "filled"}
        px="xs"
        aria-label={name}
        title={name}
        data-bell={unread}
      >
        <Glyph name="bell" />
        {unread > 0 && <span className="bell-count">{countOf(unread)}</span>}
      </PageButton>
      <VisuallyHidden role="status" aria-live="polite">
        {unread === 0 ? "" : name}
      </VisuallyHidden>
    </>
  )
}

import { VisuallyHidden } from "@mantine/core"
import IconBell from "@tabler/icons-react/icons/IconBell"
import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { unreadQuery } from "../api/Notifications.ts"
import { Icon } from "../design/Icon.tsx"
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
      <Link to="/notifications" className="bell" aria-label={name} title={name} data-bell={unread}>
        <Icon of={IconBell} large />
        {unread > 0 && <b>{countOf(unread)}</b>}
      </Link>
      <VisuallyHidden role="status" aria-live="polite">
        {unread === 0 ? "" : name}
      </VisuallyHidden>
    </>
  )
}

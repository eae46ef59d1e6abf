import { useLocation } from "@tanstack/react-router"
import type { Me } from "../api/Session.ts"
import { Icon } from "../design/Icon.tsx"
import { useSay } from "../words/Language.tsx"
import { PageNav } from "./PageLink.tsx"
import { pageGroups } from "./pages.ts"

interface MenuProps {
  readonly me: Me
  readonly onGo: () => void
}

/** The pages in groups, each with its sign; the one that is open is marked. */
export const Menu = ({ me, onGo }: MenuProps) => {
  const say = useSay()
  const { pathname } = useLocation()
  return pageGroups(me).map(({ pages, title }) => (
    <div key={title?.en ?? ""} className="menu-group">
      {title !== undefined && <div className="menu-title">{say(title)}</div>}
      {pages.map(({ icon, label, to }) => {
        const here = to === "/" ? pathname === "/" : pathname.startsWith(to)
        return (
          <PageNav
            key={to}
            to={to}
            label={say(label)}
            leftSection={<Icon of={icon} />}
            active={here}
            {...(here ? { "aria-current": "page" as const } : {})}
            onClick={onGo}
          />
        )
      })}
    </div>
  ))
}

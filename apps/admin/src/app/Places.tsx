import IconBell from "@tabler/icons-react/icons/IconBell"
import IconHeartHandshake from "@tabler/icons-react/icons/IconHeartHandshake"
import IconHome from "@tabler/icons-react/icons/IconHome"
import IconMenu2 from "@tabler/icons-react/icons/IconMenu2"
import IconSearch from "@tabler/icons-react/icons/IconSearch"
import { Link, useLocation } from "@tanstack/react-router"
import { Icon } from "../design/Icon.tsx"
import { inboxWords } from "../inbox/words.ts"
import { common } from "../words/common.ts"
import { useSay, type Words } from "../words/Language.tsx"

const words = {
  places: { th: "ไปยัง", en: "Go to" },
  home: { th: "งาน", en: "Work" },
  partnerships: { th: "ความร่วมมือ", en: "Partnerships" },
  more: { th: "เพิ่มเติม", en: "More" }
} as const satisfies Record<string, Words>

interface PlacesProps {
  readonly menuOpened: boolean
  readonly onMenu: () => void
  readonly onSearch: () => void
}

/** On a phone: what one goes to most, at the thumb. */
export const Places = ({ menuOpened, onMenu, onSearch }: PlacesProps) => {
  const say = useSay()
  const { pathname } = useLocation()
  const here = (to: string) => (to === "/" ? pathname === "/" : pathname.startsWith(to))
  const go = (to: string, icon: typeof IconHome, label: Words) => (
    <Link to={to} {...(here(to) ? { "aria-current": "page" as const } : {})}>
      <Icon of={icon} large />
      {say(label)}
    </Link>
  )
  return (
    <nav className="places" aria-label={say(words.places)}>
      {go("/", IconHome, words.home)}
      {go("/partnerships", IconHeartHandshake, words.partnerships)}
      <button type="button" onClick={onSearch}>
        <Icon of={IconSearch} large />
        {say(common.search)}
      </button>
      {go("/notifications", IconBell, inboxWords.title)}
      <button type="button" onClick={onMenu} aria-expanded={menuOpened}>
        <Icon of={IconMenu2} large />
        {say(words.more)}
      </button>
    </nav>
  )
}

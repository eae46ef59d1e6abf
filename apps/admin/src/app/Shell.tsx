import { useDisclosure, useNetwork } from "@mantine/hooks"
import { useQueryClient } from "@tanstack/react-query"
import { Outlet, useLocation, useNavigate } from "@tanstack/react-router"
import { useEffect, useRef, useState } from "react"
import { postJson } from "../api/Api.ts"
import { type Me, meQuery } from "../api/Session.ts"
import { leaveDrafts } from "../forms/Kept.ts"
import { DemoBar } from "../identity/DemoBar.tsx"
import { Bell } from "../inbox/Bell.tsx"
import { Shortcuts, type Window } from "../palette/Shortcuts.tsx"
import { common } from "../words/common.ts"
import { useLanguage, useSay } from "../words/Language.tsx"
import { LanguageSwitch, SkipLink } from "./Frame.tsx"
import { fiscalYearWords } from "./fiscalYear.ts"
import { Mark } from "./Mark.tsx"
import { Menu } from "./Menu.tsx"
import { Person } from "./Person.tsx"
import { Places } from "./Places.tsx"
import "./frame.css"

/** On a new page focus goes to the content, so that it is read from its beginning. */
const useFocusOnPage = () => {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    main.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [pathname])
  return main
}

export const Shell = ({ me }: { readonly me: Me }) => {
  const say = useSay()
  const { language } = useLanguage()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [opened, menu] = useDisclosure()
  const { online } = useNetwork()
  const main = useFocusOnPage()
  const [window, setWindow] = useState<Window>()
  const signOut = async () => {
    await leaveDrafts()
    await postJson("/api/auth/sign-out", {}).catch(() => undefined)
    client.clear()
    await navigate({ to: "/sign-in" })
    client.setQueryData(meQuery.queryKey, null)
  }
  return (
    <div className="frame" data-menu={opened}>
      <SkipLink />
      <nav className="frame-menu" aria-label={say(common.menu)}>
        <div className="brand">
          <Mark />
          <span>
            {say(common.phakhi)}
            <small>{fiscalYearWords(Date.now(), language)}</small>
          </span>
        </div>
        <Menu me={me} onGo={menu.close} />
      </nav>
      <div>
        <header className="frame-top">
          <div className="brand" data-small>
            <Mark />
          </div>
          <Shortcuts me={me} opened={window} onOpen={setWindow} />
          <span className="space" />
          <Bell />
          <LanguageSwitch />
          <Person me={me} onSignOut={() => void signOut()} />
        </header>
        <main ref={main} id="main" tabIndex={-1} className="frame-page">
          {me.demo && <DemoBar me={me} />}
          {!online && (
            <div role="status" className="demo">
              {say(common.offline)}
            </div>
          )}
          <div className="page">
            <Outlet />
          </div>
        </main>
      </div>
      <Places menuOpened={opened} onMenu={menu.toggle} onSearch={() => setWindow("palette")} />
    </div>
  )
}

import { AppShell, Box, Burger, Button, Group, Text } from "@mantine/core"
import { useDisclosure, useNetwork } from "@mantine/hooks"
import { useQueryClient } from "@tanstack/react-query"
import { Outlet, useLocation, useNavigate } from "@tanstack/react-router"
import { useEffect, useRef } from "react"
import { postJson } from "../api/Api.ts"
import { type Me, meQuery } from "../api/Session.ts"
import { leaveDrafts } from "../forms/Kept.ts"
import { DemoBar } from "../identity/DemoBar.tsx"
import { Bell } from "../inbox/Bell.tsx"
import { Shortcuts } from "../palette/Shortcuts.tsx"
import { common } from "../words/common.ts"
import { useLanguage, useSay } from "../words/Language.tsx"
import { LanguageSwitch, SkipLink } from "./Frame.tsx"
import { fiscalYearWords } from "./fiscalYear.ts"
import { PageNav } from "./PageLink.tsx"
import { pages } from "./pages.ts"

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
  const { pathname } = useLocation()
  const signOut = async () => {
    await leaveDrafts()
    await postJson("/api/auth/sign-out", {}).catch(() => undefined)
    client.clear()
    await navigate({ to: "/sign-in" })
    client.setQueryData(meQuery.queryKey, null)
  }
  const { organisation } = me
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 230, breakpoint: "sm", collapsed: { mobile: !opened } }}
      padding="md"
    >
      <AppShell.Header>
        <SkipLink />
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={opened} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label={say(common.menu)} />
            <Text fw={700} size="xl">
              {say(common.phakhi)}
            </Text>
            <Text size="sm" visibleFrom="md" c="dimmed">
              {fiscalYearWords(Date.now(), language)}
            </Text>
          </Group>
          <Group gap="sm" wrap="nowrap">
            <Shortcuts me={me} />
            <Bell />
            <Box visibleFrom="sm" ta="end">
              <Text size="sm" lh={1.3}>
                {me.account.name}
              </Text>
              {organisation !== null && (
                <Text size="xs" c="dimmed" lh={1.3}>
                  {typeof organisation.name === "string" ? organisation.name : say(organisation.name)}
                </Text>
              )}
            </Box>
            <LanguageSwitch />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" component="nav" aria-label={say(common.menu)}>
        <AppShell.Section grow>
          {pages(me).map(({ label, to }) => {
            const here = to === "/" ? pathname === "/" : pathname.startsWith(to)
            return (
              <PageNav
                key={to}
                to={to}
                label={say(label)}
                active={here}
                {...(here ? { "aria-current": "page" as const } : {})}
                onClick={menu.close}
              />
            )
          })}
        </AppShell.Section>
        <AppShell.Section>
          <Text size="sm" px="sm" hiddenFrom="sm">
            {me.account.name}
          </Text>
          <Button variant="default" fullWidth onClick={() => void signOut()}>
            {say(common.signOut)}
          </Button>
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main ref={main} id="main" tabIndex={-1} style={{ outline: "none" }}>
        {me.demo && <DemoBar me={me} />}
        {!online && (
          <Text role="status" className="demo" px="sm" py={4} mb="sm">
            {say(common.offline)}
          </Text>
        )}
        <Outlet />
      </AppShell.Main>
    </AppShell>
  )
}

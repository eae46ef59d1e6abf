import { Stack, Title } from "@mantine/core"
import type { QueryClient } from "@tanstack/react-query"
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect
} from "@tanstack/react-router"
import { meQuery } from "../api/Session.ts"
import { readListSearch } from "../records/ListSearch.ts"
import { common } from "../words/common.ts"
import { useSay } from "../words/Language.tsx"
import { Failed } from "./Failed.tsx"
import { PageLink } from "./PageLink.tsx"
import { readInboxSearch, readRecordSearch, readTasksSearch } from "./search.ts"

interface RouterContext {
  readonly client: QueryClient
}

const NotFound = () => {
  const say = useSay()
  return (
    <Stack p="md">
      <Title order={1}>{say(common.notFound)}</Title>
      <PageLink to="/">{say(common.notFoundWay)}</PageLink>
    </Stack>
  )
}

const root = createRootRouteWithContext<RouterContext>()({ component: Outlet, notFoundComponent: NotFound })

const textSearch = (names: ReadonlyArray<string>) => (raw: Record<string, unknown>) =>
  Object.fromEntries(names.flatMap((name) => (typeof raw[name] === "string" ? [[name, raw[name]]] : [])))

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: textSearch(["next"]),
  component: lazyRouteComponent(() => import("../identity/SignIn.tsx"))
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  validateSearch: textSearch(["token"]),
  component: lazyRouteComponent(() => import("../identity/Invitation.tsx"))
})

const invitationLink = createRoute({
  getParentRoute: () => root,
  path: "/invitations/$token",
  component: lazyRouteComponent(() => import("../identity/Invitation.tsx"))
})

/** Everything behind the sign-in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  beforeLoad: async ({ context: { client }, location }) => {
    const me = await client.ensureQueryData(meQuery)
    if (me === null) {
      client.removeQueries({ queryKey: meQuery.queryKey })
      throw redirect({ to: "/sign-in", search: { next: location.href } })
    }
  },
  errorComponent: Failed,
  component: lazyRouteComponent(() => import("./Inside.tsx"))
})

const dashboard = createRoute({
  getParentRoute: () => inside,
  path: "/",
  validateSearch: readTasksSearch,
  component: lazyRouteComponent(() => import("../dashboard/Dashboard.tsx"))
})

const rules = createRoute({
  getParentRoute: () => inside,
  path: "/rules",
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import("../rules/RulesPage.tsx"))
})

const rule = createRoute({
  getParentRoute: () => inside,
  path: "/rules/$id",
  component: lazyRouteComponent(() => import("../rules/RulePage.tsx"))
})

const keys = createRoute({
  getParentRoute: () => inside,
  path: "/keys",
  component: lazyRouteComponent(() => import("../identity/KeysPage.tsx"))
})

const me = createRoute({
  getParentRoute: () => inside,
  path: "/me",
  component: lazyRouteComponent(() => import("../me/MePage.tsx"))
})

const signIns = createRoute({
  getParentRoute: () => inside,
  path: "/sign-ins",
  component: lazyRouteComponent(() => import("../me/SignInsPage.tsx"))
})

const webhooks = createRoute({
  getParentRoute: () => inside,
  path: "/webhooks",
  component: lazyRouteComponent(() => import("../outbound/WebhooksPage.tsx"))
})

const failedMessages = createRoute({
  getParentRoute: () => inside,
  path: "/failed-messages",
  component: lazyRouteComponent(() => import("../outbound/FailedPage.tsx"))
})

const inbox = createRoute({
  getParentRoute: () => inside,
  path: "/notifications",
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import("../inbox/InboxPage.tsx"))
})

const inboxSettings = createRoute({
  getParentRoute: () => inside,
  path: "/notifications/settings",
  component: lazyRouteComponent(() => import("../inbox/SettingsPage.tsx"))
})

const list = createRoute({
  getParentRoute: () => inside,
  path: "/$plural",
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import("../records/ListPage.tsx"))
})

const made = createRoute({
  getParentRoute: () => inside,
  path: "/$plural/new/$operation",
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import("../records/NewPage.tsx"))
})

const record = createRoute({
  getParentRoute: () => inside,
  path: "/$plural/$id",
  validateSearch: readRecordSearch,
  component: lazyRouteComponent(() => import("../records/RecordPage.tsx"))
})

const routeTree = root.addChildren([
  signIn,
  invitation,
  invitationLink,
  inside.addChildren([
    dashboard,
    rules,
    rule,
    keys,
    me,
    signIns,
    inbox,
    inboxSettings,
    webhooks,
    failedMessages,
    list,
    made,
    record
  ])
])

export const makeRouter = (client: QueryClient) =>
  createRouter({ routeTree, context: { client }, defaultPreload: "intent", defaultErrorComponent: Failed })

declare module "@tanstack/react-router" {
  interface Register {
    readonly router: ReturnType<typeof makeRouter>
  }
}

import { Alert, Skeleton, Stack, Title } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { Suspense } from "react"
import { Refused } from "../api/Api.ts"
import { recordQuery } from "../api/Records.ts"
import { PageLink } from "../app/PageLink.tsx"
import { Refusal } from "../forms/Refusal.tsx"
import { common } from "../words/common.ts"
import { useSay } from "../words/Language.tsx"
import { PeopleOf } from "./People.tsx"
import { PlainPage } from "./PlainPage.tsx"
import { recordPages } from "./recordPages.ts"
import { listWords } from "./words.ts"

export const PageSkeleton = () => {
  const say = useSay()
  return (
    <Stack aria-busy="true" aria-label={say(common.loading)} role="status">
      <Skeleton h={36} w="60%" />
      <Skeleton h={20} w="30%" />
      <Skeleton h={220} />
      <Skeleton h={160} />
    </Stack>
  )
}

const RecordPage = () => {
  const say = useSay()
  const { id, plural } = useParams({ strict: false }) as { readonly plural: string; readonly id: string }
  const { data: view, error, refetch } = useQuery(recordQuery(plural, id))
  if (view === undefined && error === null) return <PageSkeleton />
  if (view === undefined) {
    return (
      <Stack>
        <Title order={1} size="h2">
          {say(error instanceof Refused && error.problem.status === 404 ? common.notFound : common.broken)}
        </Title>
        {error instanceof Refused ? (
          <Refusal problem={error.problem} onRetry={() => void refetch()} />
        ) : (
          <Alert color="red" variant="outline">
            {say(common.unreachable)}
          </Alert>
        )}
        <PageLink to="/$plural" params={{ plural }} underline="always">
          {say(listWords.all)}
        </PageLink>
      </Stack>
    )
  }
  const Body = recordPages[plural] ?? PlainPage
  return (
    <Suspense fallback={<PageSkeleton />}>
      <div data-record-id={view.id} data-version={view.version}>
        <PeopleOf plural={plural} id={view.id} version={view.version}>
          <Body key={view.id} view={view} onReload={async () => (await refetch()).data} />
        </PeopleOf>
      </div>
    </Suspense>
  )
}

export default RecordPage

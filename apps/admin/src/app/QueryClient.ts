import { QueryCache, QueryClient } from "@tanstack/react-query"
import { Refused } from "../api/Api.ts"
import { meQuery } from "../api/Session.ts"

/** What was refused stays refused; only a busy system or a lost line is worth asking again. */
const worthAnother = (failures: number, error: Error): boolean =>
  failures < 2 && (!(error instanceof Refused) || error.problem.kind === "busy")

/** A session that has ended is noticed by whatever is asked next; the frame then leads to the sign-in. */
export const makeQueryClient = (): QueryClient => {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof Refused && error.problem.status === 401) client.setQueryData(meQuery.queryKey, null)
      }
    }),
    defaultOptions: { queries: { retry: worthAnother, staleTime: 5_000, refetchOnWindowFocus: true } }
  })
  return client
}

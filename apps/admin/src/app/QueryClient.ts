import { QueryClient } from "@tanstack/react-query"
import { Refused } from "../api/Api.ts"

/** What was refused stays refused; only a busy system or a lost line is worth asking again. */
const worthAnother = (failures: number, error: Error): boolean =>
  failures < 2 && (!(error instanceof Refused) || error.problem.kind === "busy")

export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: { queries: { retry: worthAnother, staleTime: 5_000, refetchOnWindowFocus: true } }
  })

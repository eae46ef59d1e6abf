import type { AccountHolder } from "@phakhi/domain/kernel/Actor"
import { queryOptions } from "@tanstack/react-query"
import { getJson, Refused } from "./Api.ts"

/** Who is signed in, as `GET /v1/me` says it. */
export interface Me {
  readonly actor: AccountHolder
  readonly account: { readonly name: string; readonly email: string }
  readonly organisation: {
    readonly id: string
    readonly name: string | { readonly th: string; readonly en?: string }
  } | null
  readonly demo: boolean
  readonly mayReplay: boolean
}

/** The server sets and removes it with the session, which the screens cannot see. */
const hint = "phakhi.signed-in=1"

/** `null` where nobody is signed in. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async ({ signal }): Promise<Me | null> => {
    if (!document.cookie.includes(hint)) return null
    try {
      return await getJson<Me>("/v1/me", signal)
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 401) return null
      throw error
    }
  },
  staleTime: 60_000
})

import { queryOptions } from "@tanstack/react-query"
import { getJson, Refused } from "../api/Api.ts"
import type { Words } from "../words/Language.tsx"

/** The logins of a demonstration; an installation for real use has none, and answers so. */
export interface DemoLogin {
  readonly email: string
  readonly password: string
  readonly name: string
  readonly roles: ReadonlyArray<string>
  readonly organisation?: Words | string
}

export const demoQuery = queryOptions({
  queryKey: ["demo-logins"],
  queryFn: async ({ signal }): Promise<ReadonlyArray<DemoLogin>> => {
    try {
      const found = await getJson<{ readonly data?: ReadonlyArray<DemoLogin> }>("/v1/demo/logins", signal)
      return found.data ?? []
    } catch (error) {
      if (error instanceof Refused) return []
      throw error
    }
  },
  staleTime: Number.POSITIVE_INFINITY
})

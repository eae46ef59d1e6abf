import { queryOptions } from "@tanstack/react-query"
import { getJson, Refused } from "../api/Api.ts"
import type { Words } from "../words/Language.tsx"

/** The logins of a demonstration; an installation for real use has none, and answers so. */
export interface DemoLogin {
  readonly email: string
  readonly password: string
  readonly name: string
  readonly role?: Words
}

interface Answer {
  readonly password: string
  readonly data: ReadonlyArray<Omit<DemoLogin, "password">>
}

export const demoQuery = queryOptions({
  queryKey: ["demo-logins"],
  queryFn: async ({ signal }): Promise<ReadonlyArray<DemoLogin>> => {
    try {
      const { data, password } = await getJson<Answer>("/api/demo/logins", signal)
      return data.map((login) => ({ ...login, password }))
    } catch (error) {
      if (error instanceof Refused) return []
      throw error
    }
  },
  staleTime: Number.POSITIVE_INFINITY
})

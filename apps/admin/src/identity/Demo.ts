import { queryOptions } from "@tanstack/react-query"
import { getJson } from "../api/Api.ts"
import type { Words } from "../words/Language.tsx"

/** A login of the demonstration data. */
export interface DemoLogin {
  readonly email: string
  readonly role: Words
  readonly organisation: Words
}

export interface DemoLogins {
  readonly password: string
  readonly logins: ReadonlyArray<DemoLogin>
}

const none: DemoLogins = { password: "", logins: [] }

/** The logins of a demonstration; an installation for real use says that it is none, and has none. */
export const demoQuery = queryOptions({
  queryKey: ["demo-logins"],
  queryFn: async ({ signal }): Promise<DemoLogins> => {
    const { demo } = await getJson<{ readonly demo: boolean }>("/api/installation", signal)
    return demo ? getJson<DemoLogins>("/v1/demo/logins", signal) : none
  },
  staleTime: Number.POSITIVE_INFINITY
})

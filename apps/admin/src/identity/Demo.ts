import { queryOptions } from "@tanstack/react-query"
import { getJson } from "../api/Api.ts"
import type { Words } from "../words/Language.tsx"

/** A login of the demonstration data. */
export interface DemoLogin {
  readonly email: string
  readonly role: Words
  readonly organisation: Words
}

/** Printed by the demonstration when it starts; no other installation has a login with it. */
export const demoPassword = "phakhi-demo-2569"

/** The logins of a demonstration; an installation for real use says that it is none, and has none. */
export const demoQuery = queryOptions({
  queryKey: ["demo-logins"],
  queryFn: async ({ signal }): Promise<ReadonlyArray<DemoLogin>> => {
    const { demo } = await getJson<{ readonly demo: boolean }>("/api/installation", signal)
    return demo ? (await import("../../../../demo/logins.json")).default : []
  },
  staleTime: Number.POSITIVE_INFINITY
})

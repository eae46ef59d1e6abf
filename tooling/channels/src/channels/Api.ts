import { operationsOf } from "@phakhi/domain/engine/Catalogue"
import type { Operation } from "@phakhi/domain/engine/Operation"
import { routeOf } from "@phakhi/domain/rendering/Route"
import { type Answer, answered, type Channel, type Login, type Outcome, type Person, refused } from "../Channel.ts"
import type { World } from "../World.ts"

interface Wire {
  readonly code: string
  readonly kind: string
  readonly status: number
  readonly rule: { readonly id: string }
  readonly facts: Answer["data"]
  readonly th: string
  readonly en: string
  readonly errors?: ReadonlyArray<{ readonly pointer: string }>
}

const read = async (response: Response): Promise<Outcome> => {
  const body: unknown = await response.json()
  if (response.ok) return answered(body as Answer)
  const { code, en, errors, facts, kind, rule, status, th } = body as Wire
  if (status !== response.status) throw new Error(`the problem says ${status}, the answer ${response.status}`)
  return refused({
    tag: code,
    kind,
    rule: rule.id,
    facts: facts as never,
    th,
    en,
    field: errors?.[0]?.pointer,
    code: { status }
  })
}

const queryOf = (input: unknown): string => {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(input ?? {})) if (name !== "id") parameters.set(name, String(value))
  return parameters.size === 0 ? "" : `?${parameters}`
}

const ifMatch = (seen: number | "latest" | "unseen"): Record<string, string> =>
  seen === "unseen" ? {} : { "if-match": seen === "latest" ? "*" : `"${seen}"` }

/** The API alone, by the addresses that the operations have. */
export const api = ({ app, catalogue }: World): Channel => {
  const byName = new Map<string, Operation>(operationsOf(catalogue).map((operation) => [operation.name, operation]))
  const key = (person: Person | null): Record<string, string> =>
    person === null ? {} : { authorization: `Bearer ${person.key}` }
  const sessions = new Map<string, Promise<string>>()
  const signedIn = async ({ email, password }: Login): Promise<string> => {
    const response = await app.request("/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password })
    })
    if (!response.ok) throw new Error(`${email}: ${await response.text()}`)
    return response.headers
      .getSetCookie()
      .map((set) => set.split(";", 1)[0])
      .join("; ")
  }
  /** A session where the operation asks for the person, and they can sign in; else their key. */
  const comes = async (person: Person | null, operation: Operation): Promise<Record<string, string>> => {
    if (operation.type !== "command" || operation.inPerson !== true || person?.login === undefined) return key(person)
    const { account } = person.actor
    const session = sessions.get(account) ?? person.login().then(signedIn)
    sessions.set(account, session)
    return { cookie: await session }
  }
  return {
    name: "api",
    send: async ({ id, input = {}, key: once, operation: name, person, seen = "latest" }) => {
      const operation = byName.get(name)
      if (operation === undefined) throw new Error(`${name} has no address`)
      const { method, path } = routeOf(operation)
      const about = path.replace("{id}", id ?? String((input as { readonly id?: string }).id ?? ""))
      if (method === "GET") return read(await app.request(`${about}${queryOf(input)}`, { headers: key(person) }))
      const existing = operation.type === "command" && operation.target === "existing"
      return read(
        await app.request(about, {
          method,
          headers: {
            "content-type": "application/json",
            ...(await comes(person, operation)),
            ...(existing ? ifMatch(seen) : {}),
            ...(once === undefined ? {} : { "idempotency-key": once })
          },
          body: JSON.stringify(input)
        })
      )
    },
    put: async (person, _, content) =>
      read(await app.request("/v1/files", { method: "PUT", headers: key(person), body: content.slice() })),
    replay: async (person, text) =>
      read(
        await app.request("/v1/replay", {
          method: "POST",
          headers: { "content-type": "application/x-ndjson", ...key(person) },
          body: text
        })
      )
  }
}

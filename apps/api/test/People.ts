import { catalogue } from "@phakhi/domain/catalogue"
import { bySystem } from "@phakhi/domain/engine/Context"
import { perform } from "@phakhi/domain/engine/Perform"
import type { Role } from "@phakhi/domain/kernel/Actor"
import type { Instant } from "@phakhi/domain/kernel/ThaiDate"
import { Identity } from "@phakhi/identity/Identity"
import { Effect } from "effect"
import type { World } from "./World.ts"

export const password = "ศูนย์เด็กเล็กบ้านเรา 2569"

export interface Person {
  readonly account: string
  readonly organisation: string
  readonly email: string
  readonly roles: ReadonlyArray<string>
  /** Sends a request with the person's own key. */
  readonly send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>
}

export const send =
  ({ app }: Pick<World, "app">, headers: Record<string, string> = {}): Person["send"] =>
  async (method, path, body, more = {}) =>
    app.request(path, {
      method,
      headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers, ...more },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) })
    })

/** Sends a request with a session of the person. */
export const signedIn = async (world: Pick<World, "app">, email: string): Promise<Person["send"]> => {
  const response = await send(world)("POST", "/api/auth/sign-in/email", { email, password })
  if (!response.ok) throw new Error(`${email}: ${await response.text()}`)
  const lines = response.headers.getSetCookie().map((line) => line.split(";", 1)[0])
  return send(world, { cookie: lines.join("; ") })
}

/** A new agency with its administrator, who can invite people into it. */
export const newAgency = async (world: World, name = "กรมตัวอย่าง") => {
  const person = async (account: string, organisation: string, email: string, roles: ReadonlyArray<string>) => {
    const { key } = await world.run(
      Identity.use((identity) => identity.createKey(account, { name: "test", scopes: ["all"] }))
    )
    return {
      account,
      organisation,
      email,
      roles,
      send: send(world, { authorization: `Bearer ${key}` })
    } satisfies Person
  }
  const email = `${crypto.randomUUID()}@example.go.th`
  const made = await world.run(
    Identity.use((identity) =>
      identity.createAdministrator({
        organisation: { name: { th: name } },
        name: "ผู้ดูแล",
        email,
        password,
        evenSo: true
      })
    )
  )
  const administrator = await person(made.account, made.organisation, email, ["agency-administrator"])
  const actor = { kind: "person", ...made, roles: ["agency-administrator"] } as never
  const invite = async (
    roles: ReadonlyArray<Role>,
    organisation = made.organisation,
    at?: Instant
  ): Promise<Person> => {
    const address = `${crypto.randomUUID()}@example.go.th`
    const { id } = await world.run(
      perform(catalogue, {
        operation: "accounts.invite",
        input: { organisation, name: "เพื่อนร่วมงาน", email: address, roles },
        // Into another organisation the system alone brings people in so shortly.
        actor: organisation === made.organisation ? actor : bySystem("SEC-5"),
        ...(at === undefined ? {} : { at })
      }).pipe(Effect.tap(({ id }) => Identity.use((identity) => identity.setPasswords([id], password))))
    )
    return person(id, organisation, address, roles)
  }
  return { administrator, invite, organisation: made.organisation }
}

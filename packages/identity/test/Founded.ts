import { assert } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import { perform } from "@phakhi/domain/engine/Perform"
import type { Person } from "@phakhi/domain/kernel/Actor"
import { Effect } from "effect"
import type { Found } from "../src/Caller.ts"
import { Identity } from "../src/Identity.ts"
import type { Origin } from "../src/PasswordSignIn.ts"

export const password = "ศูนย์เด็กเล็กบ้านเรา 2569"
export const origin = (n = 1): Origin => ({ address: `10.0.0.${n}`, userAgent: "test", cookie: "" })

export const founded = Effect.gen(function* () {
  const identity = yield* Identity
  const email = `${crypto.randomUUID()}@example.go.th`
  const { account, organisation } = yield* identity.createAdministrator({
    organisation: { name: { th: "กรมตัวอย่าง" } },
    name: "ผู้ดูแล",
    email,
    password,
    evenSo: true
  })
  const actor = { kind: "person", account, organisation, roles: ["agency-administrator"] } as unknown as Person
  const invite = Effect.fnUntraced(function* (roles: ReadonlyArray<string>, name = "เพื่อนร่วมงาน") {
    const address = `${crypto.randomUUID()}@example.go.th`
    const { id } = yield* perform(catalogue, {
      operation: "accounts.invite",
      input: { organisation, name, email: address, roles },
      actor
    })
    yield* identity.setPasswords([id], password)
    return { id, email: address }
  })
  return { identity, email, account, actor, invite, organisation }
})

export const cookieOf = (cookies: ReadonlyArray<string>): string =>
  cookies.map((cookie) => cookie.split(";")[0]).join("; ")

export const signedIn = Effect.fnUntraced(function* (email: string, from = origin()) {
  const identity = yield* Identity
  const { cookies } = yield* identity.passwords.signIn(email, password, from)
  const cookie = cookieOf(cookies)
  const credentials = identity.credentials(cookie, undefined)
  assert.isTrue(credentials !== null && credentials !== "unreadable")
  return { cookies, cookie, find: identity.lookUp(credentials as never) }
})

export const rolesOf = (found: Found | null) => found?.caller.actor.roles

export const lockIt = (id: string, actor: Person, operation = "accounts.lock") =>
  perform(catalogue, {
    operation,
    id,
    input: operation === "accounts.unlock" ? {} : { reason: "ลาออก" },
    actor,
    seen: "latest"
  })

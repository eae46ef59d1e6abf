import { assert, layer } from "@effect/vitest"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import type { Caller } from "../src/Caller.ts"
import { founded, lockIt, origin, password, signedIn } from "./Founded.ts"
import type { World } from "./World.ts"

const chrome =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"
const from = (address: string, userAgent = chrome) => ({ address, userAgent, cookie: "" })

/** Who is in, and who came in when, on one database. */
export const accessContract = (name: string, world: World) =>
  layer(world, { timeout: 600_000, excludeTestServices: true })(name, (it) => {
    it.effect("SEC-1 one sees one's own open sessions, from which network and by what, and ends them", () =>
      Effect.gen(function* () {
        const { email, identity, invite } = yield* founded
        const stranger = yield* invite(["finance"])
        const here = yield* signedIn(email, from("203.0.113.77"))
        const there = yield* signedIn(email, from("2001:db8:1:2:3::4", "phakhi"))
        const further = yield* signedIn(email, from("198.51.100.9:443", "curl/8"))
        const caller = (yield* here.find)?.caller as Caller
        const open = yield* identity.listSessions(caller)
        assert.deepStrictEqual(
          open.map(({ current, device, from: network }) => [current, network, device.en]),
          [
            [true, "203.0.113.0/24", "Chrome on Windows"],
            [false, "198.51.100.0/24", "Unknown device"],
            [false, "2001:db8:1::/48", "The phakhi command"]
          ]
        )
        const other = (yield* (yield* signedIn(stranger.email)).find)?.caller as Caller
        assert.lengthOf(yield* identity.listSessions(other), 1)
        const ended = open[2]?.id ?? ""
        const refused = yield* Effect.flip(identity.endSession(other, ended))
        assert.strictEqual(refused._tag, "RecordNotFound")
        assert.isNotNull(yield* there.find)
        yield* identity.endSession(caller, ended)
        assert.isNull(yield* there.find)
        yield* signedIn(email, from("203.0.113.78"))
        assert.strictEqual(yield* identity.endOtherSessions(caller), 2)
        assert.isNull(yield* further.find)
        assert.isNotNull(yield* here.find)
        const key = { actor: caller.actor, scopes: null, ofAccount: [] }
        assert.isFalse((yield* identity.listSessions(key)).some(({ current }) => current))
        assert.strictEqual(yield* identity.endOtherSessions(key), 1)
        assert.isNull(yield* here.find)
      })
    )

    it.effect("SEC-3 no whole address is kept of anybody who comes in", () =>
      Effect.gen(function* () {
        const { email } = yield* founded
        yield* signedIn(email, from("203.0.113.77"))
        const sql = yield* SqlClient.SqlClient
        for (const table of ["login_session", "sign_in"])
          assert.lengthOf(yield* sql.unsafe(`SELECT 1 FROM ${table} t WHERE strpos(t::text, '203.0.113.77') > 0`), 0)
      })
    )

    it.effect("SEC-1 one sees who came in as oneself and who tried, why it failed, and when", () =>
      Effect.gen(function* () {
        const { actor, email, identity, invite } = yield* founded
        const officer = yield* invite(["programme-officer"], "สมชาย ใจดี")
        const attempt = (phrase: string) =>
          Effect.exit(identity.passwords.signIn(officer.email, phrase, from("203.0.113.5")))
        yield* attempt(password)
        for (let n = 0; n < 5; n++) yield* attempt(`wrong guess ${n}`)
        for (let n = 0; n < 3; n++) yield* attempt(password)
        yield* Effect.exit(identity.passwords.signIn("nobody@example.go.th", "my own password", from("203.0.113.5")))
        yield* lockIt(officer.id, actor)
        yield* Effect.exit(identity.passwords.signIn(officer.email, password, from("198.51.100.1")))
        const outcomes = (yield* identity.ownSignIns(officer.id)).map(({ outcome }) => outcome)
        const wrong = Array.from({ length: 5 }, () => "wrong-password")
        assert.deepStrictEqual(outcomes, ["locked", "too-many", ...wrong, "in"])
        const [last] = yield* identity.ownSignIns(officer.id)
        assert.deepInclude(last, { name: "สมชาย ใจดี", from: "198.51.100.0/24", account: officer.id })
        assert.lengthOf(yield* identity.ownSignIns(actor.account), 0, "an address that nobody has is not kept")
        assert.strictEqual((yield* signedIn(email)).cookies.length > 0, true)
      })
    )

    it.effect("SEC-1 an administrator sees the sign-ins of their own organisation, others only their own", () =>
      Effect.gen(function* () {
        const { actor, identity, invite } = yield* founded
        const stranger = yield* founded
        const officer = yield* invite(["programme-officer"])
        const colleague = yield* invite(["finance"])
        yield* signedIn(officer.email)
        yield* signedIn(colleague.email)
        yield* signedIn(stranger.email)
        const accounts = (yield* identity.signInsOfAgency(actor)).map(({ account }) => account)
        assert.sameMembers(accounts, [officer.id, colleague.id])
        assert.lengthOf(yield* identity.signInsOfAgency(actor, officer.id), 1)
        assert.lengthOf(yield* identity.signInsOfAgency(actor, stranger.account), 0)
        const plain = { ...actor, account: officer.id, roles: ["programme-officer"] } as never
        assert.strictEqual((yield* Effect.flip(identity.signInsOfAgency(plain)))._tag, "NotPermitted")
      })
    )

    it.effect("SEC-3 a sign-in is forgotten after ninety days, and with the person", () =>
      Effect.gen(function* () {
        const { actor, identity, invite } = yield* founded
        const officer = yield* invite(["programme-officer"])
        yield* signedIn(officer.email)
        yield* signedIn(officer.email, origin(2))
        const sql = yield* SqlClient.SqlClient
        const rows = sql.unsafe(`SELECT 1 FROM sign_in WHERE account = $1::uuid`, [officer.id])
        yield* sql.unsafe(
          `UPDATE sign_in SET at = now() - interval '91 days' WHERE id = (SELECT id FROM sign_in WHERE account = $1::uuid LIMIT 1)`,
          [officer.id]
        )
        assert.lengthOf(yield* identity.ownSignIns(officer.id), 1)
        yield* identity.tidy
        assert.lengthOf(yield* rows, 1)
        yield* lockIt(officer.id, actor, "accounts.end")
        yield* lockIt(officer.id, actor, "accounts.erase-personal-data")
        assert.lengthOf(yield* rows, 0)
      })
    )
  })

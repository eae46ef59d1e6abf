import { assert, layer } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import { bySystem } from "@phakhi/domain/engine/Context"
import { mayReplay } from "@phakhi/domain/engine/DemoMark"
import { accountTold } from "@phakhi/domain/engine/Notification"
import { perform } from "@phakhi/domain/engine/Perform"
import type { Person } from "@phakhi/domain/kernel/Actor"
import { claim, enqueue, giveUp, markDone } from "@phakhi/store/Outbox"
import { SealKey } from "@phakhi/store/SealKey"
import { tables } from "@phakhi/store/Tables"
import { taskOpened } from "@phakhi/store/TaskTopics"
import { tellOfAccount, tellOfTask } from "@phakhi/store/Telling"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { migrate } from "../src/Migrations.ts"
import { sessionKey } from "../src/Sessions.ts"
import { founded, lockIt, origin, password, rolesOf, signedIn } from "./Founded.ts"
import type { World } from "./World.ts"

const on = (actor: Person, operation: string, id: string, input: object) =>
  perform(catalogue, { operation, id, input, actor, seen: "latest" })

/** Set up by the system, so that its roles wait for nobody. */
const anotherAdministrator = Effect.fnUntraced(function* (organisation: string) {
  const input = {
    organisation,
    name: "ผู้ดูแลอีกคน",
    email: `${crypto.randomUUID()}@example.go.th`,
    roles: ["agency-administrator"]
  }
  const { id } = yield* perform(catalogue, { operation: "accounts.invite", input, actor: bySystem("SEC-5") })
  return { kind: "person", account: id, organisation, roles: input.roles } as unknown as Person
})

const notificationsOf = ({ account }: Person) =>
  Effect.flatMap(SqlClient.SqlClient, (sql) =>
    Effect.map(sql.unsafe(`SELECT 1 FROM notification WHERE account = $1::uuid`, [account]), (rows) => rows.length)
  )

/** Tells everyone what waits to be told, and has a mail to this address fail for good. */
const toldAndMailed = Effect.fnUntraced(function* (email: string) {
  const sql = yield* SqlClient.SqlClient
  for (const message of yield* claim({ limit: 500, leaseSeconds: 30 })) {
    if (message.topic === taskOpened) yield* tellOfTask(message.id, message.payload as never)
    if (message.topic === accountTold) yield* tellOfAccount(message.id, message.payload as never)
    yield* markDone(message)
  }
  yield* enqueue([{ topic: "notification.mail", payload: {} }])
  const [mail] = yield* claim({ limit: 500, leaseSeconds: 30 })
  assert(mail !== undefined)
  yield* giveUp(mail, `SMTP EENVELOPE: 550 5.1.1 <${email}>: unknown user ${email}`)
  const [failed] = yield* sql.unsafe<{ readonly reason: string }>(
    `SELECT last_error AS reason FROM outbox WHERE id = $1::uuid`,
    [mail.id]
  )
  assert.include(failed?.reason, "550 5.1.1")
})

const areNowhere = Effect.fnUntraced(function* (markers: ReadonlyArray<string>) {
  const sql = yield* SqlClient.SqlClient
  for (const { name: table } of yield* tables(sql)) {
    for (const marker of markers) {
      const hits = yield* sql.unsafe(`SELECT 1 FROM "${table}" t WHERE strpos(to_jsonb(t)::text, $1::text) > 0`, [
        marker
      ])
      assert.lengthOf(hits, 0, `${table}: ${marker}`)
    }
  }
})

export const identityContract = (name: string, world: World) =>
  layer(world, { timeout: 600_000 })(name, (it) => {
    it.effect("SEC-1 the first administrator signs in and acts with the roles of the account record", () =>
      Effect.gen(function* () {
        const { account, email, organisation } = yield* founded
        const { cookies, find } = yield* signedIn(email.toUpperCase())
        assert.match(cookies[0] ?? "", /HttpOnly/i)
        assert.match(cookies[0] ?? "", /SameSite=Lax/i)
        const found = yield* find
        assert.deepStrictEqual(found?.caller.actor as unknown, {
          kind: "person",
          account,
          organisation,
          roles: ["agency-administrator"]
        })
      })
    )

    it.effect("SEC-1 a second first administrator is refused", () =>
      Effect.gen(function* () {
        const { identity } = yield* founded
        const refused = yield* Effect.flip(
          identity.createAdministrator({
            organisation: { name: { th: "กรมอื่น" } },
            name: "อีกคน",
            email: "second@example.go.th",
            password
          })
        )
        assert.strictEqual(refused._tag, "AdministratorExists")
      })
    )

    it.effect("SEC-1 a wrong password, an unknown address and a locked account answer alike", () =>
      Effect.gen(function* () {
        const { actor, identity, invite } = yield* founded
        const officer = yield* invite(["programme-officer"])
        const wrong = yield* Effect.flip(identity.passwords.signIn(officer.email, "not the right phrase", origin(2)))
        const unknown = yield* Effect.flip(identity.passwords.signIn("nobody@example.go.th", password, origin(2)))
        yield* lockIt(officer.id, actor)
        const locked = yield* Effect.flip(identity.passwords.signIn(officer.email, password, origin(2)))
        assert.deepStrictEqual([wrong, unknown], [locked, locked])
        assert.strictEqual(locked._tag, "SignInRefused")
      })
    )

    it.effect("SEC-1 a short password of a locked account opens nothing either, now or after it is unlocked", () =>
      Effect.gen(function* () {
        const { actor, identity, invite } = yield* founded
        const officer = yield* invite(["programme-officer"])
        const short = "short phrase"
        yield* identity.setPasswords([officer.id], short)
        yield* lockIt(officer.id, actor)
        const refused = yield* Effect.flip(identity.passwords.signIn(officer.email, short, origin(5)))
        assert.strictEqual(refused._tag, "SignInRefused")
        const sql = yield* SqlClient.SqlClient
        const left = yield* sql.unsafe(`SELECT 1 FROM login_session WHERE "userId" = $1::text`, [officer.id])
        assert.lengthOf(left, 0)
      })
    )

    it.effect("SEC-1 guesses that come at once are counted before they are answered", () =>
      Effect.gen(function* () {
        const { identity, invite } = yield* founded
        const { email } = yield* invite(["finance"])
        const guesses = Array.from({ length: 20 }, (_, n) =>
          Effect.flip(identity.passwords.signIn(email, `wrong guess ${n}`, origin(6)))
        )
        const tags = (yield* Effect.all(guesses, { concurrency: "unbounded" })).map(({ _tag }) => _tag)
        assert.lengthOf(
          tags.filter((tag) => tag === "SignInRefused"),
          5
        )
        assert.lengthOf(
          tags.filter((tag) => tag === "TooManyAttempts"),
          15
        )
      })
    )

    it.effect("SEC-1 guesses from one network of IPv6 count as from one place", () =>
      Effect.gen(function* () {
        const { identity, invite } = yield* founded
        const { email } = yield* invite(["finance"])
        const from = (address: string) => ({ ...origin(), address })
        const places = ["2001:db8::1", "2001:DB8:0:0:1::", "2001:db8::ffff:2", "2001:0db8:0:0:a:b:c:d", "2001:db8::3"]
        for (const address of places) yield* Effect.flip(identity.passwords.signIn(email, "wrong guess", from(address)))
        const refused = yield* Effect.flip(identity.passwords.signIn(email, password, from("2001:db8::4")))
        assert.strictEqual(refused._tag, "TooManyAttempts")
        assert.isAbove((yield* identity.passwords.signIn(email, password, from("2001:db8:1::4"))).cookies.length, 0)
      })
    )

    it.effect("SEC-1 right passwords that come at once are not taken for guesses afterwards", () =>
      Effect.gen(function* () {
        const { identity, invite } = yield* founded
        const { email } = yield* invite(["finance"])
        const tries = Array.from({ length: 8 }, () =>
          Effect.exit(identity.passwords.signIn(email, password, origin(7)))
        )
        yield* Effect.all(tries, { concurrency: "unbounded" })
        assert.isAbove((yield* identity.passwords.signIn(email, password, origin(7))).cookies.length, 0)
      })
    )

    it.effect("SEC-1 whoever found an open session cannot go on guessing its password", () =>
      Effect.gen(function* () {
        const { identity, invite } = yield* founded
        const { email, id } = yield* invite(["finance"])
        const change = (n: number, current: string) =>
          Effect.gen(function* () {
            const { cookie } = yield* signedIn(email, origin(8))
            const from = { ...origin(20 + n), cookie }
            return yield* identity.passwords.changePassword(id, current, "another long phrase", from)
          })
        for (let n = 0; n < 5; n++) {
          assert.strictEqual((yield* Effect.flip(change(n, `wrong guess ${n}`)))._tag, "PasswordWrong")
        }
        assert.strictEqual((yield* Effect.flip(change(6, password)))._tag, "TooManyAttempts")
      })
    )

    it.effect("SEC-1 after five wrong guesses even the right password has to wait", () =>
      Effect.gen(function* () {
        const { identity, invite } = yield* founded
        const { email } = yield* invite(["finance"])
        for (let n = 0; n < 5; n++) yield* Effect.flip(identity.passwords.signIn(email, `wrong guess ${n}`, origin(3)))
        const refused = yield* Effect.flip(identity.passwords.signIn(email, password, origin(3)))
        assert.strictEqual(refused._tag, "TooManyAttempts")
        assert.isAbove((yield* identity.passwords.signIn(email, password, origin(4))).cookies.length, 0)
      })
    )

    it.effect(
      "SEC-1 locking an account ends its session and keys at once, and unlocking does not bring them back",
      () =>
        Effect.gen(function* () {
          const { actor, identity, invite } = yield* founded
          const officer = yield* invite(["programme-officer"])
          const { find } = yield* signedIn(officer.email)
          const { key } = yield* identity.createKey(officer.id, { name: "บัญชีกลาง", scopes: ["all"] })
          const credentials = identity.credentials(undefined, `Bearer ${key}`) as never
          assert.deepStrictEqual(rolesOf(yield* find), ["programme-officer"])
          assert.deepStrictEqual(rolesOf(yield* identity.lookUp(credentials)), ["programme-officer"])
          yield* lockIt(officer.id, actor)
          assert.isNull(yield* find)
          assert.isNull(yield* identity.lookUp(credentials))
          yield* lockIt(officer.id, actor, "accounts.unlock")
          assert.isNull(yield* find)
          assert.isNull(yield* identity.lookUp(credentials))
          assert.isNotNull(yield* (yield* signedIn(officer.email)).find)
          yield* lockIt(officer.id, actor, "accounts.end")
          assert.strictEqual(
            (yield* Effect.flip(identity.passwords.signIn(officer.email, password, origin())))._tag,
            "SignInRefused"
          )
        })
    )

    it.effect("SEC-3 an erased account is in no table any more, and nobody signs in with it", () =>
      Effect.gen(function* () {
        const { actor, identity, invite, organisation } = yield* founded
        const name = `ผู้ขอให้ลืม ${crypto.randomUUID()}`
        const position = `ตำแหน่ง ${crypto.randomUUID()}`
        const { email, id } = yield* invite(["finance"], name)
        const second = yield* anotherAdministrator(organisation)
        yield* signedIn(email)
        yield* identity.createKey(id, { name: `กุญแจของ ${name}`, scopes: ["all"] })
        yield* on(actor, "accounts.set-position", id, { position })
        const period = { from: "2026-10-01", to: "2030-09-30" }
        const mandate = { account: id, position, limit: { amount: "1.00", currency: "THB" }, period, order: "1/2569" }
        yield* on(actor, "organisations.give-mandate", organisation, mandate)
        yield* on(actor, "accounts.give-roles", id, { roles: ["finance", "executive"] })
        yield* toldAndMailed(email)
        assert.isAbove(yield* notificationsOf(second), 0, "the other administrator is told of what waits for them")
        yield* on(second, "accounts.decline-proposal", id, { reason: "ไม่ใช่" })
        yield* lockIt(id, actor, "accounts.end")
        yield* toldAndMailed(email)
        yield* lockIt(id, actor, "accounts.erase-personal-data")
        yield* areNowhere([name, email, position])
        const refused = yield* Effect.flip(identity.passwords.signIn(email, password, origin()))
        assert.strictEqual(refused._tag, "SignInRefused")
      })
    )

    it.effect("SEC-3 whoever claimed an organisation and was erased is in no table any more", () =>
      Effect.gen(function* () {
        const { actor } = yield* founded
        const about = { name: { th: "มูลนิธิสมมติ" }, sector: "civil-society", legalForm: "foundation" }
        const { id: organisation } = yield* perform(catalogue, {
          operation: "organisations.register",
          input: about,
          actor
        })
        const [name, position] = [`ผู้ประสานงาน ${crypto.randomUUID()}`, `ประธาน ${crypto.randomUUID()}`]
        const email = `${crypto.randomUUID()}@example.org`
        const { id } = yield* perform(catalogue, {
          operation: "accounts.invite",
          input: { organisation, name, email, roles: ["partner-administrator"] },
          actor
        })
        const claimant = { kind: "person", account: id, organisation, roles: [] } as unknown as Person
        yield* on(claimant, "organisations.claim", organisation, { position, order: "1/2569" })
        yield* toldAndMailed(email)
        yield* on(actor, "organisations.return-claim", organisation, { reason: "ไม่ครบ" })
        yield* lockIt(id, actor, "accounts.end")
        yield* toldAndMailed(email)
        yield* lockIt(id, actor, "accounts.erase-personal-data")
        yield* areNowhere([name, email, position])
      })
    )

    it.effect("SEC-1 a session ends after 60 minutes without use and 12 hours after sign-in", () =>
      Effect.gen(function* () {
        const { email } = yield* founded
        const sql = yield* SqlClient.SqlClient
        const { hmac } = yield* SealKey
        const { kept } = sessionKey(hmac("phakhi sessions"))
        const token = (cookie: string) => kept(decodeURIComponent(cookie.split("=")[1] ?? "").split(".")[0] ?? "")
        const idle = yield* signedIn(email)
        const age = (cookie: string, set: string) =>
          sql.unsafe(`UPDATE login_session SET ${set} WHERE token = $1::text`, [token(cookie)])
        yield* age(idle.cookie, `"updatedAt" = now() - interval '59 minutes'`)
        assert.isNotNull(yield* idle.find)
        const [used] = yield* sql.unsafe<{ fresh: boolean }>(
          `SELECT "updatedAt" > now() - interval '1 minute' AS fresh FROM login_session WHERE token = $1::text`,
          [token(idle.cookie)]
        )
        assert.isTrue(used?.fresh)
        yield* age(idle.cookie, `"updatedAt" = now() - interval '61 minutes'`)
        assert.isNull(yield* idle.find)
        const old = yield* signedIn(email)
        const [lasts] = yield* sql.unsafe<{ hours: number }>(
          `SELECT round(extract(epoch FROM "expiresAt" - now()) / 3600)::int AS hours FROM login_session WHERE token = $1::text`,
          [token(old.cookie)]
        )
        assert.strictEqual(lasts?.hours, 12)
        yield* age(old.cookie, `"expiresAt" = now() - interval '1 second'`)
        assert.isNull(yield* old.find)
      })
    )

    it.effect("SEC-1 a cookie that we did not sign is nobody's", () =>
      Effect.gen(function* () {
        const { email, identity } = yield* founded
        const { cookie } = yield* signedIn(email)
        assert.isNull(identity.credentials(`${cookie.slice(0, -6)}AAAAAA`, undefined))
        assert.isNull(identity.credentials("phakhi.session_token=%E0%A4%A", undefined))
        assert.strictEqual(identity.credentials(cookie, "Bearer phk_short_x"), "unreadable")
      })
    )

    it.effect("SEC-1 signing out ends the session", () =>
      Effect.gen(function* () {
        const { email, identity } = yield* founded
        const { cookie, find } = yield* signedIn(email)
        yield* identity.passwords.signOut({ ...origin(), cookie })
        assert.isNull(yield* find)
      })
    )

    it.effect("SEC-1 a new password is at least 12 characters and ends the other sessions", () =>
      Effect.gen(function* () {
        const { identity, invite } = yield* founded
        const { email, id } = yield* invite(["auditor"])
        const here = yield* signedIn(email)
        const there = yield* signedIn(email)
        const change = (current: string, next: string) =>
          identity.passwords.changePassword(id, current, next, { ...origin(), cookie: here.cookie })
        assert.strictEqual((yield* Effect.flip(change(password, "short")))._tag, "PasswordLength")
        assert.strictEqual((yield* Effect.flip(change("wrong password", "long enough phrase")))._tag, "PasswordWrong")
        yield* change(password, "long enough phrase")
        assert.isNull(yield* there.find)
        assert.strictEqual((yield* Effect.flip(identity.setPasswords([id], "elevenchars")))._tag, "PasswordLength")
      })
    )

    it.effect("the record asked for comes with the caller, and a missing one as null", () =>
      Effect.gen(function* () {
        const { actor, email, identity } = yield* founded
        const { cookie } = yield* signedIn(email)
        const credentials = identity.credentials(cookie, undefined) as never
        const wanted = (id: string) => identity.lookUp(credentials, { record: "organisation", id })
        const found = yield* wanted(actor.organisation ?? "")
        assert.strictEqual(found?.record?.version, 3)
        assert.strictEqual(found?.record?.access.owner, actor.organisation)
        assert.isNull((yield* wanted(crypto.randomUUID()))?.record)
      })
    )

    it.effect("a store that holds something real never becomes one for replays", () =>
      Effect.gen(function* () {
        const { identity } = yield* founded
        assert.deepStrictEqual(yield* identity.installation, { demo: false, mayReplay: false })
        assert.isFalse(yield* mayReplay(catalogue))
        yield* migrate
      })
    )

    it.effect("sign-ups and refused changes at the same time do not disturb each other", () =>
      Effect.gen(function* () {
        const { actor, identity, invite } = yield* founded
        const sql = yield* SqlClient.SqlClient
        const people = yield* Effect.forEach([1, 2, 3, 4], () => invite(["finance"]))
        const refused = sql
          .withTransaction(Effect.andThen(sql.unsafe(`UPDATE login SET "name" = 'lost'`), Effect.fail("no")))
          .pipe(Effect.exit)
        yield* Effect.all(
          people.flatMap(({ email }, n) => [
            refused,
            Effect.asVoid(identity.passwords.signIn(email, password, origin(20 + n)))
          ]),
          { concurrency: "unbounded" }
        )
        const [lost] = yield* sql.unsafe<{ n: number }>(`SELECT count(*)::int AS n FROM login WHERE "name" = 'lost'`)
        assert.strictEqual(lost?.n, 0)
        const [kept] = yield* sql.unsafe<{ n: number }>(
          `SELECT count(DISTINCT "userId")::int AS n FROM login_session WHERE "userId" = ANY($1::text[])`,
          [`{${people.map(({ id }) => id).join(",")}}`]
        )
        assert.strictEqual(kept?.n, 4)
        assert.strictEqual(actor.roles.length, 1)
      })
    )
  })

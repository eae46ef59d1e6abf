import { assert, layer } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import { bySystem } from "@phakhi/domain/engine/Context"
import { perform } from "@phakhi/domain/engine/Perform"
import type { Actor, Integration, Person } from "@phakhi/domain/kernel/Actor"
import { SealKey } from "@phakhi/store/SealKey"
import { Effect, Exit, Result } from "effect"
import { SqlClient } from "effect/sql"
import { makeInvitation } from "../src/Invitations.ts"
import { keysAtMost } from "../src/Keys.ts"
import { migrate } from "../src/Migrations.ts"
import { uncoded } from "./codedRows.ts"
import { founded, lockIt, origin, password, rolesOf, signedIn } from "./Founded.ts"
import type { World } from "./World.ts"

/** What lets somebody in beside their password, on one database. */
export const keysAndLinksContract = (name: string, world: World) =>
  // What is proposed lapses by the clock of the database: it must be the one that acts are done by.
  layer(world, { timeout: 600_000, excludeTestServices: true })(name, (it) => {
    it.effect("SEC-1 a key is shown once, kept as a hash, and carries only its scopes", () =>
      Effect.gen(function* () {
        const { identity, invite } = yield* founded
        const { id } = yield* invite(["programme-officer", "finance"])
        const { key, prefix } = yield* identity.createKey(id, { name: "รายงาน", scopes: ["finance", "missions.*"] })
        assert.match(key, /^phk_[a-z0-9]{8}_[A-Za-z0-9_-]{43}$/)
        const sql = yield* SqlClient.SqlClient
        const stored = yield* sql.unsafe<object>(`SELECT to_jsonb(k) AS row FROM api_key k WHERE prefix = $1::text`, [
          prefix
        ])
        assert.notInclude(JSON.stringify(stored), key.slice(13))
        const found = yield* identity.lookUp(identity.credentials(undefined, `Bearer ${key}`) as never)
        assert.deepStrictEqual(rolesOf(found), ["finance"])
        assert.deepStrictEqual(found?.caller.scopes, ["finance", "missions.*"])
        const other = `${key.slice(0, -1)}${key.endsWith("A") ? "Q" : "A"}`
        assert.isNull(yield* identity.lookUp(identity.credentials(undefined, `Bearer ${other}`) as never))
        yield* sql.unsafe(`UPDATE api_key SET expires_at = now() - interval '1 second' WHERE prefix = $1::text`, [
          prefix
        ])
        assert.isNull(yield* identity.lookUp(identity.credentials(undefined, `Bearer ${key}`) as never))
      })
    )

    it.effect("SEC-1 a key of before that named no scope is for all, and says so", () =>
      Effect.gen(function* () {
        const { identity, invite } = yield* founded
        const { id } = yield* invite(["finance"])
        const { key, prefix } = yield* identity.createKey(id, { name: "เดิม", scopes: ["finance"] })
        const sql = yield* SqlClient.SqlClient
        yield* sql`ALTER TABLE api_key DROP CONSTRAINT api_key_is_for_something`
        yield* sql`UPDATE api_key SET scopes = '[]' WHERE prefix = ${prefix}`
        yield* uncoded
        yield* sql`DELETE FROM phakhi_identity_migration WHERE migration_id >= 14`
        yield* migrate
        const found = yield* identity.lookUp(identity.credentials(undefined, `Bearer ${key}`) as never)
        assert.deepStrictEqual([found?.caller.scopes, rolesOf(found)], [["all"], ["finance"]])
      })
    )

    it.effect("SEC-2 an account has so many valid keys and no more, asked for one by one or at once", () =>
      Effect.gen(function* () {
        const { identity, invite } = yield* founded
        const { id } = yield* invite(["finance"])
        const ask = Effect.result(identity.createKey(id, { name: "k", scopes: ["all"] }))
        const made = yield* Effect.forEach(Array.from({ length: keysAtMost + 3 }), () => ask, { concurrency: 4 })
        const valid = made.flatMap((one) => (one._tag === "Success" ? [one.success] : []))
        assert.lengthOf(valid, keysAtMost)
        const refused = yield* Effect.flip(identity.createKey(id, { name: "k", scopes: ["all"] }))
        assert.deepInclude(refused, { _tag: "KeysSpent", facts: { most: keysAtMost } })
        const owner = { account: id, organisation: null, roles: [] } as unknown as Person
        yield* identity.revokeKey(owner, valid[0]?.id ?? "")
        yield* identity.createKey(id, { name: "k", scopes: ["all"] })
      })
    )

    it.effect("SEC-1 keys are seen and revoked by their owner and by administrators of the same agency only", () =>
      Effect.gen(function* () {
        const { actor, identity, invite } = yield* founded
        const stranger = yield* founded
        const owner = yield* invite(["finance"])
        const colleague = yield* invite(["finance"])
        const as = (id: string) => ({ ...actor, account: id, roles: ["finance"] }) as unknown as Person
        const made = yield* identity.createKey(owner.id, { name: "k", scopes: ["all"] })
        const seenBy = (who: Person) =>
          Effect.map(identity.listKeys(who), (keys) => keys.some(({ id }) => id === made.id))
        assert.deepStrictEqual(
          yield* Effect.all([seenBy(as(owner.id)), seenBy(actor), seenBy(as(colleague.id)), seenBy(stranger.actor)]),
          [true, true, false, false]
        )
        const foreign = yield* Effect.flip(identity.revokeKey(stranger.actor, made.id))
        assert.strictEqual(foreign._tag, "RecordNotFound")
        yield* identity.revokeKey(as(owner.id), made.id)
        assert.isNull(yield* identity.lookUp(identity.credentials(undefined, `Bearer ${made.key}`) as never))
      })
    )

    it.effect("SEC-1 an invitation works once, for its account, and not for an administrator of another agency", () =>
      Effect.gen(function* () {
        const { actor, identity, organisation } = yield* founded
        const stranger = yield* founded
        const email = `${crypto.randomUUID()}@example.go.th`
        const { id } = yield* perform(catalogue, {
          operation: "accounts.invite",
          input: { organisation, name: "คนใหม่", email, roles: ["finance"] },
          actor
        })
        assert.strictEqual((yield* Effect.flip(identity.makeInvitation(stranger.actor, id)))._tag, "RecordNotFound")
        const first = yield* identity.makeInvitation(actor, id)
        const { token } = yield* identity.makeInvitation(actor, id)
        assert.strictEqual((yield* Effect.flip(identity.showInvitation(first.token)))._tag, "InvitationUnknown")
        assert.deepInclude(yield* identity.showInvitation(token), {
          name: "คนใหม่",
          email,
          organisation: { th: "กรมตัวอย่าง" }
        })
        assert.strictEqual((yield* Effect.flip(identity.acceptInvitation(token, "short")))._tag, "PasswordLength")
        const twins = yield* Effect.all(
          [identity.acceptInvitation(token, password), identity.acceptInvitation(token, password)].map(Effect.exit),
          { concurrency: 2 }
        )
        assert.strictEqual(twins.filter(({ _tag }) => _tag === "Success").length, 1)
        assert.isNotNull(yield* (yield* signedIn(email)).find)
      })
    )

    it.effect("SEC-9 a key makes no link, be it an administrator's", () =>
      Effect.gen(function* () {
        const { actor, identity, invite } = yield* founded
        const { id } = yield* invite(["finance"])
        const machine = { ...actor, kind: "integration", key: "abcdefgh" } as unknown as Integration
        assert.strictEqual((yield* Effect.flip(identity.makeInvitation(machine, id)))._tag, "SessionRequired")
      })
    )

    it.effect("SEC-9 a link ends the password, and the roles come back to whoever was confirmed to be in", () =>
      Effect.gen(function* () {
        const { actor, identity, invite, organisation } = yield* founded
        const officer = yield* invite(["programme-officer"])
        const email = `${crypto.randomUUID()}@example.go.th`
        const made = yield* identity.createAdministrator({
          organisation: { id: organisation },
          name: "ผู้ดูแลอีกคน",
          email,
          password,
          evenSo: true
        })
        const second = { ...actor, ...made } as unknown as Person
        const confirm = perform(catalogue, {
          operation: "accounts.confirm-proposal",
          id: officer.id,
          input: {},
          actor: second,
          seen: "latest"
        })
        const unused = yield* identity.makeInvitation(actor, officer.id)
        const before = yield* Effect.flip(identity.passwords.signIn(officer.email, password, origin(7)))
        assert.strictEqual(before._tag, "SignInRefused")
        yield* confirm
        const late = yield* Effect.flip(identity.acceptInvitation(unused.token, password))
        assert.strictEqual(late._tag, "InvitationUnknown", "whoever held it back does not come in with the roles")
        const { token } = yield* identity.makeInvitation(actor, officer.id)
        yield* identity.acceptInvitation(token, password)
        const { find } = yield* signedIn(officer.email)
        assert.deepStrictEqual(rolesOf(yield* find), [])
        yield* confirm
        assert.deepStrictEqual(rolesOf(yield* find), ["programme-officer"])
      })
    )

    it.effect(
      "SEC-9 a sign-in and a request for a key that were under way when a link was issued come to nothing",
      () =>
        Effect.gen(function* () {
          const { actor, identity, invite } = yield* founded
          const officer = yield* invite(["programme-officer"])
          const sql = yield* SqlClient.SqlClient
          const { find } = yield* signedIn(officer.email)
          const kept = `SELECT to_jsonb(s)::text AS session FROM login_session s WHERE "userId" = $1::text`
          const [before] = yield* sql.unsafe<{ readonly session: string }>(kept, [officer.id])
          yield* identity.makeInvitation(actor, officer.id)
          yield* sql.unsafe(
            `INSERT INTO login_session SELECT * FROM jsonb_populate_record(NULL::login_session, $1::text::jsonb)`,
            [before?.session]
          )
          assert.isNull(yield* find)
          const asked = identity.createKey(officer.id, { name: "กุญแจ", scopes: ["all"] })
          assert.strictEqual((yield* Effect.flip(asked))._tag, "NotSignedIn")
        })
    )

    it.effect("SEC-9 where the link cannot be written, no role rests, and whatever let its person in still does", () =>
      Effect.gen(function* () {
        const { actor, invite } = yield* founded
        const { email, id } = yield* invite(["finance"])
        const { find } = yield* signedIn(email)
        const sql = yield* SqlClient.SqlClient
        const key = yield* SealKey
        // Whether the database or the mail fails: the second is written after the link.
        const failing = sql.unsafe(`SELECT 1 / 0`)
        const broken = { unsafe: () => failing } as unknown as SqlClient.SqlClient
        const mail = () => ({ topic: "invitation.mail", owner: "no organisation", payload: {} })
        for (const made of [makeInvitation(broken, key, actor, id), makeInvitation(sql, key, actor, id, mail)])
          assert.isTrue(Exit.isFailure(yield* Effect.exit(made)))
        assert.deepStrictEqual(rolesOf(yield* find), ["finance"])
        const left = yield* sql.unsafe(
          `SELECT 1 FROM record WHERE record = 'account' AND id = $1::uuid AND (state ? 'resting' OR state ? 'linksIssued')
           UNION ALL SELECT 1 FROM invitation WHERE account = $1::uuid`,
          [id]
        )
        assert.deepStrictEqual(left, [])
        yield* makeInvitation(sql, key, actor, id)
        assert.isNull(yield* find)
      })
    )

    it.effect("SEC-9 a link that is issued while its account is being locked lets nobody in after it is unlocked", () =>
      Effect.gen(function* () {
        const { actor, identity, invite } = yield* founded
        const { id } = yield* invite(["finance"])
        const [{ token }] = yield* Effect.all([identity.makeInvitation(actor, id), lockIt(id, actor)], {
          concurrency: "unbounded"
        })
        yield* lockIt(id, actor, "accounts.unlock")
        const late = yield* Effect.flip(identity.acceptInvitation(token, password))
        assert.strictEqual(late._tag, "InvitationUnknown")
      })
    )

    it.effect("SEC-1 who is locked does not act on their own account, though both were asked for at once", () =>
      Effect.gen(function* () {
        const { actor, organisation } = yield* founded
        const act = (by: Actor, operation: string, input: unknown, id?: string) =>
          perform(catalogue, {
            operation,
            input,
            actor: by,
            ...(id === undefined ? {} : { id, seen: "latest" as const })
          })
        const email = `${crypto.randomUUID()}@example.go.th`
        const invitation = { organisation, name: "ผู้ดูแลอีกคน", email, roles: actor.roles }
        const { id } = yield* act(bySystem("SEC-5"), "accounts.invite", invitation)
        const second = { ...actor, account: id } as unknown as Person
        yield* act(actor, "accounts.give-roles", { roles: [...actor.roles, "finance"] }, id)
        const [locked, confirmed] = yield* Effect.all(
          [act(actor, "accounts.lock", { reason: "ลาออก" }, id), act(second, "accounts.confirm-proposal", {}, id)].map(
            (one) => Effect.result(one)
          ),
          { concurrency: "unbounded" }
        )
        assert.isTrue(locked !== undefined && Result.isSuccess(locked))
        assert.strictEqual(
          confirmed !== undefined && Result.isFailure(confirmed) ? confirmed.failure._tag : "confirmed",
          "NotSignedIn"
        )
      })
    )

    it.effect("SEC-8 a link of the agency that is still open ends when the partner's administrator is verified", () =>
      Effect.gen(function* () {
        const { actor, identity, invite } = yield* founded
        const act = (by: Person, operation: string, input: unknown, id?: string) =>
          perform(catalogue, {
            operation,
            input,
            actor: by,
            ...(id === undefined ? {} : { id, seen: "latest" as const })
          })
        const officer = yield* invite(["programme-officer"])
        const verifier = { ...actor, account: officer.id, roles: ["programme-officer"] } as unknown as Person
        const about = { name: { th: "มูลนิธิสมมติ" }, sector: "civil-society", legalForm: "foundation" }
        const organisation = (yield* act(actor, "organisations.register", about)).id
        const email = `${crypto.randomUUID()}@example.org`
        const invited = { organisation, name: "ผู้ประสานงาน", email, roles: ["partner-administrator"] }
        const { id } = yield* act(actor, "accounts.invite", invited)
        // The link is issued between the moment when the claimant is let in and the claim.
        const { token } = yield* identity.makeInvitation(actor, id)
        const claimant = { kind: "person", account: id, organisation, roles: [] } as unknown as Person
        yield* act(claimant, "organisations.claim", { position: "ผู้ประสานงาน", order: "1/2569" }, organisation)
        yield* act(verifier, "organisations.verify-claim", {}, organisation)
        const late = yield* Effect.flip(identity.acceptInvitation(token, password))
        assert.strictEqual(late._tag, "InvitationUnknown")
      })
    )
  })

import { randomUUID } from "node:crypto"
import { assert, describe, layer } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { manyNobodysDuties, manyWait, toldApart, toTell } from "@phakhi/domain/engine/Notification"
import { AccountId, type Actor, accessOf, OrganisationId, type Person, type Role } from "@phakhi/domain/kernel/Actor"
import { Instant } from "@phakhi/domain/kernel/ThaiDate"
import { mandateMissing } from "@phakhi/domain/parties/Organisation"
import { Arbitrary, Effect } from "effect"
import { listNotifications } from "../src/Inbox.ts"
import { tellOfRoles, tellOfTask } from "../src/Telling.ts"
import { append, event, organisation, stream } from "./Sample.ts"
import type { TestStore } from "./Stores.ts"
import {
  accounts,
  days,
  deliverAll,
  holding,
  member,
  officer,
  Someone,
  task,
  toldTo,
  Wanted,
  waitingFor
} from "./Waiting.ts"

/** Who is told of what waits, whichever database is behind it. */
export const telling = (name: string, store: TestStore) =>
  describe(`Who is told, on ${name}`, () => {
    layer(store, { excludeTestServices: true })((it) => {
      it.effect(
        "ACT-1 tells of a task those that the domain says, and where there is nobody, their administrators",
        () =>
          Effect.gen(function* () {
            const events = yield* EventStore
            const wanted = yield* Arbitrary.sampleEffect(Arbitrary.schema(Wanted), { count: 50, seed: 7 })
            const everyone = (yield* Arbitrary.sampleEffect(Arbitrary.schema(Someone), { count: 12, seed: 8 })).map(
              (person) => ({ ...person, account: AccountId.make(randomUUID()) })
            )
            yield* events.append(append(everyone.map((person) => holding(person))))
            let [direct, others] = [0, 0]
            for (const { except, owner, record, roles, ...one } of wanted) {
              const account = one.account === null ? null : (everyone[accounts.indexOf(one.account)]?.account ?? null)
              const excepted = except.map(
                ({ account, role }) => `${role}:${everyone[accounts.indexOf(account)]?.account}` as const
              )
              const made = task("told", { ...one, roles: roles.slice(0, 1), account, except: excepted })
              const appended = waitingFor([made], { record, access: accessOf({ owner }) })
              yield* events.append(append([appended]))
              const source = randomUUID()
              yield* tellOfTask(source, { record, id: appended.stream, key: "told" })
              yield* tellOfTask(source, { record, id: appended.stream, key: "told" })
              const { able, instead } = toTell(made, owner, everyone)
              for (const person of everyone) {
                const { data } = yield* listNotifications(person.account, { unread: false, limit: 100 })
                const words = data.filter(({ recordId }) => recordId === appended.stream).map(({ words }) => words.en)
                const isTold = [...able, ...instead].includes(person)
                const expected = able.includes(person) ? "Answer" : "Answer (nobody in the organisation can do it yet)"
                assert.deepStrictEqual(words, isTold ? [expected] : [])
              }
              direct += able.length
              others += instead.length
            }
            assert.isAbove(direct, 5)
            assert.isAbove(others, 5)
          })
      )

      it.effect("COL-5b tells whoever can give a mandate where none of those who sign has one, and nobody else", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const at = OrganisationId.make(randomUUID())
          const [signatory, administrator] = [member(at, "executive"), member(at, "agency-administrator")]
          yield* events.append(append([signatory, administrator].map((one) => holding(one))))
          let version = 0
          const mandated = (limit: string) => {
            const baht = { amount: limit, currency: "THB" }
            const holder = { subject: signatory.account, position: "อธิบดี" }
            const period = { from: "2020-01-01", to: "2099-12-31" }
            const mandate = { id: "m", account: signatory.account, holder, limit: baht, period, order: "1" }
            const particulars = { name: { th: "กรม" }, legalForm: "other", sector: "state" }
            const state = { id: at, particulars, active: true, mandates: [mandate] }
            return events.append(
              append([stream({ record: "organisation", stream: at, expectedVersion: version++, state })])
            )
          }
          const told = Effect.gen(function* () {
            const signing = task("sign", { organisation: at, roles: ["executive"], mandate: "100000" })
            const waiting = waitingFor([signing], { record: "signed" })
            yield* events.append(append([waiting]))
            yield* tellOfTask(randomUUID(), { record: "signed", id: waiting.stream, key: "sign" })
            const operations = []
            for (const { account } of [signatory, administrator]) {
              const { data } = yield* listNotifications(account, { unread: true, limit: 100 })
              operations.push(data.map(({ operation, recordId }) => [operation, recordId === at]))
            }
            return operations
          })
          yield* mandated("999.99")
          const signature = ["missions.answer", false]
          const mandate = ["organisations.give-mandate", true]
          assert.deepStrictEqual(yield* told, [[signature], [mandate]])
          yield* mandated("1000.00")
          assert.deepStrictEqual(yield* told, [[signature, signature], [mandate]])
        })
      )

      it.effect("COL-5b tells of a mandate that is missing once, and only those who can give it", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const [partner, agency] = [organisation(), organisation()] as const
          const owning = member(agency, "agency-administrator")
          const signatory = member(partner, "partner-signatory")
          const administrator = member(partner, "partner-administrator")
          const particulars = { name: { th: "สมาคม" }, legalForm: "other", sector: "civil-society" }
          const state = { id: partner, particulars, active: true, mandates: [] }
          yield* events.append(append([stream({ record: "organisation", stream: partner, state }), holding(owning)]))
          const due = days[0] ?? null
          const signing = task("sign", { organisation: partner, roles: ["partner-signatory"], mandate: "100", due })
          const waiting = waitingFor([signing], { record: "signed", access: accessOf({ owner: agency }) })
          const about = { record: "signed", id: waiting.stream, key: "sign" }
          const toldAgain = (change: { readonly due?: string; readonly stage?: string } = {}) =>
            Effect.andThen(
              tellOfTask(randomUUID(), { ...about, ...change }),
              Effect.all([toldTo(owning), toldTo(administrator), toldTo(signatory)])
            )
          yield* events.append(append([waiting]))
          const nobody = "Answer (nobody in the organisation can do it yet)"
          // Nobody there: the agency is told that, and not of a mandate, which it cannot give for its partner.
          assert.deepStrictEqual(yield* toldAgain(), [[nobody], [], []])
          yield* events.append(append([holding(signatory)]))
          assert.deepStrictEqual(yield* toldAgain(), [[nobody], [], ["Answer"]])
          yield* events.append(append([holding(administrator)]))
          const reminded = yield* toldAgain({ due: due ?? "", stage: "late-1" })
          assert.deepStrictEqual([reminded[1], reminded[2].length], [[], 2])
          assert.deepStrictEqual((yield* toldAgain())[1], [mandateMissing.en])
          assert.deepStrictEqual((yield* toldAgain())[1], [mandateMissing.en])
          // Where nobody can sign, the same people are told that, and nothing of a mandate that would not help.
          const gone = holding(signatory, { expectedVersion: 1, events: [event("A")] }, "locked")
          const another = waitingFor([signing], { record: "signed" })
          yield* events.append(append([gone, another]))
          yield* tellOfTask(randomUUID(), { ...about, id: another.stream })
          assert.deepStrictEqual(yield* toldTo(administrator), [mandateMissing.en, nobody])
        })
      )

      it.effect("tells once of what stops waiting and waits again, and anew where it was done in between", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const someone = {
            ...officer,
            account: AccountId.make(randomUUID()),
            organisation: OrganisationId.make(randomUUID())
          }
          const { organisation } = someone
          yield* events.append(append([holding(someone)]))
          const { stream: id } = stream()
          let version = 0
          const wait = (keys: ReadonlyArray<string>, operation = "visits.make") =>
            Effect.gen(function* () {
              const tasks = keys.map((key) => task(key, { organisation }))
              const change = { record: "again", stream: id, expectedVersion: version++, events: [event("A")] }
              const at = new Date().toISOString()
              yield* events.append(append([waitingFor(tasks, change)], { at, actor: someone, cause: { operation } }))
              for (const key of keys) yield* tellOfTask(randomUUID(), { record: "again", id, key })
              return (yield* listNotifications(someone.account, { unread: false, limit: 100 })).data.length
            })
          assert.strictEqual(yield* wait(["a"]), 1)
          assert.strictEqual(yield* wait([]), 1)
          assert.strictEqual(yield* wait(["a"]), 1)
          assert.strictEqual(yield* wait(["a", "b"]), 2)
          assert.strictEqual(yield* wait([], "missions.answer"), 2)
          assert.strictEqual(yield* wait(["a"]), 3)
        })
      )

      it.effect("tells anew of what is asked anew by its record's own word, whoever ended it before", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const at = OrganisationId.make(randomUUID())
          const [asked, asking] = [member(at, "programme-officer"), member(organisation(), "partner-editor")]
          yield* events.append(append([holding(asked)]))
          const { stream: id } = stream()
          let version = 0
          const happens = (actor: Actor, operation: string, since?: string) =>
            Effect.gen(function* () {
              const tasks =
                since === undefined ? [] : [task("answer", { organisation: at, since: Instant.make(since) })]
              const change = { record: "asked", stream: id, expectedVersion: version++, events: [event("A")] }
              const now = new Date().toISOString()
              yield* events.append(append([waitingFor(tasks, change)], { at: now, actor, cause: { operation } }))
              yield* tellOfTask(randomUUID(), { record: "asked", id, key: "answer" })
              return (yield* toldTo(asked)).length
            })
          /** After all that was told so far. */
          const later = Effect.map(Effect.sleep(5), () => new Date().toISOString())
          const ends: ReadonlyArray<readonly [Actor, string]> = [
            [asked, "missions.decline"],
            [{ kind: "system", rule: "SEC-10" }, "missions.lapse"],
            [asked, "organisations.return-claim"],
            [{ kind: "system", rule: "SEC-5", reason: "ตั้งค่า" }, "missions.answer"]
          ]
          let count = 0
          for (const [actor, operation] of ends) {
            const since = yield* later
            assert.strictEqual(yield* happens(asking, "missions.propose", since), ++count, operation)
            // Nothing new is asked where it rests and goes on.
            assert.strictEqual(yield* happens(asking, "missions.suspend"), count)
            assert.strictEqual(yield* happens(asking, "missions.resume", since), count)
            assert.strictEqual(yield* happens(actor, operation), count)
          }
          assert.strictEqual(yield* happens(asking, "missions.propose", yield* later), count + 1)
        })
      )

      it.effect(
        "ACT-1 tells in their place of what nobody can do any more, and whoever gets a role of what waits",
        () =>
          Effect.gen(function* () {
            const events = yield* EventStore
            const at = OrganisationId.make(randomUUID())
            const administrator = member(at, "agency-administrator")
            const [first, second] = [member(at, "finance"), member(at, "finance")]
            const roles = ["finance"] as const
            yield* events.append(append([administrator, first].map((one) => holding(one))))
            const paying = (except: ReadonlyArray<string> = []) =>
              waitingFor([task("pay", { organisation: at, roles, words: { th: "จ่าย", en: "Pay" }, except })], {
                record: "paid"
              })
            const unable = "Pay (nobody in the organisation can do it yet)"
            const changed = (person: Person, gained: ReadonlyArray<Role>, lost: ReadonlyArray<Role>) =>
              Effect.gen(function* () {
                const source = randomUUID()
                yield* deliverAll
                yield* tellOfRoles(source, { account: person.account, gained, lost })
                yield* tellOfRoles(source, { account: person.account, gained, lost })
              })
            yield* events.append(append([paying(), paying([`finance:${second.account}`])]))
            // Nothing is told of what somebody can do already.
            yield* changed(first, [], [])
            assert.deepStrictEqual(yield* toldTo(administrator), [])
            // The second one can do one of the two: of the other, those are told who look after people there.
            yield* events.append(append([holding(second)]))
            yield* changed(second, roles, [])
            assert.deepStrictEqual(yield* toldTo(second), ["Pay"])
            yield* events.append(append([holding(first, { expectedVersion: 1, events: [event("A")] }, "locked")]))
            yield* changed(first, [], roles)
            assert.deepStrictEqual(yield* toldTo(administrator), [unable])
            yield* events.append(append([holding(second, { expectedVersion: 1, events: [event("A")] }, "ended")]))
            yield* changed(second, [], roles)
            assert.deepStrictEqual(yield* toldTo(administrator), [unable, unable])
            yield* changed(second, [], roles)
            assert.deepStrictEqual(yield* toldTo(administrator), [unable, unable])
            // Many things are one notice.
            yield* events.append(append(Array.from({ length: toldApart }, () => paying())))
            yield* changed(second, [], roles)
            assert.lengthOf(yield* toldTo(administrator), 2 + toldApart)
            yield* events.append(append(Array.from({ length: toldApart + 1 }, () => paying())))
            yield* changed(second, [], roles)
            assert.deepStrictEqual((yield* toldTo(administrator)).slice(2 + toldApart), [
              manyNobodysDuties(toldApart + 1).en
            ])
            const third = member(at, "finance")
            yield* events.append(append([holding(third)]))
            yield* changed(third, roles, [])
            assert.deepStrictEqual(yield* toldTo(third), [manyWait(2 * toldApart + 3).en])
          })
      )

      it.effect("COL-5b tells of a mandate that is missing where somebody gets the role of those who sign", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const partner = organisation()
          const [administrator, signatory] = [
            member(partner, "partner-administrator"),
            member(partner, "partner-signatory")
          ]
          const particulars = { name: { th: "สมาคม" }, legalForm: "other", sector: "civil-society" }
          const state = { id: partner, particulars, active: true, mandates: [] }
          const signing = task("sign", { organisation: partner, roles: ["partner-signatory"], mandate: "100" })
          yield* events.append(
            append([stream({ record: "organisation", stream: partner, state }), holding(administrator)])
          )
          yield* events.append(append([1, 2].map(() => waitingFor([signing], { record: "signed" }))))
          yield* events.append(append([holding(signatory)]))
          const gained: ReadonlyArray<Role> = ["partner-signatory"]
          // What began a moment ago is told by its own message.
          yield* tellOfRoles(randomUUID(), { account: signatory.account, gained, lost: [] })
          assert.deepStrictEqual([yield* toldTo(signatory), yield* toldTo(administrator)], [[], []])
          yield* deliverAll
          yield* tellOfRoles(randomUUID(), { account: signatory.account, gained, lost: [] })
          assert.deepStrictEqual(yield* toldTo(signatory), ["Answer", "Answer"])
          assert.deepStrictEqual(yield* toldTo(administrator), [mandateMissing.en, mandateMissing.en])
        })
      )

      it.effect(
        "ACT-1 tells one person of much that waits and of much that nobody can do any more, each by itself",
        () =>
          Effect.gen(function* () {
            const events = yield* EventStore
            const at = organisation()
            const both: Person = { ...member(at, "finance"), roles: ["agency-administrator", "finance"] }
            const many = (role: Role) =>
              Array.from({ length: toldApart + 1 }, () =>
                waitingFor([task("t", { organisation: at, roles: [role] })], { record: "asked" })
              )
            yield* events.append(append([...many("finance"), ...many("programme-officer"), holding(both)]))
            yield* deliverAll
            yield* tellOfRoles(randomUUID(), {
              account: both.account,
              gained: ["finance"],
              lost: ["programme-officer"]
            })
            assert.sameMembers(
              [...(yield* toldTo(both))],
              [manyWait(toldApart + 1).en, manyNobodysDuties(toldApart + 1).en]
            )
          })
      )
    })
  })

import { randomUUID } from "node:crypto"
import { assert, describe, layer } from "@effect/vitest"
import {
  type CountedPage,
  EventStore,
  type ListedTask,
  type StatedAppend,
  type TaskRequest,
  type TasksOf
} from "@phakhi/domain/engine/EventStore"
import { countedAtMost } from "@phakhi/domain/engine/Listing"
import { manyNobodysDuties, manyWait, toldApart, toTell } from "@phakhi/domain/engine/Notification"
import { isAskedFor } from "@phakhi/domain/engine/SeenTasks"
import type { RecordTasks, Task } from "@phakhi/domain/engine/Tasks"
import { AccountId, type Actor, accessOf, OrganisationId, type Person, Role } from "@phakhi/domain/kernel/Actor"
import { Instant, IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import { mandateMissing } from "@phakhi/domain/parties/Organisation"
import { Arbitrary, Effect, Schema } from "effect"
import { SqlClient } from "effect/sql"
import { listNotifications } from "../src/Inbox.ts"
import { tellOfRoles, tellOfTask } from "../src/Telling.ts"
import { append, event, organisation, rowOf, stream } from "./Sample.ts"
import type { TestStore } from "./Stores.ts"

const organisations = [organisation(), organisation()].map((id) => OrganisationId.make(id))
const accounts = [randomUUID(), randomUUID(), randomUUID()].map((id) => AccountId.make(id))
const days = ["2026-11-01", "2026-11-20", "2026-12-01"].map((day) => IsoDate.make(day))
const today = IsoDate.make("2026-11-21")

const Someone = Schema.Struct({
  kind: Schema.Literal("person"),
  account: Schema.Literals(accounts),
  organisation: Schema.NullOr(Schema.Literals(organisations)),
  roles: Schema.Array(Role).check(Schema.isMaxLength(3))
})
const Excepted = Schema.Struct({ role: Role, account: Schema.Literals(accounts) })
const kinds = ["asked", "told"] as const
const Told = Schema.Array(Schema.Literals(kinds)).check(Schema.isMaxLength(2))
const Seeing = Schema.Struct({
  actor: Someone,
  seen: Schema.Struct({ owned: Told, joined: Told }),
  late: Schema.Boolean
})
const Wanted = Schema.Struct({
  record: Schema.Literals(kinds),
  owner: Schema.NullOr(Schema.Literals(organisations)),
  organisation: Schema.NullOr(Schema.Literals(organisations)),
  roles: Schema.Array(Role).check(Schema.isMinLength(1), Schema.isMaxLength(3)),
  account: Schema.NullOr(Schema.Literals(accounts)),
  except: Schema.Array(Excepted).check(Schema.isMaxLength(3)),
  due: Schema.NullOr(Schema.Literals(days))
})

const task = (key: string, change: Partial<Task> = {}): Task => ({
  key,
  operation: "missions.answer",
  target: null,
  words: { th: "ตอบคำถาม", en: "Answer" },
  organisation: organisations[0] ?? null,
  roles: ["programme-officer"],
  account: null,
  except: [],
  since: null,
  due: null,
  place: 0,
  ...change
})

const waitingFor = (tasks: ReadonlyArray<Task>, change: Partial<StatedAppend> = {}): StatedAppend =>
  stream({ ...change, waiting: { tasks, due: null, refreshAt: null } })

const officer = { kind: "person", account: AccountId.make(randomUUID()), roles: ["programme-officer"] } as const

/** The account of somebody, as far as telling looks at it. */
const holding = (
  { account, organisation, roles }: Omit<Person, "kind">,
  change: Partial<StatedAppend> = {},
  status = "active"
): StatedAppend =>
  stream({
    record: "account",
    stream: account,
    state: { organisation, roles },
    row: {
      ...rowOf({ title: { th: "บัญชี" }, status }),
      columns: organisation === null ? {} : { organisation }
    },
    ...change
  })

const member = (organisation: OrganisationId, role: Role): Person => ({
  kind: "person",
  account: AccountId.make(randomUUID()),
  organisation,
  roles: [role]
})

/** As if whatever is to be told by messages of its own had been told. */
const deliverAll = Effect.flatMap(
  SqlClient.SqlClient,
  (sql) => sql`UPDATE outbox SET done_at = now() WHERE done_at IS NULL AND failed_at IS NULL`
)

const toldTo = ({ account }: Pick<Person, "account">) =>
  Effect.map(listNotifications(account, { unread: false, limit: 100 }), ({ data }) =>
    data.map(({ words }) => words.en).toReversed()
  )

const asking = (change: Partial<TaskRequest> = {}): TaskRequest => ({
  actor: { ...officer, organisation: organisations[0] ?? null },
  of: "me",
  seen: { owned: [], joined: [] },
  late: false,
  today,
  limit: 7,
  ...change
})

const all = Effect.fnUntraced(function* (request: TaskRequest) {
  const events = yield* EventStore
  const found: Array<ListedTask> = []
  let cursor: string | null = null
  do {
    const page: CountedPage<ListedTask> = yield* events.tasks({
      ...request,
      ...(cursor === null ? {} : { cursor })
    })
    found.push(...page.data)
    cursor = page.next
    if (cursor === null) assert.deepStrictEqual([page.total, page.totalIsExact], [found.length, true])
  } while (cursor !== null)
  return found
})

/** What a store must answer about what waits, whichever database is behind it. */
export const tasks = (name: string, store: TestStore) =>
  describe(`What waits, on ${name}`, () => {
    layer(store, { excludeTestServices: true })((it) => {
      it.effect(
        "SEC-1 gives each person exactly the tasks that the domain says they are told of, all and in order",
        () =>
          Effect.gen(function* () {
            const events = yield* EventStore
            const wanted = yield* Arbitrary.sampleEffect(Arbitrary.schema(Wanted), { count: 60, seed: 5 })
            const people = yield* Arbitrary.sampleEffect(Arbitrary.schema(Seeing), { count: 30, seed: 6 })
            const made = wanted.map(({ except, owner, record, ...one }, index) => {
              const asked = task(`k${index}`, {
                ...one,
                except: except.map(({ account, role }) => `${role}:${account}`)
              })
              const appended = waitingFor([asked], { record, access: accessOf({ owner }) })
              const listed: ListedTask = {
                ...asked,
                record,
                owner,
                id: appended.stream,
                title: appended.row.title,
                status: appended.row.status,
                since: Instant.make("2026-11-01T00:00:00.000Z")
              }
              return { appended, listed }
            })
            yield* events.append(append(made.map(({ appended }) => appended)))
            const shown = new Map<TasksOf, number>()
            for (const [index, { actor, late, seen }] of people.entries())
              for (const of of ["me", "organisation", "others"] as const) {
                const request = asking({ actor, seen, late, of, record: kinds[index % 2] ?? "asked", limit: 13 })
                const found = yield* all(request)
                const expected = made.flatMap(({ listed }) => (isAskedFor(listed, request) ? [listed.key] : []))
                assert.deepStrictEqual(found.map(({ key }) => key).sort(), expected.sort())
                const dues = found.map(({ due }) => due ?? "infinity")
                assert.deepStrictEqual(dues, [...dues].sort())
                shown.set(of, (shown.get(of) ?? 0) + found.length)
              }
            for (const of of ["me", "organisation", "others"] as const) assert.isAbove(shown.get(of) ?? 0, 5, of)
          })
      )

      it.effect("counts exactly up to a bound, and says that there are more beyond it", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const many = (count: number) =>
            append(Array.from({ length: count }, () => waitingFor([task("one")], { record: "counted" })))
          const counted = Effect.map(events.tasks(asking({ record: "counted" })), (page) => [
            page.data.length,
            page.total,
            page.totalIsExact
          ])
          yield* events.append(many(countedAtMost))
          assert.deepStrictEqual(yield* counted, [7, countedAtMost, true])
          yield* events.append(many(1))
          assert.deepStrictEqual(yield* counted, [7, countedAtMost, false])
        })
      )

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

      it.effect("writes no messages about the parts of a task that was one because they were many", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const sql = yield* SqlClient.SqlClient
          const { stream: id } = stream()
          const part = (value: number) =>
            task(`part ${value}`, { target: { field: "payment", value, label: { th: "—", en: "—" } } })
          const wait = (tasks: ReadonlyArray<Task>, expectedVersion: number) =>
            Effect.gen(function* () {
              const change = { record: "parts", stream: id, expectedVersion, events: [event("A")] }
              yield* events.append(append([waitingFor(tasks, change)]))
              const rows = yield* sql<{ key: string }>`SELECT payload->>'key' AS key FROM outbox
                WHERE payload->>'id' = ${id} ORDER BY n`
              return rows.map(({ key }) => key)
            })
          assert.deepStrictEqual(yield* wait([task("all")], 0), ["all"])
          assert.deepStrictEqual(yield* wait([part(1), part(2)], 1), ["all"])
          assert.deepStrictEqual(yield* wait([part(1), part(2), part(3)], 2), ["all", "part 3"])
          assert.deepStrictEqual(yield* wait([task("all")], 3), ["all", "part 3", "all"])
        })
      )

      it.effect("keeps since when it waits while it waits, and drops what waits no longer", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const first = waitingFor([task("a"), task("b")], { record: "changing" })
          yield* events.append(append([first], { at: "2026-11-01T00:00:00.000Z" }))
          const later = { ...first, expectedVersion: 1, events: [event("A")] }
          yield* events.append(
            append([{ ...later, waiting: { tasks: [task("b"), task("c")], due: null, refreshAt: null } }], {
              at: "2026-11-05T00:00:00.000Z"
            })
          )
          const found = yield* all(asking({ record: "changing" }))
          assert.deepStrictEqual(
            found.map(({ key, since }) => [key, since]),
            [
              ["b", "2026-11-01T00:00:00.000Z"],
              ["c", "2026-11-05T00:00:00.000Z"]
            ]
          )
        })
      )

      it.effect("writes a task again where anything of it has changed, and only there", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const sql = yield* SqlClient.SqlClient
          const first = waitingFor([task("stays"), task("moves")], { record: "unchanged" })
          yield* events.append(append([first]))
          const written = Effect.map(
            sql<{
              key: string
              by: string
            }>`SELECT key, xmin::text AS by FROM task WHERE id = ${first.stream} ORDER BY key`,
            (rows) => rows.map(({ by }) => by)
          )
          let version = 1
          const next = (moves: Partial<Task>) =>
            events.append(
              append([
                waitingFor([task("stays"), task("moves", moves)], {
                  record: "unchanged",
                  stream: first.stream,
                  expectedVersion: version++,
                  events: [event("A")]
                })
              ])
            )
          const changes: ReadonlyArray<Partial<Task>> = [
            { place: 7 },
            { due: days[0] ?? null },
            { roles: ["programme-officer", "executive"] },
            { except: ["executive:a"] },
            { words: { th: "ใหม่", en: "new" } },
            { target: { field: "tranche", value: 2, label: { th: "ข", en: "b" } } }
          ]
          let so: Partial<Task> = {}
          for (const change of changes) {
            const [moved, stayed] = yield* written
            so = { ...so, ...change }
            yield* next(so)
            const [movedAfter, stayedAfter] = yield* written
            assert.notStrictEqual(movedAfter, moved)
            assert.strictEqual(stayedAfter, stayed)
            yield* next(so)
            assert.deepStrictEqual(yield* written, [movedAfter, stayedAfter])
          }
          const { due = null, target = null, words = { th: "", en: "" } } = so
          const found = (yield* all(asking({ record: "unchanged" }))).find(({ key }) => key === "moves")
          assert.deepInclude(found, { due, target, words })
        })
      )

      it.effect("names what time alone may have changed, and states it anew while the record is as it was", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const waiting = (keys: ReadonlyArray<string>, refreshAt: Instant | null): RecordTasks => ({
            tasks: keys.map((key) => task(key)),
            due: null,
            refreshAt
          })
          const [early, late] = [Instant.make("2026-11-21T00:00:00.000Z"), Instant.make("2026-11-22T00:00:00.000Z")]
          const aging = stream({ record: "aging", waiting: waiting(["before"], late) })
          yield* events.append(append([aging]))
          const ours = { record: "aging", id: aging.stream }
          assert.notDeepInclude(yield* events.outdated(early, 100, ["aging"]), ours)
          assert.deepInclude(yield* events.outdated(late, 100, ["aging"]), ours)
          const keys = Effect.map(all(asking({ record: "aging" })), (found) => found.map(({ key }) => key))
          yield* events.putTasks({ ...ours, version: 7 }, waiting(["wrong"], null), late)
          assert.deepStrictEqual(yield* keys, ["before"])
          yield* events.putTasks({ ...ours, version: 1 }, waiting(["after"], null), late)
          assert.deepStrictEqual(yield* keys, ["after"])
          assert.notDeepInclude(yield* events.outdated(late, 100, ["aging"]), ours)
        })
      )

      it.effect(
        "names what time may have changed kind after kind, so that none waits behind the number of another",
        () =>
          Effect.gen(function* () {
            const events = yield* EventStore
            const outdated = (record: string, day: number) =>
              stream({
                record,
                waiting: { tasks: [], due: null, refreshAt: Instant.make(`2026-11-0${day}T00:00:00.000Z`) }
              })
            const [old, older, acted] = [outdated("many", 2), outdated("many", 1), outdated("few", 3)]
            yield* events.append(append([old, older, acted]))
            const named = (atMost: number, now = "2026-11-09T00:00:00.000Z") =>
              Effect.map(events.outdated(Instant.make(now), atMost, ["few", "many"]), (found) =>
                found.map(({ id }) => id)
              )
            assert.deepStrictEqual(yield* named(9), [acted.stream, older.stream, old.stream])
            assert.deepStrictEqual(yield* named(2), [acted.stream, older.stream])
            assert.deepStrictEqual(yield* named(9, "2026-11-01T00:00:00.000Z"), [older.stream])
          })
      )

      it.effect("tells what is late, what waits for others on one's own records, and leaves the rest out", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const [own, other] = organisations
          const mine = task("late", { due: days[0] ?? null })
          const theirs = task("theirs", { organisation: other ?? null, roles: ["partner-editor"] })
          const access = accessOf({ owner: own ?? null })
          const sided = waitingFor([mine, task("calm"), theirs], { record: "sided", access })
          yield* events.append(append([sided]))
          const keys = (change: Partial<TaskRequest>) =>
            Effect.map(all(asking({ record: "sided", seen: { owned: ["sided"], joined: [] }, ...change })), (found) =>
              found.map(({ key }) => key)
            )
          assert.deepStrictEqual(yield* keys({}), ["late", "calm"])
          assert.deepStrictEqual(yield* keys({ late: true }), ["late"])
          assert.deepStrictEqual(yield* keys({ of: "organisation" }), ["late", "calm"])
          assert.deepStrictEqual(yield* keys({ of: "others" }), ["theirs"])
          const handedOver = { access: accessOf({ owner: other ?? null }), expectedVersion: 1, events: [event("A")] }
          yield* events.append(append([{ ...sided, ...handedOver }]))
          assert.deepStrictEqual(yield* keys({ of: "others" }), [])
        })
      )
    })
  })

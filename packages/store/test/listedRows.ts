import { randomUUID } from "node:crypto"
import { assert, describe, layer } from "@effect/vitest"
import { EventStore, type ListedRow, type ListPage, type ListRequest } from "@phakhi/domain/engine/EventStore"
import { countedAtMost, filtersOf, find, inOrder, listAudiences } from "@phakhi/domain/engine/Listing"
import { AccountId, Condition, OrganisationId, Role, Scope } from "@phakhi/domain/kernel/Actor"
import type { Audiences } from "@phakhi/domain/kernel/Audience"
import { absentKey, isMatched, isRanged, isSorted } from "@phakhi/domain/kernel/Column"
import { sortKey } from "@phakhi/domain/kernel/SortKey"
import { bangkokDay, Instant, IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import { Arbitrary, Effect, Schema } from "effect"
import { append, columns, everything, openAccess, organisation, rowOf, stream } from "./Sample.ts"
import type { TestStore } from "./Stores.ts"

const organisations = [organisation(), organisation()].map((id) => OrganisationId.make(id))
const accounts = [randomUUID(), randomUUID()].map((id) => AccountId.make(id))
const parents = [randomUUID(), randomUUID()]
const days = ["2026-10-01", "2026-11-21", "2027-03-31"].map((day) => IsoDate.make(day))
const times = days.map((day) => Instant.make(`${day}T03:00:00.000Z`))
const words = ["กา", "แกะ น้อย", "Apple pie", "100%", "ขา_"]
const kinds = ["grant", "pbc"]

const one = <A extends string>(values: ReadonlyArray<A>) => Schema.Literals(values)
const perhaps = <S extends Schema.Top>(schema: S) => Schema.UndefinedOr(schema)
const few = <S extends Schema.Top>(schema: S) => Schema.Array(schema).check(Schema.isMaxLength(2))
const Small = Schema.Literals([-1, 0, 7, 40])

const Stored = Schema.Struct({
  title: one(words),
  status: one(["open", "closed"]),
  search: few(one(words)),
  columns: Schema.Struct({
    kind: perhaps(one(kinds)),
    parent: perhaps(one(parents)),
    number: perhaps(one(words)),
    due: perhaps(one(days)),
    size: perhaps(Small),
    value: perhaps(Schema.Literals([0, 12, 99])),
    tags: perhaps(few(one(kinds)))
  }),
  access: Schema.Struct({
    owner: Schema.NullOr(one(organisations)),
    parties: few(one(organisations)),
    candidates: few(one(organisations)),
    assigned: few(
      Schema.Struct({
        account: one(accounts),
        role: Schema.NullOr(Role),
        from: Schema.NullOr(one(times)),
        until: Schema.Null
      })
    ),
    recused: few(one(accounts)),
    opensAt: Schema.NullOr(one(times)),
    public: Schema.Boolean
  }),
  at: one(times),
  nextDue: Schema.NullOr(one(days))
})

const Grants = Schema.NonEmptyArray(
  Schema.Struct({ role: Role, scope: Scope, when: Schema.Array(Condition).check(Schema.isMaxLength(1)) })
).check(Schema.isMaxLength(3))

const all = Object.entries(columns)
const namesOf = (is: (typeof all)[number][1] extends infer C ? (column: C) => boolean : never) =>
  all.flatMap(([name, column]) => (is(column) ? [name] : []))
const values = [...kinds, ...parents, ...organisations, ...words, "open", "closed", "7", "-1", "x", absentKey, ""]

const Question = Schema.Struct({
  actor: Schema.NullOr(
    Schema.Struct({
      kind: Schema.Literal("person"),
      account: one(accounts),
      organisation: Schema.NullOr(one(organisations)),
      roles: Schema.Array(Role).check(Schema.isMaxLength(6))
    })
  ),
  full: Grants,
  party: Grants,
  open: Grants,
  now: one(times),
  matched: perhaps(
    Schema.Struct({
      column: one(namesOf(isMatched).filter((name) => name !== "title")),
      values: Schema.NonEmptyArray(one(values)).check(Schema.isMaxLength(3))
    })
  ),
  ranged: perhaps(
    Schema.Struct({
      column: one(namesOf(isRanged)),
      from: perhaps(Schema.Literals([0, 1])),
      to: perhaps(Schema.Literals([1, 2]))
    })
  ),
  late: Schema.Literals([true, false, false, false]),
  search: perhaps(one(["ก", "กา", "app", "PIE ap", "100%", "_", "น้อย", "pi"])),
  sort: one(namesOf(isSorted)),
  descending: Schema.Boolean,
  limit: Schema.Literals([3, 8, 50])
})

/** The ends of a range of a column, from the least to the greatest. */
const endsOf = (column: string): ReadonlyArray<unknown> =>
  column === "size" ? [-1, 7, 40] : column === "value" ? [0n, 1200n, 9900n] : days

const pagesOf = Effect.fnUntraced(function* (request: ListRequest) {
  const events = yield* EventStore
  const pages: Array<ListPage> = []
  let cursor: string | null = null
  do {
    const page: ListPage = yield* events.list({ ...request, ...(cursor === null ? {} : { cursor }) })
    pages.push(page)
    cursor = page.next
  } while (cursor !== null)
  return pages
})

/** That a store lists as the domain's rule does, whoever asks for whatever. */
export const listedRows = (name: string, store: TestStore) =>
  describe(`Rows of a list on ${name}`, () => {
    layer(store, { excludeTestServices: true })((it) => {
      it.effect("SEC-1: shows, filters, sorts, searches and pages by what the reader's audience of each row sees", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const stored = yield* Arbitrary.sampleEffect(Arbitrary.schema(Stored), { count: 60, seed: 5 })
          const questions = yield* Arbitrary.sampleEffect(Arbitrary.schema(Question), { count: 250, seed: 23 })
          const candidates = stored.map(({ access, at, columns: held, nextDue: due, search, status, title }) => {
            const { value } = held
            const row = rowOf({
              title: { th: title },
              status,
              search,
              columns: { ...held, value: value === undefined ? undefined : BigInt(value) * 100n }
            })
            return { id: randomUUID(), version: 1, row, access, updatedAt: at, due }
          })
          for (const { access, due, id, row, updatedAt } of candidates) {
            const waiting = { tasks: [], due, refreshAt: null }
            yield* events.append(
              append([stream({ record: "sampled", stream: id, access, row, waiting })], { at: updatedAt })
            )
          }
          let shown = 0
          for (const {
            actor,
            descending,
            full,
            late,
            limit,
            matched,
            now,
            open,
            party,
            ranged,
            search,
            sort
          } of questions) {
            const audiences: Audiences = [
              { name: "full", allow: full },
              { name: "party", allow: party },
              { name: "public", allow: open }
            ]
            const ends = endsOf(ranged?.column ?? "")
            const input = {
              ...(matched === undefined ? {} : { [matched.column]: matched.values.join(",") }),
              ...(ranged?.from === undefined ? {} : { [`${ranged.column}.from`]: ends[ranged.from] }),
              ...(ranged?.to === undefined ? {} : { [`${ranged.column}.to`]: ends[ranged.to] }),
              ...(late ? { late } : {})
            }
            const request: ListRequest = {
              record: "sampled",
              actor,
              audiences: listAudiences(audiences, columns),
              now,
              filters: filtersOf(columns, input, bangkokDay(now)),
              sort,
              descending,
              limit,
              ...(search === undefined ? {} : { search })
            }
            const expected = candidates
              .flatMap((candidate) => find(request, candidate) ?? [])
              .sort(inOrder(request))
              .map(({ listed }) => listed)
            const pages = yield* pagesOf(request)
            const rows: ReadonlyArray<ListedRow> = pages.flatMap(({ data }) => data)
            assert.deepStrictEqual(rows, expected)
            for (const page of pages) {
              assert.isAtMost(page.data.length, limit)
              assert.deepStrictEqual([page.total, page.totalIsExact], [expected.length, true])
            }
            shown += rows.length
          }
          assert.isAbove(shown, 500)
        })
      )

      it.effect("counts exactly up to a bound, and says that there are more beyond it", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const many = (count: number) =>
            append(
              Array.from({ length: count }, (_, index) =>
                stream({ record: "counted", access: openAccess, row: rowOf({ title: { th: `ที่ ${index}` } }) })
              )
            )
          const counted = Effect.map(events.list(everything({ record: "counted", limit: 2 })), (page) => [
            page.data.length,
            page.total,
            page.totalIsExact
          ])
          yield* events.append(many(countedAtMost))
          assert.deepStrictEqual(yield* counted, [2, countedAtMost, true])
          yield* events.append(many(1))
          assert.deepStrictEqual(yield* counted, [2, countedAtMost, false])
        })
      )

      it.effect("pages through more rows than are counted, filtered and searched, each once and in order", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const titles = Array.from({ length: countedAtMost + 200 }, (_, index) => ({
            id: randomUUID(),
            title: { th: `อบรม ${(index * 7919) % 1200}` },
            due: index % 3 === 0 ? undefined : days[index % 2]
          }))
          yield* events.append(
            append(
              titles.map(({ due, id, title }) =>
                stream({ record: "paged", stream: id, access: openAccess, row: rowOf({ title, columns: { due } }) })
              )
            )
          )
          for (const [sort, descending] of [
            ["title", false],
            ["title", true],
            ["due", false],
            ["due", true]
          ] as const) {
            const request = everything({
              record: "paged",
              sort,
              descending,
              limit: 100,
              search: "อบรม",
              filters: { status: [{ values: ["draft"] }] }
            })
            const pages = yield* pagesOf(request)
            const expected = titles
              .map(({ due, id, title }) => ({
                key: (sort === "due" ? due : sortKey(title.th)) ?? absentKey,
                listed: { id }
              }))
              .sort(inOrder({ descending }) as never)
            assert.deepStrictEqual(
              pages.flatMap(({ data }) => data.map(({ id }) => id)),
              expected.map(({ listed }) => listed.id)
            )
            assert.isTrue(pages.every(({ total, totalIsExact }) => total === countedAtMost && !totalIsExact))
          }
        })
      )
    })
  })

import { assert, describe, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import type { ListedRow, ListPage } from "../../src/engine/EventStore.ts"
import { exportCsv } from "../../src/rendering/Exporting.ts"

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`

const rowOf = (n: number): ListedRow => ({
  id: uuid(n),
  version: 1,
  title: { th: `ภารกิจ ${n}` },
  status: "Registered",
  columns: {},
  owner: uuid(9_000_000 + (n % 3)) as NonNullable<ListedRow["owner"]>,
  late: false,
  updatedAt: "2026-09-30T17:30:00.000Z"
})

interface Query {
  readonly operation: string
  readonly input: { readonly cursor?: string; readonly ids?: string; readonly limit?: number }
}

/** A channel with so many missions, which remembers what it was asked. */
const channel = (missions: number) => {
  const asked: Array<Query> = []
  const ask = (query: { readonly operation: string; readonly input: object }) =>
    Effect.sync((): ListPage => {
      const { input, operation } = query as Query
      asked.push({ operation, input })
      const named = (input.ids ?? "").split(",").map((id) => ({ ...rowOf(1), id, title: { th: `กรม ${id.at(-1)}` } }))
      if (operation === "organisations.list")
        return { data: named, next: null, total: named.length, totalIsExact: true }
      const from = Number(input.cursor ?? 0)
      const to = Math.min(from + (input.limit ?? 0), missions)
      const data = Array.from({ length: to - from }, (_, n) => rowOf(from + n))
      return { data, next: to < missions ? String(to) : null, total: missions, totalIsExact: true }
    })
  return { ask, asked }
}

const exported = Effect.fnUntraced(function* (missions: number, rowsAtMost?: number) {
  const { ask, asked } = channel(missions)
  const about = { catalogue, record: "mission", input: { search: "ก" }, language: "th" as const }
  const pieces = yield* exportCsv({ ...about, ...(rowsAtMost === undefined ? {} : { rowsAtMost }) }, ask)
  const lines = (yield* Stream.mkString(pieces)).split("\r\n").slice(0, -1)
  return { asked, body: lines.slice(1) }
})

describe("an export of a list", () => {
  it.effect("holds every row of every page, each once and in order, with the names of what it refers to", () =>
    Effect.gen(function* () {
      const { asked, body } = yield* exported(250)
      assert.lengthOf(body, 250)
      assert.deepStrictEqual(
        body.map((line) => line.split(",")[0]),
        Array.from({ length: 250 }, (_, n) => uuid(n))
      )
      assert.include(body[4], "กรม 1")
      assert.lengthOf(
        asked.filter(({ operation }) => operation === "organisations.list"),
        1
      )
      assert.isTrue(asked.every(({ input, operation }) => operation !== "missions.list" || "search" in input))
    })
  )

  it.effect.each([
    [99, 0],
    [100, 0],
    [101, 1],
    [250, 1]
  ] as const)(
    "of %i rows says %i times that there are more than a hundred, and holds the first hundred",
    ([rows, notes]) =>
      Effect.gen(function* () {
        const { body } = yield* exported(rows, 100)
        assert.lengthOf(
          body.filter((line) => line.includes("มีมากกว่า 100 รายการ")),
          notes
        )
        assert.lengthOf(body, Math.min(rows, 100) + notes)
      })
  )

  it.effect("is refused before anything is written, where its list is", () =>
    Effect.gen(function* () {
      const about = { catalogue, record: "mission", input: {}, language: "th" as const }
      assert.strictEqual(yield* Effect.flip(exportCsv(about, () => Effect.fail("refused"))), "refused")
    })
  )
})

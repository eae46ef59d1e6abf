import { assert, layer } from "@effect/vitest"
import { recordTypes } from "@phakhi/domain/catalogue"
import { openly, ownAgency } from "@phakhi/domain/kernel/Audience"
import { date, text } from "@phakhi/domain/kernel/Column"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { indexesOf, keepListIndexes, statisticsOf } from "../src/ListIndexes.ts"
import { statement } from "../src/Listing.ts"
import { everything, officer } from "./Sample.ts"
import { embedded } from "./Stores.ts"

const declared = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const rows = yield* sql<{ name: string }>`SELECT indexname AS name FROM pg_indexes WHERE indexname LIKE 'list\\_%'
    UNION ALL SELECT stxname FROM pg_statistic_ext WHERE stxname LIKE 'list\\_%'`
  return rows.map(({ name }) => name).sort()
})

const type = {
  name: "sample",
  audiences: [...ownAgency, openly],
  columns: {
    due: date("กำหนด", "Due", { seenBy: ["full"] }),
    code: text("รหัส", "Code", { seenBy: "everyone", unique: true })
  }
} as const

layer(embedded, { excludeTestServices: true })("Indexes of lists", (it) => {
  it.effect(
    "follow the declarations, as what is known of filters does: missing ones are made, and those that nothing declares go",
    () =>
      Effect.gen(function* () {
        const named = (types: Parameters<typeof indexesOf>[0]) =>
          [...indexesOf(types), ...statisticsOf(types)].map(({ name }) => name).sort()
        assert.deepStrictEqual(yield* declared, named(recordTypes))
        yield* keepListIndexes([type])
        assert.deepStrictEqual(yield* declared, named([type]))
        assert.lengthOf(named([type]), 6)
        yield* keepListIndexes(recordTypes)
        assert.deepStrictEqual(yield* declared, named(recordTypes))
      })
  )

  it.effect("give the rows of an agency and the public ones in the order that a list asks for", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const [first] = recordTypes
      const { params, text: list } = statement(
        everything({
          record: first?.name ?? "",
          actor: officer,
          audiences: [...ownAgency, openly].map(({ allow }) => ({ allow, hidden: [], searchesFurther: true })),
          sort: "updated",
          descending: true
        })
      )
      const plan = yield* sql.withTransaction(
        Effect.gen(function* () {
          yield* sql`SET LOCAL enable_seqscan = off`
          yield* sql`SET LOCAL enable_sort = off`
          return yield* sql.unsafe<{ "QUERY PLAN": string }>(`EXPLAIN ${list}`, [...params]).unprepared
        })
      )
      const lines = plan.map((row) => row["QUERY PLAN"]).join("\n")
      assert.include(lines, "Merge Append")
      assert.include(lines, `list_${first?.name}_updated_own_agency`)
      assert.include(lines, `list_${first?.name}_updated_public`)
    })
  )
})

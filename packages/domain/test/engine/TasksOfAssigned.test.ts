import { assert, layer } from "@effect/vitest"
import { Effect } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { handlersOn } from "../../src/engine/Catalogue.ts"
import { load } from "../../src/engine/OpenRecord.ts"
import { tasksOn } from "../../src/engine/Tasks.ts"
import { bangkokDay, Instant } from "../../src/kernel/ThaiDate.ts"
import { rowsOf, World } from "../demo/World.ts"

const now = Instant.make("2026-11-21T03:00:00.000Z")

layer(World)("whoever is waited for by name", (it) => {
  it.effect("ACT-6, SEC-6 is waited for in their own organisation, whatever sides there are", () =>
    Effect.gen(function* () {
      const wrong: Array<string> = []
      const homes = new Map((yield* rowsOf("account")).map(({ columns, id }) => [id, columns["organisation"]]))
      let asked = 0
      for (const { type } of catalogue.readers)
        for (const row of yield* rowsOf(type.name)) {
          const found = yield* load(type, row.id)
          if (found._tag === "None") continue
          const { tasks } = tasksOn(handlersOn(catalogue, type.name), found.value.state, {
            now,
            today: bangkokDay(now)
          })
          for (const { account, operation, organisation } of tasks) {
            if (account === null) continue
            const home = homes.get(account)
            if (home === undefined) continue
            if (home !== organisation) wrong.push(`${row.title.th}: ${operation}`)
            asked++
          }
        }
      assert.deepStrictEqual(wrong, [])
      assert.isAbove(asked, 3)
    })
  )
})

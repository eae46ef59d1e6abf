import { assert, layer } from "@effect/vitest"
import { Effect } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { handlersOn } from "../../src/engine/Catalogue.ts"
import type { ListedRow } from "../../src/engine/EventStore.ts"
import { load } from "../../src/engine/OpenRecord.ts"
import { type Task, tasksOn, waitsFor } from "../../src/engine/Tasks.ts"
import { actionsOn } from "../../src/engine/View.ts"
import type { Actor } from "../../src/kernel/Actor.ts"
import { bangkokDay, Instant } from "../../src/kernel/ThaiDate.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { invited, partnershipOf, personOf, rowsOf, World } from "../demo/World.ts"
import { waitingForNobody } from "../journeys/Waiting.ts"

const now = Instant.make("2026-11-21T03:00:00.000Z")
const moment = { now, today: bangkokDay(now) }

const everyRecord = Effect.gen(function* () {
  const found: Array<{ readonly type: (typeof catalogue.readers)[number]["type"]; readonly row: ListedRow }> = []
  for (const { type } of catalogue.readers) {
    for (const row of yield* rowsOf(type.name)) found.push({ type, row })
  }
  return found
})

const stateOf = (type: (typeof catalogue.readers)[number]["type"], id: string) =>
  Effect.map(load(type, id), (found) => (found._tag === "Some" ? found.value.state : undefined))

const named = ({ operation, target }: Pick<Task, "operation"> & { readonly target?: Task["target"] | undefined }) =>
  `${operation} ${target?.field ?? ""} ${target?.value ?? ""}`

layer(World)("what waits for a person", (it) => {
  it.effect("SEP-1 is exactly what the record itself names as the next steps of that person", () =>
    Effect.gen(function* () {
      let compared = 0
      for (const { row, type } of yield* everyRecord) {
        const state = yield* stateOf(type, row.id)
        const { tasks } = tasksOn(handlersOn(catalogue, type.name), state, moment)
        for (const person of invited) {
          const actor: Actor = yield* personOf(person)
          const next = actionsOn(catalogue, type.name, state, { actor, ...moment, newId: () => row.id })
            .filter((action) => action.next !== undefined)
            .map(named)
          const waiting = [...new Set(tasks.filter((task) => waitsFor(task, actor)).map(named))]
          assert.deepStrictEqual(waiting.sort(), next.sort(), `${type.name} ${row.id} ${person}`)
          compared += next.length
        }
      }
      assert.isAbove(compared, 20)
    })
  )

  it.effect("ACT-1 no duty is nobody's: whatever is not at its end waits for somebody", () =>
    Effect.gen(function* () {
      // A review that leaves the mission with the agency, or gives it up, asks for nothing more (REV-4).
      const ended = ["Closed", "Cancelled", "WayChosen", "Reviewed"]
      const idle: Array<string> = []
      let asked = 0
      for (const { row, type } of yield* everyRecord) {
        if (!["mission", "partnership"].includes(type.name) || ended.includes(row.status)) continue
        const { tasks } = tasksOn(handlersOn(catalogue, type.name), yield* stateOf(type, row.id), moment)
        if (tasks.length === 0) idle.push(`${row.title.th} (${row.status}, ${row.columns["step"] ?? "no step"})`)
        asked++
      }
      assert.deepStrictEqual(idle, [])
      assert.isAbove(asked, 10)
    })
  )

  it.effect("ACT-1 every open step of a partnership waits for somebody", () =>
    Effect.gen(function* () {
      const idle: Array<string> = []
      for (const { id, title } of yield* rowsOf("partnership")) {
        const found = yield* load(partnershipRecord as never, id)
        if (found._tag === "None") continue
        const steps = waitingForNobody(found.value.state as Partnership, now)
        idle.push(...steps.map((step) => `${title.th}: ${step}`))
      }
      assert.deepStrictEqual(idle, [])
    })
  )

  it.effect("says since when the record waits for it, in words that name the step", () =>
    Effect.gen(function* () {
      const state = yield* partnershipOf("special-needs")
      const { tasks } = tasksOn(handlersOn(catalogue, "partnership"), state, moment)
      const signing = tasks.find(({ operation }) => operation === "agreements.sign")
      assert.include(signing?.words.th, "ลงนามข้อตกลง: COL-5")
      assert.isString(signing?.since)
      assert.isBelow(Date.parse(signing?.since ?? ""), Date.parse(now))
    })
  )
})

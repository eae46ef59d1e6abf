import { assert, it } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import { bySystem } from "@phakhi/domain/engine/Context"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { perform } from "@phakhi/domain/engine/Perform"
import { Instant } from "@phakhi/domain/kernel/ThaiDate"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { openWorld } from "./World.ts"

/** Registers an organisation in the afternoon, and changes it when the clock says that it is morning. */
const changed = (morning: { readonly at?: Instant }) =>
  Effect.gen(function* () {
    const actor = bySystem("SEC-5")
    yield* TestClock.setTime(Date.parse("2026-11-02T08:00:00.000Z"))
    const about = { name: { th: "มูลนิธิ" }, sector: "civil-society", legalForm: "foundation" }
    const { id } = yield* perform(catalogue, { operation: "organisations.register", input: about, actor })
    yield* TestClock.setTime(Date.parse("2026-11-02T03:00:00.000Z"))
    const input = { organisation: id, name: "ผู้ประสานงาน", email: `${id}@example.org`, roles: ["partner-administrator"] }
    yield* perform(catalogue, { operation: "accounts.invite", input, actor, ...morning })
    const { data } = yield* (yield* EventStore).history("organisation", id, { limit: 10 })
    return data.map(({ at }) => at)
  })

for (const [name, morning] of [
  ["by a clock that was set back", {}],
  ["in a replay", { at: Instant.make("2026-11-02T03:00:00.000Z") }]
] as const)
  it(`what happens to a record ${name} is not before what has happened to it`, async () => {
    const world = await openWorld()
    const times = await world.run(Effect.provide(changed(morning), TestClock.layer()))
    assert.isAbove(times.length, 1)
    assert.deepStrictEqual([...new Set(times)], ["2026-11-02T08:00:00.000Z"])
    await world.close()
  })

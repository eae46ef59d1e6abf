import { assert, it } from "@effect/vitest"
import { Effect, Option } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { EventStore } from "../../src/engine/EventStore.ts"
import { foldStream } from "../../src/engine/FoldStream.ts"
import { journey } from "../journeys/Journey.ts"
import { act, World } from "../journeys/World.ts"

const reason = "เจ้าของข้อมูลขอให้ลบ"

/** What is kept of a record, as one text: its state and its whole history. */
const kept = Effect.fnUntraced(function* (record: string, id: string) {
  const store = yield* EventStore
  const loaded = Option.getOrThrow(yield* store.load(record, id))
  const history = yield* store.history(record, id, { limit: 1000 })
  assert.deepStrictEqual(foldStream(catalogue)(record, [...history.data].reverse()).state, loaded.state)
  return JSON.stringify([loaded.state, history.data])
})

interface Committee {
  readonly committee: { readonly seats: ReadonlyArray<{ readonly holder: Holder }> }
}
interface Holder {
  readonly subject: string
  readonly name?: string
}

it.effect("SEC-3 one member of a committee is erased; the other, and the committee, stay", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("grant", "before-money")
    const store = yield* EventStore
    const { state } = Option.getOrThrow(yield* store.load("partnership", id))
    const [gone, stays] = (state as Committee).committee.seats.map(({ holder }) => holder)
    const input = { subject: gone?.subject, reason }
    yield* act(people.administrator, "partnerships.erase-person", input, id)
    const text = yield* kept("partnership", id)
    assert.notInclude(text, gone?.name ?? "?")
    assert.include(text, stays?.name ?? "?")
    const again = yield* Effect.flip(act(people.administrator, "partnerships.erase-person", input, id))
    assert.strictEqual(again._tag, "PersonalDataGone")
    const refused = yield* Effect.flip(act(people.officer, "partnerships.erase-person", input, id))
    assert.strictEqual(refused._tag, "NotPermitted")
  }).pipe(Effect.provide(World))
)

it.effect(
  "SEC-3 whoever signed for the agency goes with the account: from mandate and signature, and not before it ended",
  () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("grant", "before-money")
      const { administrator, executive } = people
      const agency = executive.organisation ?? ""
      const input = { subject: executive.account, reason }
      for (const [operation, record] of [
        ["partnerships.erase-person", id],
        ["organisations.erase-person", agency]
      ] as const)
        assert.strictEqual((yield* Effect.flip(act(administrator, operation, input, record)))._tag, "AccountNotEnded")
      yield* act(administrator, "accounts.end", { reason: "เกษียณ" }, executive.account)
      yield* act(administrator, "accounts.erase-personal-data", { reason }, executive.account)
      assert.notInclude(yield* kept("organisation", agency), "ผู้อำนวยการ")
      assert.notInclude(yield* kept("account", executive.account), "เกษียณ")
      const text = yield* kept("partnership", id)
      assert.include(text, executive.account)
      // The other side's signatory is another person.
      assert.include(text, "ผู้อำนวยการ")
    }).pipe(Effect.provide(World))
)

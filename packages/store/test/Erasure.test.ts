import { assert, describe, layer } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Effect, Layer, Option } from "effect"
import { SqlClient } from "effect/sql"
import { sealNow } from "../src/Seal.ts"
import * as SealAnchor from "../src/SealAnchor.ts"
import { tables } from "../src/Tables.ts"
import { verify } from "../src/Verify.ts"
import { growing, replay } from "./Counter.ts"
import { append } from "./Sample.ts"
import { embedded } from "./Stores.ts"

const marker = "สมชาย-ที่ต้องลืม"

describe("Personal data", () => {
  layer(Layer.provideMerge(SealAnchor.layerMemory, embedded), { excludeTestServices: true })((it) => {
    it.effect("PDPA section 33: is gone from every table after erasure, and the sealed chain is whole", () =>
      Effect.gen(function* () {
        const events = yield* EventStore
        const sql = yield* SqlClient.SqlClient
        const subject = growing("mission")
        const other = growing("mission")
        yield* events.append(append([subject.add([{ n: 1, personal: { name: marker } }])]))
        yield* events.append(append([other.add([{ n: 2, personal: { name: "อยู่ต่อ" } }])]))
        yield* events.append(append([subject.add([{ n: 3 }])]))
        yield* sealNow

        yield* events.append(append([subject.forget()]))
        for (const { name } of yield* tables(sql)) {
          const hits = yield* sql.unsafe(`SELECT 1 FROM "${name}" t WHERE to_jsonb(t)::text LIKE $1::text`, [
            `%${marker}%`
          ])
          assert.strictEqual(hits.length, 0, name)
        }
        const loaded = Option.getOrThrow(yield* events.load("mission", subject.stream))
        assert.deepStrictEqual(loaded.state, { total: 4, notes: ["ลบแล้ว"], contacts: [] })
        assert.strictEqual(loaded.version, 3)
        const history = yield* events.history("mission", subject.stream, { limit: 5 })
        assert.deepStrictEqual(history.data[2]?.data, { n: 1 })
        const kept = yield* events.history("mission", other.stream, { limit: 5 })
        assert.deepStrictEqual(kept.data[0]?.data, { n: 2, personal: { name: "อยู่ต่อ" } })

        const report = yield* verify({ replay })
        assert.deepStrictEqual(report.findings, [])
        assert.strictEqual(report.erased, 1)
      })
    )

    it.effect("PDPA section 33: nothing is erased by an append that is refused", () =>
      Effect.gen(function* () {
        const events = yield* EventStore
        const subject = growing("mission")
        yield* events.append(append([subject.add([{ n: 1, personal: { name: marker } }])]))
        const stale = { ...subject.forget(), expectedVersion: 0 }
        assert.strictEqual((yield* Effect.flip(events.append(append([stale]))))._tag, "Moved")
        const history = yield* events.history("mission", subject.stream, { limit: 5 })
        assert.deepStrictEqual(history.data[0]?.data, { n: 1, personal: { name: marker } })
      })
    )
  })
})

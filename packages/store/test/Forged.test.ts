import { assert, describe, layer } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Effect, Layer, Option } from "effect"
import { SqlClient } from "effect/sql"
import { migrate } from "../src/Migrations.ts"
import { sealBeforeUpgrade, sealNow } from "../src/Seal.ts"
import * as SealAnchor from "../src/SealAnchor.ts"
import { verify } from "../src/Verify.ts"
import { growing, replay } from "./Counter.ts"
import { forgeEvent } from "./Mutations.ts"
import { append } from "./Sample.ts"
import { embedded } from "./Stores.ts"
import { unsigned } from "./upgrading.ts"

const places = Effect.map(verify({ replay }), ({ findings }) =>
  findings.flatMap(({ kind, stream, version }) => (kind === "event-forged" ? [{ stream, version }] : []))
)

describe("An event that somebody wrote past the store, with right hashes and a fitting record", () => {
  layer(Layer.provideMerge(SealAnchor.layerMemory, embedded), { excludeTestServices: true })((it) => {
    it.effect("SEC-4 is named, is not sealed with the rest, and stays named when the store goes on after it", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const events = yield* EventStore
        const [forged, other] = [growing("mission"), growing("mission")]
        const [first, second] = [forged.add([{ n: 1 }]), other.add([{ n: 1 }])]
        yield* events.append(append([first, second]))
        yield* sealNow
        yield* forgeEvent(sql, first.stream, { n: 1_000_000 })
        assert.deepStrictEqual(yield* places, [{ stream: first.stream, version: 2 }])

        yield* events.append(append([other.add([{ n: 2 }])]))
        const sealed = Option.getOrThrow(yield* sealNow)
        assert.strictEqual(sealed.streams, 1)
        const heads = yield* sql`SELECT stream, version FROM seal_head WHERE batch = ${sealed.batch}`
        assert.deepStrictEqual(heads, [{ stream: second.stream, version: 2 }])
        assert.deepStrictEqual(yield* places, [{ stream: first.stream, version: 2 }])

        yield* events.append(append([{ ...forged.add([{ n: 2 }]), expectedVersion: 2 }]))
        yield* sealNow
        assert.deepStrictEqual(yield* places, [{ stream: first.stream, version: 2 }])
      })
    )

    it.effect("SEC-4 is named after an upgrade too, and what the version before had appended is not", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const events = yield* EventStore
        const [sealed, open] = [growing("mission"), growing("mission")]
        const first = sealed.add([{ n: 1 }])
        yield* events.append(append([first]))
        yield* sealNow
        yield* events.append(append([open.add([{ n: 1 }])]))
        // The seals of the version before were made in its own form.
        yield* sql`SET session_replication_role = replica`
        yield* sql`DELETE FROM seal`
        yield* sql`DELETE FROM seal_head`
        yield* sql`SET session_replication_role = origin`
        yield* unsigned
        yield* Effect.andThen(sealBeforeUpgrade, migrate)
        yield* Effect.andThen(sealBeforeUpgrade, migrate)
        yield* events.append(append([open.add([{ n: 2 }])]))
        yield* sealNow
        const clean = yield* verify({ replay })
        assert.deepStrictEqual(
          clean.findings.filter(({ stream }) => stream === undefined || stream === first.stream),
          []
        )
        yield* forgeEvent(sql, first.stream, { n: 5 })
        yield* sealNow
        assert.deepInclude(yield* places, { stream: first.stream, version: 2 })
      })
    )
  })
})

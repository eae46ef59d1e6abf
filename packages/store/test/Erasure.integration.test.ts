import { randomUUID } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { assert, describe, layer } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Effect, Layer, Option } from "effect"
import { SqlClient } from "effect/sql"
import { backup } from "../src/Backup.ts"
import * as FileStore from "../src/Files.ts"
import { claim, enqueue, giveUp } from "../src/Outbox.ts"
import { sealNow } from "../src/Seal.ts"
import * as SealAnchor from "../src/SealAnchor.ts"
import { tables } from "../src/Tables.ts"
import { verify } from "../src/Verify.ts"
import { growing, person, replay } from "./Counter.ts"
import { agency, append } from "./Sample.ts"
import { embedded, server, type TestStore } from "./Stores.ts"

const marker = "สมชาย-ที่ต้องลืม"
const other = "สมหญิง-ที่อยู่ต่อ"

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "phakhi-erasure-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

/** In which tables a text is found, and whether a backup made now holds it. */
const whereIs = Effect.fnUntraced(function* (text: string) {
  const sql = yield* SqlClient.SqlClient
  const found: Array<string> = []
  for (const { name } of yield* tables(sql)) {
    const hits = yield* sql.unsafe(`SELECT 1 FROM "${name}" t WHERE to_jsonb(t)::text LIKE $1::text`, [`%${text}%`])
    if (hits.length > 0) found.push(name)
  }
  const path = join(yield* folder, "backup.ndjson.gz")
  yield* backup(path)
  return { found, inBackup: gunzipSync(readFileSync(path)).toString("utf8").includes(text) }
}, Effect.scoped)

const around = (store: TestStore) =>
  Layer.provideMerge(Layer.mergeAll(SealAnchor.layerMemory, FileStore.layer(undefined)), store)

for (const [name, store] of [
  ["PGlite", embedded],
  ["PostgreSQL", server(4)]
] as const) {
  describe(`Personal data on ${name}`, () => {
    layer(around(store), { excludeTestServices: true })((it) => {
      it.effect("SEC-3 of one person is gone from every table and every later backup; that of others stays", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const gone = person(marker)
          const stays = person(other)
          const one = growing("mission")
          const two = growing("partnership")
          const members = [
            { seat: 1, holder: stays },
            { seat: 2, holder: { ...gone, phone: marker } }
          ]
          yield* events.append(append([one.add([{ n: 1, personal: gone }])]))
          yield* events.append(
            append([
              two.add([
                { n: 2, members },
                { n: 3, personal: stays }
              ])
            ])
          )
          yield* sealNow
          yield* enqueue([{ topic: "mail", payload: {} }])
          const [mail] = yield* claim({ limit: 1, leaseSeconds: 30 })
          assert(mail !== undefined)
          yield* giveUp(mail, `SMTP EENVELOPE: 550 <${marker}@example.org>: unknown`)
          const before = yield* whereIs(marker)
          assert.deepStrictEqual(before, { found: ["personal", "record"], inBackup: true })

          yield* events.append(append([one.forget(gone.subject), two.forget(gone.subject)]))
          assert.deepStrictEqual(yield* whereIs(marker), { found: [], inBackup: false })
          assert.deepStrictEqual(yield* whereIs(other), before)
          const loaded = Option.getOrThrow(yield* events.load("partnership", two.stream))
          assert.deepInclude(loaded.state as object, { contacts: [stays, stays] })
          const history = yield* events.history("partnership", two.stream, { limit: 5 })
          const [, , first] = history.data
          const read = first?.data["members"] as ReadonlyArray<{ holder: { subject: string; erasedAt?: string } }>
          assert.deepStrictEqual<unknown>(read[0]?.holder, stays)
          assert.hasAllKeys(read[1]?.holder, ["subject", "erasedAt"])

          const report = yield* verify({ replay })
          assert.deepStrictEqual(report.findings, [])
          assert.strictEqual(report.erased, 2)
        })
      )

      it.effect("SEC-3 nothing is erased by an append that is refused", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const subject = person(marker)
          const stream = growing("mission")
          yield* events.append(append([stream.add([{ n: 1, personal: subject }])]))
          const stale = { ...stream.forget(subject.subject), expectedVersion: 0 }
          assert.strictEqual((yield* Effect.flip(events.append(append([stale]))))._tag, "Moved")
          const history = yield* events.history("mission", stream.stream, { limit: 5 })
          assert.deepStrictEqual(history.data[0]?.data, { n: 1, personal: subject })
        })
      )

      it.effect("SEC-3 the records that hold a person are found among those of the owners asked for", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const subject = person(marker)
          const [first, second, third] = [growing("mission"), growing("partnership"), growing("partnership")] as const
          for (const one of [first, second, third])
            yield* events.append(append([one.add([{ n: 1, personal: subject }])]))
          const naming = (owners: ReadonlyArray<string>, limit = 10) =>
            Effect.map(events.whereNamed(subject.subject, owners, limit), (found) => found.map(({ id }) => id))
          assert.sameMembers([...(yield* naming([agency]))], [first.stream, second.stream, third.stream])
          assert.deepStrictEqual(yield* naming([agency, randomUUID()], 1), [first.stream])
          assert.deepStrictEqual(yield* naming([randomUUID()]), [])
          yield* events.append(append([second.forget(subject.subject)]))
          assert.sameMembers([...(yield* naming([agency]))], [first.stream, third.stream])
        })
      )

      it.effect("SEC-3 verification finds a value that was put back after its erasure", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const sql = yield* SqlClient.SqlClient
          const subject = person(marker)
          const stream = growing("mission")
          yield* events.append(append([stream.add([{ n: 1, personal: subject }])]))
          yield* events.append(append([stream.forget(subject.subject)]))
          yield* sql`UPDATE personal SET data = ${JSON.stringify({ name: marker })}::jsonb, erased_at = NULL, erasure = NULL
            WHERE subject = ${subject.subject}::uuid`
          const report = yield* verify({ replay })
          const [finding] = report.findings
          assert.deepInclude(finding, { kind: "personal-restored", stream: stream.stream, version: 1 })
        })
      )
    })
  })
}

import { createHash, randomUUID } from "node:crypto"
import { assert, layer } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Files as KnownFiles } from "@phakhi/domain/engine/Files"
import { AccountId, type Actor } from "@phakhi/domain/kernel/Actor"
import { Effect, Layer, Option, Stream } from "effect"
import { SqlClient } from "effect/sql"
import * as FileStore from "../src/Files.ts"
import { migrate } from "../src/Migrations.ts"
import { forgetUploads, upload } from "../src/Uploads.ts"
import { agency, append, event, officer, openAccess, rowOf, stream } from "./Sample.ts"
import type { TestStore } from "./Stores.ts"
import { unsigned } from "./upgrading.ts"

const account = (status: string) =>
  stream({ record: "account", access: openAccess, row: { ...rowOf({ title: { th: "คนหนึ่ง" } }), status } })

const content = (text: string) => Stream.make(new TextEncoder().encode(text))

const by = (account: string): Actor => ({ ...officer, account: AccountId.make(account) })

/** Whose files are, and how long, on one database. */
export const uploads = (name: string, store: TestStore) =>
  layer(Layer.merge(store, FileStore.layer(undefined)), { excludeTestServices: true })(`Uploads on ${name}`, (it) => {
    const someone = Effect.gen(function* () {
      const events = yield* EventStore
      const { stream: id } = yield* Effect.tap(Effect.succeed(account("active")), (one) => events.append(append([one])))
      const put = (text: string) => upload(content(text), { account: id, organisation: agency })
      const give = (file: { digest: string; size: number; type: string }) => {
        const one = stream({ files: [file] })
        return Effect.as(events.append(append([one], { actor: by(id) })), one.stream)
      }
      const isOwn = (digest: string) =>
        Effect.map(
          Effect.flatMap(KnownFiles, ({ find }) => find(digest, id)),
          Option.match({ onNone: () => false, onSome: (found) => found.isOwn })
        )
      return { id, put, give, isOwn }
    })
    const aged = (digest: string, days: number) =>
      Effect.flatMap(SqlClient.SqlClient, (sql) =>
        sql.unsafe(
          `UPDATE upload SET at = at - make_interval(days => $2::int), taken_at = taken_at - make_interval(days => $2::int)
           WHERE digest = $1::text`,
          [digest, days]
        )
      )
    const isKept = (digest: string) =>
      Effect.map(
        Effect.flatMap(FileStore.Files, (files) => files.get(digest)),
        Option.isSome
      )

    it.effect("SEC-1 belong to whoever uploaded them, until they give them to a record", () =>
      Effect.gen(function* () {
        const [one, other] = [yield* someone, yield* someone]
        const file = yield* one.put("ของคนหนึ่ง")
        assert.isTrue(yield* one.isOwn(file.digest))
        assert.isFalse(yield* other.isOwn(file.digest))
        assert.deepStrictEqual(yield* other.put("ของคนหนึ่ง"), file)
        const held = yield* one.give(file)
        const { find } = yield* KnownFiles
        const holders = [{ record: "mission", id: held }]
        assert.deepStrictEqual(yield* find(file.digest, one.id), Option.some({ file, isOwn: false, holders }))
        assert.deepStrictEqual(yield* find(file.digest, other.id), Option.some({ file, isOwn: true, holders }))
        assert.deepStrictEqual(yield* find(file.digest, null), Option.some({ file, isOwn: false, holders }))
      })
    )

    it.effect("go after a week, with their content, unless somebody else has it or a record holds it", () =>
      Effect.gen(function* () {
        const [one, other] = [yield* someone, yield* someone]
        const [waiting, shared, given] = [yield* one.put("รออยู่"), yield* one.put("ของสองคน"), yield* one.put("แนบแล้ว")]
        yield* other.put("ของสองคน")
        yield* one.give(given)
        const sql = yield* SqlClient.SqlClient
        yield* aged(waiting.digest, 6)
        yield* aged(given.digest, 40)
        yield* forgetUploads
        assert.deepStrictEqual(yield* Effect.forEach([waiting, shared, given], ({ digest }) => isKept(digest)), [
          true,
          true,
          true
        ])
        yield* aged(waiting.digest, 2)
        yield* sql`UPDATE upload SET at = at - interval '8 days' WHERE account = ${one.id}::uuid AND digest = ${shared.digest}`
        yield* forgetUploads
        assert.deepStrictEqual(yield* Effect.forEach([waiting, shared, given], ({ digest }) => isKept(digest)), [
          false,
          true,
          true
        ])
        assert.isFalse(yield* one.isOwn(shared.digest))
        assert.isTrue(yield* other.isOwn(shared.digest))
        assert.lengthOf(yield* sql`SELECT FROM upload WHERE digest = ${given.digest}`, 0)
      })
    )

    it.effect("SEC-3 go with an account that is no longer used", () =>
      Effect.gen(function* () {
        const events = yield* EventStore
        const ended = account("ended")
        yield* events.append(append([ended]))
        const { digest } = yield* upload(content("ของผู้ที่ไม่ใช้แล้ว"), { account: ended.stream, organisation: null })
        yield* forgetUploads
        assert.isFalse(yield* isKept(digest))
      })
    )

    it.effect("are not given to a record once they are gone, though they were there when it was decided", () =>
      Effect.gen(function* () {
        const one = yield* someone
        const file = yield* one.put("หายไประหว่างทาง")
        yield* aged(file.digest, 8)
        yield* forgetUploads
        assert.strictEqual((yield* Effect.flip(one.give(file)))._tag, "Moved")
        yield* one.put("หายไประหว่างทาง")
        yield* one.give(file)
        // Held by a record, it can be given on without being uploaded again.
        yield* one.give(file)
      })
    )

    it.effect("SEC-2 are bounded for each person in a day, and for each organisation as long as they wait", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const [one, other] = [yield* someone, yield* someone]
        const limits = { daily: { files: 3, bytes: 60 }, waiting: { files: 4, bytes: 1000 } }
        const organisation = randomUUID()
        const put = (account: string, text: string) => upload(content(text), { account, organisation }, limits)
        const tag = (account: string, text: string) =>
          Effect.map(Effect.result(put(account, text)), (made) =>
            made._tag === "Failure" ? made.failure._tag : "kept"
          )
        const give = (account: string, text: string) =>
          Effect.flatMap(put(account, text), (file) =>
            Effect.flatMap(EventStore, ({ append: give }) =>
              give(append([stream({ files: [file] })], { actor: by(account) }))
            )
          )
        yield* give(one.id, "x1")
        yield* give(one.id, "x2")
        assert.strictEqual(yield* tag(one.id, "y".repeat(100)), "UploadsSpent")
        assert.strictEqual(yield* tag(one.id, "x3"), "kept")
        assert.strictEqual(yield* tag(one.id, "x4"), "UploadsSpent")
        assert.strictEqual(yield* tag(one.id, "x3"), "kept", "the same once more")
        assert.isFalse(yield* isKept(createHash("sha256").update("x4").digest("hex")))
        yield* sql`UPDATE upload SET at = at - interval '25 hours' WHERE account = ${one.id}::uuid`
        assert.strictEqual(yield* tag(one.id, "x4"), "kept")
        yield* put(other.id, "z1")
        yield* put(other.id, "z2")
        const refused = yield* Effect.flip(put(other.id, "z3"))
        assert.deepInclude(refused, { _tag: "UploadsWaiting", facts: { files: 4, bytes: 1000, days: 7 } })
        yield* give(other.id, "z1")
        assert.strictEqual(yield* tag(other.id, "z3"), "kept")
      })
    )

    it.effect("SEC-2 of many who upload at once, no more are kept than there is room for", () =>
      Effect.gen(function* () {
        const one = yield* someone
        const limits = { daily: { files: 3, bytes: 1000 }, waiting: { files: 100, bytes: 1000 } }
        const put = (n: number) => upload(content(`พร้อมกัน ${n}`), { account: one.id, organisation: agency }, limits)
        const made = yield* Effect.forEach([1, 2, 3, 4, 5, 6], (n) => Effect.result(put(n)), { concurrency: 6 })
        assert.lengthOf(
          made.filter(({ _tag }) => _tag === "Success"),
          3
        )
      })
    )

    it.effect("of an earlier version are held by the records that they were given to", () =>
      Effect.gen(function* () {
        const events = yield* EventStore
        const one = yield* someone
        const evidence = { digest: "1".repeat(64), size: 5, type: "application/pdf", name: "รายงาน.pdf" }
        const letter = { digest: "2".repeat(64), size: 6, type: "image/png" }
        const subject = randomUUID()
        const attached = { subject, name: "คำสั่ง.png", content: letter }
        const personal = [{ place: "/grounds/attached", subject }]
        const partnership = stream({ record: "partnership", events: [event("EvidenceAttached", { evidence })] })
        const organisation = stream({
          record: "organisation",
          events: [{ ...event("ClaimStated", { grounds: { order: "1/2569", attached } }), personal }]
        })
        yield* events.append(append([partnership, organisation]))
        yield* unsigned
        yield* migrate
        const { find } = yield* KnownFiles
        const heldBy = ({ digest, size, type }: typeof letter, record: string, id: string) =>
          Effect.map(find(digest, one.id), (found) =>
            assert.deepStrictEqual(
              found,
              Option.some({ file: { digest, size, type }, isOwn: false, holders: [{ record, id }] })
            )
          )
        yield* heldBy(evidence, "partnership", partnership.stream)
        yield* heldBy(letter, "organisation", organisation.stream)
      })
    )
  })

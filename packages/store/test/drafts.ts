import { randomUUID } from "node:crypto"
import { assert, layer } from "@effect/vitest"
import { draftsAtMost } from "@phakhi/domain/engine/DraftInput"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Effect, Option } from "effect"
import { SqlClient } from "effect/sql"
import { dropDraft, findDraft, forgetDrafts, keepDraft, listDrafts } from "../src/Drafts.ts"
import { append, openAccess, rowOf, stream } from "./Sample.ts"
import type { TestStore } from "./Stores.ts"

const place = { operation: "missions.register", record: "new", part: "" }
const typed = (purpose: string) => ({ draft: { purpose }, from: {} })

const account = (status: string) =>
  stream({ record: "account", access: openAccess, row: { ...rowOf({ title: { th: "คนหนึ่ง" } }), status } })

/** What people type and do not send, on one database. */
export const drafts = (name: string, store: TestStore) =>
  layer(store, { excludeTestServices: true })(`Drafts on ${name}`, (it) => {
    it.effect("are one's own, one for each place, and in the place of the one before", () =>
      Effect.gen(function* () {
        const [one, other] = [randomUUID(), randomUUID()]
        yield* keepDraft(one, place, typed("ก่อน"))
        const keptAt = yield* keepDraft(one, place, typed("หลัง"))
        yield* keepDraft(one, { ...place, part: "2" }, typed("อีกส่วน"))
        assert.deepStrictEqual(yield* findDraft(one, place), Option.some({ ...typed("หลัง"), keptAt }))
        assert.isTrue(Option.isNone(yield* findDraft(other, place)))
        assert.deepStrictEqual(yield* listDrafts(other), [])
        yield* dropDraft(other, place)
        assert.lengthOf(yield* listDrafts(one), 2)
        yield* dropDraft(one, place)
        assert.deepStrictEqual(
          (yield* listDrafts(one)).map(({ part }) => part),
          ["2"]
        )
      })
    )

    it.effect("are bounded: the oldest go first", () =>
      Effect.gen(function* () {
        const one = randomUUID()
        for (let n = 0; n <= draftsAtMost; n++) yield* keepDraft(one, { ...place, part: String(n) }, typed("ก"))
        const parts = (yield* listDrafts(one)).map(({ part }) => part)
        assert.lengthOf(parts, draftsAtMost)
        assert.include(parts, String(draftsAtMost))
      })
    )

    it.effect("SEC-3 go after thirty days, and with an account that is no longer used", () =>
      Effect.gen(function* () {
        const events = yield* EventStore
        const sql = yield* SqlClient.SqlClient
        const [active, locked, ended] = [account("active"), account("locked"), account("ended")]
        yield* events.append(append([active, locked, ended]))
        yield* keepDraft(locked.stream, place, typed("ของผู้ที่กลับมาได้"))
        yield* keepDraft(active.stream, place, typed("ใหม่"))
        yield* keepDraft(active.stream, { ...place, part: "เก่า" }, typed("เก่า"))
        yield* keepDraft(ended.stream, place, typed("ของผู้ที่ไม่ใช้แล้ว"))
        yield* sql`UPDATE draft SET kept_at = now() - interval '31 days' WHERE part = 'เก่า'`
        yield* forgetDrafts
        assert.deepStrictEqual(
          (yield* listDrafts(active.stream)).map(({ part }) => part),
          [""]
        )
        assert.lengthOf(yield* listDrafts(locked.stream), 1)
        assert.deepStrictEqual(yield* listDrafts(ended.stream), [])
      })
    )
  })

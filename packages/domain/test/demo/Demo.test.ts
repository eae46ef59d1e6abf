import { assert, it, layer } from "@effect/vitest"
import { Effect, Result, Schema } from "effect"
import { files } from "../../../../demo/stories/Files.ts"
import { catalogue } from "../../src/catalogue.ts"
import { readerOf } from "../../src/engine/Catalogue.ts"
import { linesOf, readLine } from "../../src/replay/ReplayFile.ts"
import { everyRecord, kept, numbered, replayed, rowsOf, text, World } from "./World.ts"

/** The moment that the demonstration stands at. */
const now = "2026-11-21T00:00:00.000Z"

it("the kept files are exactly what their stories tell", () => {
  for (const [name, told] of Object.entries(files())) assert.strictEqual(kept(name), told, name)
})

it("the files number themselves in the order of their replay, and every line says who and when", async () => {
  assert.deepStrictEqual(
    numbered.map((name) => Number(name.slice(0, 2))),
    numbered.map((_, index) => index + 1)
  )
  let number = 0
  for await (const raw of linesOf(text)) {
    const line = Result.getOrThrow(readLine(raw, ++number))
    if (line === undefined) continue
    assert.isDefined(line.as, line.id)
    assert.isTrue(line.at !== undefined && line.at < now, line.id)
  }
  assert.isAbove(number, 500)
})

layer(World)("the demonstration", (it) => {
  it.effect("a second replay finds every line done and changes nothing", () =>
    Effect.gen(function* () {
      const before = yield* everyRecord
      const again = yield* replayed
      assert.deepStrictEqual(
        again.filter((step) => !step.again).map(({ line }) => line.id),
        []
      )
      assert.deepStrictEqual(yield* everyRecord, before)
    })
  )

  it.effect("every record is valid as it stands, and its events follow each other in time", () =>
    Effect.gen(function* () {
      for (const { events, id, record, state } of yield* everyRecord) {
        const codec = readerOf(catalogue, record)?.type.State as Schema.Codec<unknown>
        const decoded = yield* Schema.decodeUnknownEffect(codec, { onExcessProperty: "error", errors: "all" })(state)
        assert.deepStrictEqual(yield* Schema.encodeUnknownEffect(codec)(decoded), state, `${record} ${id}`)
        const times = events.map(({ at }) => at)
        assert.deepStrictEqual(times, times.toSorted(), `${record} ${id}`)
      }
    })
  )

  it.effect("what is invented says so, and no organisation but those of the handbook is real", () =>
    Effect.gen(function* () {
      const real: Array<string> = []
      for (const { record, state } of yield* everyRecord) {
        const about = state as Record<string, never>
        if (record === "mission") assert.isTrue(about["about"]?.["invented"])
        if (record === "partnership" || record === "source") assert.isTrue(about["invented"])
        if (record === "account") {
          const { email, name } = about["personal"] as unknown as { readonly email: string; readonly name: string }
          assert.match(name, /\(สมมติ\)$/u)
          assert.match(email, /@[a-z]+\.example\.org$/u)
        }
        if (record !== "organisation") continue
        const { invented, name } = about["particulars"] as unknown as {
          readonly invented?: boolean
          readonly name: { readonly th: string }
        }
        if (invented === true) assert.match(name.th, /ตัวอย่าง.*\(สมมติ\)$/u)
        else real.push(name.th)
      }
      assert.sameMembers(real, [
        "กรมกิจการเด็กและเยาวชน",
        "กรมกิจการผู้สูงอายุ",
        "สถาบันแห่งชาติเพื่อการพัฒนาเด็กและครอบครัว มหาวิทยาลัยมหิดล",
        "เทศบาลนครนนทบุรี",
        "สำนักงาน ก.พ.ร."
      ])
    })
  )

  it.effect("everything has a title in English too", () =>
    Effect.gen(function* () {
      for (const record of ["organisation", "mission", "partnership", "source", "process"]) {
        for (const { title } of yield* rowsOf(record)) assert.isDefined(title.en, title.th)
      }
    })
  )

  it.effect("every login belongs to an active account with that role", () =>
    Effect.gen(function* () {
      const accounts = new Map(
        (yield* everyRecord)
          .filter(({ record }) => record === "account")
          .map(({ state }) => {
            const { personal, roles, status } = state as {
              readonly personal: { readonly email: string }
              readonly roles: ReadonlyArray<string>
              readonly status: string
            }
            return [personal.email, { roles, status }] as const
          })
      )
      const logins = JSON.parse(kept("logins.json")) as ReadonlyArray<{
        readonly email: string
        readonly roles: ReadonlyArray<string>
      }>
      for (const { email, roles } of logins) assert.deepStrictEqual(accounts.get(email), { roles, status: "active" })
      assert.strictEqual(new Set(logins.flatMap(({ roles }) => roles)).size, 11)
      const named = kept("README.md").match(/[a-z0-9]+@[a-z]+\.example\.org/gu) ?? []
      assert.isAbove(named.length, 10)
      assert.includeMembers(
        logins.map(({ email }) => email),
        named
      )
    })
  )
})

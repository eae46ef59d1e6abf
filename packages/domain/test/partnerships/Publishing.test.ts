import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Option } from "effect"
import { TestClock } from "effect/testing"
import { catalogue } from "../../src/catalogue.ts"
import { ask } from "../../src/engine/Ask.ts"
import { Files } from "../../src/engine/Files.ts"
import type { View } from "../../src/engine/View.ts"
import type { Actor } from "../../src/kernel/Actor.ts"
import { partnershipRecord } from "../../src/partnerships/Record.ts"
import { journey } from "../journeys/Journey.ts"
import { act, invite, organisation, World } from "../journeys/World.ts"

/** Every file is known by its digest. */
const WithFiles = Layer.mergeAll(
  World,
  Layer.succeed(Files, {
    find: (digest) =>
      Effect.succeed(Option.some({ file: { digest, size: 7, type: "application/pdf" }, isOwn: true, holders: [] }))
  })
)

const [report, list] = ["a".repeat(64), "b".repeat(64)]
const reason = "ให้ประชาชนทราบผลการดำเนินงาน"

const world = Effect.gen(function* () {
  yield* TestClock.setTime(Date.parse("2026-11-02T03:00:00.000Z"))
  const { partnership: id, people, agency } = yield* journey("contracting", "announced")
  const other = yield* organisation("องค์กรอื่น", "civil-society", "foundation")
  const stranger = yield* invite(other, "partner-editor", "stranger")
  const attach = (who: Actor, file: string, name: string, more: object = {}) =>
    act(who, "evidence.attach", { file, name, ...more }, id)
  const publish = (evidence: number) => act(people.officer, "evidence.publish", { evidence, reason }, id)
  const consent = (who: Actor, evidence: number) => act(who, "evidence.consent", { evidence }, id)
  const withdraw = (who: Actor, evidence: number, more: object = {}) =>
    act(who, "evidence.withdraw", { evidence, reason: "ข้อมูลไม่เป็นปัจจุบัน", ...more }, id)
  const shownTo = (actor: Actor | null) =>
    Effect.map(
      ask(catalogue, { operation: "partnerships.get", id, input: {}, actor }),
      (view) => ((view as View).data as { readonly evidence?: ReadonlyArray<object> }).evidence ?? []
    )
  /** The digests of the files that someone may read. */
  const readBy = (actor: Actor | null) =>
    Effect.map(shownTo(actor), (evidence) =>
      (partnershipRecord.files?.({ evidence }) ?? []).map(({ digest }) => digest)
    )
  return { id, agency, people, stranger, attach, publish, consent, withdraw, shownTo, readBy }
})

const tagOf = <A, R>(effect: Effect.Effect<A, { readonly _tag: string }, R>) =>
  Effect.map(Effect.flip(effect), ({ _tag }) => _tag)

describe("PRT-5b evidence", () => {
  it.effect("is for the parties until the owner publishes it, and again once that has ended", () =>
    Effect.gen(function* () {
      const { attach, people, publish, readBy, shownTo, stranger, withdraw } = yield* world
      yield* attach(people.officer, report, "รายงาน.pdf")
      assert.deepStrictEqual(yield* readBy(null), [])
      assert.deepStrictEqual(yield* readBy(stranger), [])
      for (const party of [people.officer, people.editor, people.outsider])
        assert.deepStrictEqual(yield* readBy(party), [report])
      assert.deepStrictEqual(yield* shownTo(null), [{ _tag: "Kept", no: 1 }])
      yield* publish(1)
      assert.deepStrictEqual(yield* readBy(null), [report])
      assert.notInclude(JSON.stringify(yield* shownTo(null)), people.officer.account)
      yield* withdraw(people.officer, 1)
      assert.deepStrictEqual(yield* readBy(null), [])
      assert.deepStrictEqual(yield* readBy(people.editor), [report])
      const [left] = yield* shownTo(null)
      assert.hasAllKeys(left, ["_tag", "no", "withdrawn"])
      assert.hasAllKeys((left as { readonly withdrawn: object }).withdrawn, ["at", "reason"])
    }).pipe(Effect.provide(WithFiles))
  )

  it.effect("of another side is published once that side agrees, and not by way of a copy", () =>
    Effect.gen(function* () {
      const { attach, consent, people, publish, readBy, stranger } = yield* world
      yield* attach(people.editor, report, "ของภาคี.pdf")
      yield* attach(people.officer, report, "สำเนาของหน่วยงาน.pdf")
      assert.strictEqual(yield* tagOf(publish(1)), "ConsentMissing")
      assert.strictEqual(yield* tagOf(publish(2)), "ConsentMissing")
      assert.strictEqual(yield* tagOf(consent(people.outsider, 1)), "EvidenceOfAnother")
      assert.strictEqual(yield* tagOf(consent(people.officer, 1)), "NotPermitted")
      assert.strictEqual(yield* tagOf(consent(stranger, 1)), "NotPermitted")
      yield* consent(people.editor, 1)
      yield* publish(1)
      assert.deepStrictEqual(yield* readBy(null), [report])
    }).pipe(Effect.provide(WithFiles))
  )

  it.effect("of the owner is not kept back by a copy that another side attached", () =>
    Effect.gen(function* () {
      const { attach, consent, people, publish, readBy } = yield* world
      yield* attach(people.officer, report, "ของหน่วยงาน.pdf")
      yield* attach(people.editor, report, "สำเนาของภาคี.pdf")
      assert.strictEqual(yield* tagOf(consent(people.editor, 2)), "EvidenceOfAnother")
      yield* publish(1)
      assert.deepStrictEqual(yield* readBy(null), [report])
    }).pipe(Effect.provide(WithFiles))
  )

  it.effect("is not published again on an old agreement, once the giver has ended it", () =>
    Effect.gen(function* () {
      const { attach, consent, people, publish, readBy, withdraw } = yield* world
      yield* attach(people.editor, report, "ของภาคี.pdf")
      yield* consent(people.editor, 1)
      yield* withdraw(people.editor, 1)
      assert.strictEqual(yield* tagOf(publish(1)), "ConsentMissing")
      yield* consent(people.editor, 1)
      yield* publish(1)
      yield* withdraw(people.editor, 1)
      assert.deepStrictEqual(yield* readBy(null), [])
      assert.strictEqual(yield* tagOf(publish(1)), "ConsentMissing")
    }).pipe(Effect.provide(WithFiles))
  )

  it.effect("with personal data in it is never published, whoever finds it there, under whatever name", () =>
    Effect.gen(function* () {
      const { attach, people, publish, readBy, shownTo, withdraw } = yield* world
      yield* attach(people.officer, list, "รายชื่อ.pdf", { personal: true })
      yield* attach(people.officer, list, "รายชื่ออีกครั้ง.pdf")
      assert.strictEqual(yield* tagOf(publish(1)), "EvidenceHoldsPersonalData")
      assert.strictEqual(yield* tagOf(publish(2)), "EvidenceHoldsPersonalData")
      const why = yield* shownTo(null)
      assert.deepStrictEqual(why[0], { _tag: "Kept", no: 1, personal: true })
      yield* attach(people.officer, report, "ภาพกิจกรรม.pdf")
      yield* attach(people.officer, report, "ภาพกิจกรรมชุดเดิม.pdf")
      yield* publish(3)
      yield* publish(4)
      assert.strictEqual(yield* tagOf(withdraw(people.editor, 3)), "EvidenceOfAnother")
      yield* withdraw(people.editor, 3, { personal: true })
      assert.deepStrictEqual(yield* readBy(null), [])
      assert.strictEqual(yield* tagOf(publish(4)), "EvidenceHoldsPersonalData")
    }).pipe(Effect.provide(WithFiles))
  )

  it.effect("is published by an officer of the owner alone", () =>
    Effect.gen(function* () {
      const { attach, id, people, stranger } = yield* world
      yield* attach(people.editor, report, "ของภาคี.pdf")
      const input = { evidence: 1, reason }
      for (const who of [people.editor, people.signatory, people.outsider, stranger])
        assert.strictEqual(yield* tagOf(act(who, "evidence.publish", input, id)), "NotPermitted")
    }).pipe(Effect.provide(WithFiles))
  )

  it.effect("is named to none but those who see it, as what an act can be aimed at", () =>
    Effect.gen(function* () {
      const { attach, id, people } = yield* world
      yield* attach(people.officer, report, "ชื่อไฟล์ของหน่วยงาน.pdf")
      const aims = (actor: Actor) =>
        Effect.map(ask(catalogue, { operation: "partnerships.get", id, input: {}, actor }), (view) =>
          (view as View).actions.flatMap(({ operation, target }) =>
            operation.startsWith("evidence.") && target !== undefined ? [operation] : []
          )
        )
      assert.deepStrictEqual(yield* aims(people.officer), ["evidence.publish"])
      assert.deepStrictEqual(yield* aims(people.editor), [])
    }).pipe(Effect.provide(WithFiles))
  )
})

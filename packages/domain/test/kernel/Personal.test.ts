import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import { type PersonalValue, personal, personalIn, valueAt, withValueAt } from "../../src/kernel/Personal.ts"

const person = personal({ name: Schema.String, phone: Schema.String })

const Seats = Schema.TaggedUnion({
  Appointed: {
    chair: Schema.optionalKey(person),
    seats: Schema.Array(Schema.Struct({ no: Schema.Int, holder: person })),
    byPlace: Schema.Record(Schema.String, person)
  },
  Waived: { reason: Schema.String }
})

const subject = (n: number) => `00000000-0000-4000-8000-00000000000${n}`

const appointed = {
  _tag: "Appointed",
  chair: { subject: subject(1), name: "ก" },
  seats: [
    { no: 1, holder: { subject: subject(2), name: "ข", phone: "02" } },
    { no: 2, holder: { subject: subject(1), name: "ก" } }
  ],
  byPlace: { "a/b~c": { subject: subject(3), name: "ค" } }
}

const places = (schema: Schema.Top, value: unknown): ReadonlyArray<readonly [string, string]> => {
  const found: Array<readonly [string, string]> = []
  personalIn(schema)?.(value, (held, place) => {
    found.push([place, held.subject])
    return held
  })
  return found
}

const without = (gone: string) => (held: PersonalValue) => (held.subject === gone ? { subject: gone } : held)

describe("Personal data", () => {
  it("SEC-3 is found by its declaration, at any depth", () => {
    assert.deepStrictEqual(places(Seats, appointed), [
      ["/chair", subject(1)],
      ["/seats/0/holder", subject(2)],
      ["/seats/1/holder", subject(1)],
      ["/byPlace/a~1b~0c", subject(3)]
    ])
    assert.deepStrictEqual(places(Seats, { _tag: "Waived", reason: "เล็กเกินไป" }), [])
  })

  it("SEC-3 is taken away of one person alone, and what holds none stays the very same", () => {
    const after = personalIn(Seats)?.(appointed, without(subject(1))) as typeof appointed
    assert.deepStrictEqual<unknown>(after.chair, { subject: subject(1) })
    assert.deepStrictEqual<unknown>(after.seats[1]?.holder, { subject: subject(1) })
    assert.strictEqual(after.seats[0], appointed.seats[0])
    assert.strictEqual(personalIn(Seats)?.(appointed, without(subject(9))), appointed)
  })

  it("is not looked for where a schema declares none", () => {
    assert.isUndefined(personalIn(Schema.Struct({ subject: Schema.String, name: Schema.String })))
  })

  it("cannot be declared inside a part that the wire has in another form", () => {
    const transformed = Schema.fromJsonString(Schema.Struct({ chair: person }))
    assert.throws(() => personalIn(Schema.Struct({ transformed })), /same form on the wire/)
  })

  it("is read and written at a place as JSON pointers name it", () => {
    assert.strictEqual(valueAt(appointed, "/byPlace/a~1b~0c"), appointed.byPlace["a/b~c"])
    const changed = withValueAt(appointed, "/seats/1/holder", "x")
    assert.strictEqual(valueAt(changed, "/seats/1/holder"), "x")
    assert.deepStrictEqual(withValueAt(changed, "/seats/1/holder", appointed.seats[1]?.holder), appointed)
  })

  it("is read without its fields once it is erased, and written as it was read", () => {
    const erased = { subject: subject(1), erasedAt: "2026-11-02T03:00:00.000Z" }
    const read = Schema.decodeUnknownSync(person)(erased)
    assert.deepStrictEqual<unknown>(Schema.encodeUnknownSync(person)(read), erased)
    assert.throws(() => Schema.decodeUnknownSync(person)({ name: "ก" }))
  })
})

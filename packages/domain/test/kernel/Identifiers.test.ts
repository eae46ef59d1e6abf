import { assert, describe, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Result, Schema } from "effect"
import { stdnum } from "stdnum"
import * as Identifiers from "../../src/kernel/Identifiers.ts"

const juristic = Schema.decodeUnknownResult(Identifiers.JuristicId)
const personal = Schema.decodeUnknownResult(Identifiers.PersonalId)
const messageOf = (result: Result.Result<unknown, Schema.SchemaError>): string =>
  Result.isFailure(result) ? result.failure.message : "taken"
const oracle = (kind: "idnr" | "moa" | "tin") => {
  const validator = stdnum["TH"]?.[kind]
  assert.isDefined(validator)
  return validator
}
const Digits = Schema.String.check(Schema.isPattern(/^[0-9]{13}$/u))

describe("identifiers", () => {
  it("take numbers with the right check digit", () => {
    assert.strictEqual(Result.getOrThrow(personal("1234567890121")), "1234567890121")
    assert.strictEqual(Result.getOrThrow(juristic("0123456789016")), "0123456789016")
  })

  it("take what people type and keep the bare digits", () => {
    for (const typed of ["1-2345-67890-12-1", " 1 2345 67890 12 1 ", "๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑", "1‑2345–67890—12-1"]) {
      assert.strictEqual(Result.getOrThrow(personal(typed)), "1234567890121", typed)
    }
    assert.strictEqual(
      Schema.encodeSync(Identifiers.PersonalId)(Result.getOrThrow(personal("1-2345-67890-12-1"))),
      "1234567890121"
    )
  })

  it("refuse a wrong check digit, a wrong length, other characters, and say which", () => {
    assert.include(messageOf(personal("1234567890122")), "last digit")
    assert.include(messageOf(juristic("0123456789017")), "last digit")
    for (const typed of [
      "",
      "123456789012",
      "12345678901211",
      "123456789012X",
      "1234567890१21",
      "9".repeat(100_000),
      "1.234567890121"
    ]) {
      assert.include(messageOf(personal(typed)), "13 digits", typed.slice(0, 20))
    }
  })

  it("keep juristic and personal numbers apart by the first digit", () => {
    assert.include(messageOf(juristic("1234567890121")), "the first 0")
    assert.include(messageOf(personal("0123456789016")), "the first 1 to 8")
    for (const first of ["0", "9"]) assert.isTrue(Result.isFailure(personal(`${first}234567890120`)))
  })

  it.prop(
    "agree with stdnum on any thirteen digits and every last digit",
    { digits: Digits },
    ({ digits }) => {
      for (let last = 0; last < 10; last++) {
        const number = `${digits.slice(0, 12)}${last}`
        assert.strictEqual(Result.isSuccess(personal(number)), oracle("idnr").validate(number).isValid, number)
        assert.strictEqual(Result.isSuccess(juristic(number)), oracle("moa").validate(number).isValid, number)
        if (!number.startsWith("9")) {
          assert.strictEqual(
            Result.isSuccess(personal(number)) || Result.isSuccess(juristic(number)),
            oracle("tin").validate(number).isValid,
            number
          )
        }
      }
    },
    { arbitrary: { runs: runs(2_000) } }
  )

  it.prop(
    "are shown in groups and read back",
    { person: Identifiers.PersonalId, body: Identifiers.JuristicId },
    ({ body, person }) => {
      assert.strictEqual(Result.getOrThrow(personal(Identifiers.format(person))), person)
      assert.strictEqual(Result.getOrThrow(juristic(Identifiers.format(body))), body)
      assert.strictEqual(Identifiers.format(person), oracle("idnr").format(person))
    }
  )

  it("hide the seven digits of a personal number that tell people apart", () => {
    assert.strictEqual(Identifiers.maskPersonalId(Result.getOrThrow(personal("1234567890121"))), "1-2345-xxxxx-xx-1")
  })

  it("describe themselves in JSON Schema as strings", () => {
    const { definitions } = Schema.toJsonSchemaDocument(
      Schema.Struct({ person: Identifiers.PersonalId, body: Identifiers.JuristicId })
    )
    assert.deepInclude(definitions["PersonalId"], {
      type: "string",
      description: "Personal number: 13 digits, first 1 to 8, last a check digit"
    })
    assert.property(definitions, "JuristicId")
  })
})

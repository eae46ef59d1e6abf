import { assert, it } from "@effect/vitest"
import { codeAt, newTotpSecret, stepAt, stepOf, totpUri } from "../src/Totp.ts"

/** The secret of RFC 6238, "12345678901234567890", in base 32. */
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

it("SEC-1 codes are those of RFC 6238", () => {
  const vectors = [
    [59, "287082"],
    [1111111109, "081804"],
    [1111111111, "050471"],
    [1234567890, "005924"],
    [2000000000, "279037"],
    [20000000000, "353130"]
  ] as const
  for (const [seconds, code] of vectors) assert.strictEqual(codeAt(secret, stepAt(seconds * 1000)), code)
})

it("SEC-1 a code counts half a minute early and late, and no longer", () => {
  const now = 1_800_000_000_000
  const of = (off: number) => stepOf(secret, codeAt(secret, stepAt(now) + off), now)
  assert.deepStrictEqual(
    [of(-2), of(-1), of(0), of(1), of(2)].map((step) => step !== undefined),
    [false, true, true, true, false]
  )
  assert.isUndefined(stepOf(secret, "", now))
})

it("SEC-1 each secret has 160 bits of its own, and the QR code says whose and where", () => {
  const [one, two] = [newTotpSecret(), newTotpSecret()]
  assert.match(one, /^[A-Z2-7]{32}$/u)
  assert.notStrictEqual(one, two)
  assert.strictEqual(
    totpUri(secret, "a@example.go.th"),
    `otpauth://totp/Phakhi:a%40example.go.th?secret=${secret}&issuer=Phakhi`
  )
})

import { readFileSync } from "node:fs"
import { assert, it } from "@effect/vitest"
import { isCommon } from "../src/CommonPasswords.ts"
import { againstPassword } from "../src/PasswordRules.ts"
import { type IdentityTag, identityRefusal, identityWording } from "../src/Refusals.ts"

const email = "somchai.jaidee@example.go.th"
const tagOf = (password: string, of = email) => againstPassword(password, of, "/password")?._tag

const refused: Record<string, ReadonlyArray<string>> = {
  PasswordLength: ["elevenchars", "รหัสสั้น", "x".repeat(129)],
  PasswordCommon: [
    "password1234",
    "PassWord1234",
    "administrator",
    "1q2w3e4r5t6y",
    "ｐａｓｓｗｏｒｄ１２３４",
    "counterstrike"
  ],
  PasswordPlain: [
    "aaaaaaaaaaaa",
    "กกกกกกกกกกกก",
    "121212121212",
    "abcdabcdabcdabcd",
    "123456789012",
    "abcdefghijklm",
    "zyxwvutsrqponm",
    "กขคงจฉชซฌญฎฏ",
    "๐๑๒๓๔๕๖๗๘๙๐๑",
    "qwertyuiop12345",
    "ฟหกดเ้่าสวงฟหกด"
  ],
  PasswordIsEmail: [email, "Somchai.Jaidee", "somchai.jaidee2569", "1somchai.jaidee@example.go.th!"],
  PasswordInvisible: [
    "long\u200benough phrase",
    "long enough\u0000phrase",
    "long enough \u202ephrase",
    "long enough \ue000phrase",
    "long enough \u3164phrase",
    "long enough\u2028phrase",
    "long enough phrase\ufeff",
    "long enough phrase\ud800"
  ]
}

for (const [tag, passwords] of Object.entries(refused))
  it(`SEC-1 no password is one that is refused as ${tag}`, () => {
    for (const password of passwords) assert.strictEqual(tagOf(password), tag, JSON.stringify(password))
    const { en, th } = identityWording(identityRefusal(tag as IdentityTag, { minimum: 12, maximum: 128 } as never))
    assert.isTrue(/[ก-๙]/u.test(th) && !/[ก-๙]/u.test(en))
  })

it("SEC-1 a phrase of one's own is taken, in Thai and in English, with spaces and signs", () => {
  const taken = [
    "ศูนย์เด็กเล็กบ้านเรา 2569",
    "correct horse battery staple",
    "น้ำขึ้นให้รีบตักเสมอ",
    "Tr0ub4dor&3 at noon",
    "7 ช้าง 3 ม้า 12 ควาย",
    "somchai.jaidee goes to the market"
  ]
  for (const password of taken) assert.isUndefined(tagOf(password), password)
  assert.isUndefined(tagOf("bananas for me", "a@b.th"), "a part of one or two letters says nothing")
})

it("SEC-1 the password of the demonstration opens for each of its people", () => {
  const logins = JSON.parse(readFileSync(new URL("../../../demo/logins.json", import.meta.url), "utf8"))
  for (const { email: of } of logins) assert.isUndefined(tagOf("phakhi-demo-2569", of), of)
})

it("SEC-1 of a hundred thousand phrases that nobody listed none is taken for a common one", () => {
  const found = Array.from({ length: 100_000 }, (_, n) => `phrase ${n} of one's own`).filter(isCommon)
  assert.isAtMost(found.length, 2)
})

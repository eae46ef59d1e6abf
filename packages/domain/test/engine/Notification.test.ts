import { assert, it } from "@effect/vitest"
import { mailOf } from "../../src/engine/Notification.ts"

const one = (n: number) => ({ words: { th: `เรื่องที่ ${n}`, en: `Matter ${n}` }, about: null, link: `https://p/${n}` })
const inbox = "https://p/notifications"

it("a mail of one matter has its words as subject, and says of no more", () => {
  const { subject, text } = mailOf([one(1)], { inbox, more: 0 })
  assert.strictEqual(subject, "ภาคี: เรื่องที่ 1")
  assert.notInclude(text, "not in this mail")
})

it("a mail that has no room for all says in both languages how many more there are, and where", () => {
  const { subject, text } = mailOf([one(1), one(2)], { inbox, more: 7 })
  assert.strictEqual(subject, "ภาคี: มี 9 เรื่องแจ้งถึงท่าน")
  assert.include(text, `ยังมีอีก 7 เรื่องที่ไม่อยู่ในอีเมลฉบับนี้ อ่านได้ที่ ${inbox}`)
  assert.include(text, `7 more are not in this mail. Read them at ${inbox}`)
})

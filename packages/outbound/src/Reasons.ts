import type { Wording } from "@phakhi/domain/kernel/Refusal"

/** What senders say about a message that did not arrive, as it is kept and logged, and the same in Thai. */
const inThai: ReadonlyArray<readonly [RegExp, string]> = [
  [/^the endpoint answered (\d+): redirects are not followed$/, "ปลายทางตอบ $1 ระบบไม่ตามไปยังที่อยู่อื่น"],
  [/^the endpoint answered (\d+)$/, "ปลายทางตอบ $1"],
  [/^the endpoint does not answer: (.+)$/, "ปลายทางไม่ตอบ ($1)"],
  [/^the endpoint is not on the public internet$/, "ปลายทางไม่ได้อยู่บนอินเทอร์เน็ตสาธารณะ"],
  [/^an endpoint must be reached by https$/, "ปลายทางต้องใช้ https"],
  [/^an endpoint must listen on port 443 or 8443$/, "ปลายทางต้องใช้พอร์ต 443 หรือ 8443"],
  [/^the endpoint is disabled$/, "ปลายทางปิดอยู่"],
  [/^the endpoint was changed in the database: remove it and set it up again$/, "ปลายทางถูกแก้ไขในฐานข้อมูล ให้ลบแล้วตั้งใหม่"],
  [/^the secret of the endpoint was sealed with another key: rotate it$/, "รหัสลับถูกเก็บด้วยกุญแจอื่น ให้เปลี่ยนรหัสลับ"],
  [/^no answer within (\d+) seconds$/, "ไม่มีคำตอบภายใน $1 วินาที"],
  [/^the process ended while it was sent, again and again$/, "โปรแกรมหยุดระหว่างส่งซ้ำหลายครั้ง"],
  [/^an internal error; see the log$/, "เกิดข้อผิดพลาดภายในระบบ ดูบันทึกของเซิร์ฟเวอร์"],
  [/^the account has no address that mail can go to$/, "บัญชีนี้ไม่มีที่อยู่อีเมลที่ส่งได้"],
  [/^nobody sends messages of the topic (.+)$/, "ไม่มีผู้ส่งสำหรับเรื่อง $1"]
]

/** In both languages, where the words are known; what a mail server said stays in its own. */
export const reasonWords = (reason: string): Wording => {
  const found = inThai.find(([pattern]) => pattern.test(reason))
  return { th: found === undefined ? reason : reason.replace(found[0], found[1]), en: reason }
}

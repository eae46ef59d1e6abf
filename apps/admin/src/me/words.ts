import type { Words } from "../words/Language.tsx"

export const meWords = {
  title: { th: "บัญชีของฉัน", en: "My account" },
  sessions: { th: "การเข้าใช้ที่เปิดอยู่", en: "Open sessions" },
  sessionsHint: {
    th: "หากมีรายการที่ท่านไม่รู้จัก ให้ยุติ แล้วเปลี่ยนรหัสผ่าน",
    en: "If there is one that you do not know, end it, and change your password."
  },
  device: { th: "อุปกรณ์", en: "Device" },
  from: { th: "เครือข่าย", en: "Network" },
  since: { th: "เข้าใช้เมื่อ", en: "Signed in" },
  used: { th: "ใช้ล่าสุด", en: "Last used" },
  current: { th: "เครื่องนี้", en: "This one" },
  end: { th: "ยุติ", en: "End" },
  endOthers: { th: "ยุติรายการอื่นทั้งหมด", en: "End all others" },
  signIns: { th: "การลงชื่อเข้าใช้ล่าสุด", en: "Recent sign-ins" },
  signInsHint: {
    th: "20 ครั้งล่าสุด ที่สำเร็จและไม่สำเร็จ เก็บไว้ 90 วัน",
    en: "The last twenty, those that failed too. They are kept for 90 days."
  },
  ofAgency: { th: "การลงชื่อเข้าใช้ขององค์กร", en: "Sign-ins of the organisation" },
  ofAgencyHint: {
    th: "ใครลงชื่อเข้าใช้ เมื่อใด จากเครือข่ายใด ที่สำเร็จและไม่สำเร็จ 200 รายการล่าสุด เก็บไว้ 90 วัน",
    en: "Who signed in when and from which network, and who failed to: the last 200. They are kept for 90 days."
  },
  noSignIns: { th: "ยังไม่มีการลงชื่อเข้าใช้ใน 90 วันที่ผ่านมา", en: "Nobody has signed in within the last 90 days." },
  when: { th: "เมื่อ", en: "When" },
  who: { th: "ใคร", en: "Who" },
  outcome: { th: "ผล", en: "Outcome" },
  password: { th: "รหัสผ่าน", en: "Password" },
  changePassword: { th: "เปลี่ยนรหัสผ่าน", en: "Change the password" },
  changeHint: {
    th: "เมื่อเปลี่ยนแล้ว การเข้าใช้อื่นทั้งหมดสิ้นสุด",
    en: "Once it is changed, all your other sessions end."
  },
  currentPassword: { th: "รหัสผ่านปัจจุบัน", en: "Current password" },
  newPassword: { th: "รหัสผ่านใหม่", en: "New password" },
  newHint: {
    th: "อย่างน้อย 12 ตัวอักษร ใช้วลียาวของท่านเอง",
    en: "At least 12 characters; a long phrase of your own"
  },
  changed: { th: "เปลี่ยนรหัสผ่านแล้ว", en: "The password is changed." },
  show: { th: "แสดงหรือซ่อนรหัสผ่าน", en: "Show or hide the password" },
  factor: { th: "การยืนยันสองขั้น", en: "Second factor" },
  factorOff: {
    th: "ยังไม่ได้ใช้ เมื่อใช้แล้ว การลงชื่อเข้าใช้ต้องมีรหัส 6 หลักจากแอปยืนยันตัวตนในโทรศัพท์ของท่านด้วย",
    en: "Not in use. With it, signing in also takes six digits from an authenticator app on your phone."
  },
  factorOn: { th: "ใช้อยู่ ตั้งแต่", en: "In use since" },
  codesLeft: { th: "รหัสสำรองที่เหลือ", en: "Recovery codes left" },
  setUp: { th: "ตั้งการยืนยันสองขั้น", en: "Set up a second factor" },
  scan: {
    th: "สแกนด้วยแอปยืนยันตัวตน หรือพิมพ์กุญแจนี้ลงในแอป แล้วใส่รหัสที่แอปแสดง",
    en: "Scan this with an authenticator app, or type the secret into it. Then give the code that it shows."
  },
  qr: { th: "คิวอาร์โค้ดสำหรับแอปยืนยันตัวตน", en: "QR code for the authenticator app" },
  secret: { th: "กุญแจ", en: "Secret" },
  code: { th: "รหัส 6 หลักจากแอป", en: "Six digits from the app" },
  codeOrRecovery: { th: "รหัส 6 หลักจากแอป หรือรหัสสำรอง", en: "Six digits from the app, or a recovery code" },
  confirm: { th: "ยืนยัน", en: "Confirm" },
  recovery: { th: "รหัสสำรอง", en: "Recovery codes" },
  recoveryHint: {
    th: "แสดงครั้งเดียว เก็บไว้ในที่ปลอดภัย แต่ละรหัสใช้แทนแอปได้หนึ่งครั้ง",
    en: "Shown once: keep them in a safe place. Each serves once in place of the app."
  },
  copy: { th: "คัดลอก", en: "Copy" },
  copied: { th: "คัดลอกแล้ว", en: "Copied" },
  kept: { th: "เก็บรหัสสำรองแล้ว", en: "I have kept them" },
  remove: { th: "ยกเลิกการยืนยันสองขั้น", en: "Remove the second factor" },
  removeHint: {
    th: "หากโทรศัพท์หาย ใช้รหัสสำรอง หากไม่มีทั้งสองอย่าง ขอลิงก์ใหม่จากผู้ดูแลระบบ",
    en: "Without the phone use a recovery code. Without either, ask your administrator for a new link."
  }
} as const satisfies Record<string, Words>

export const outcomeWords = {
  in: { th: "เข้าใช้แล้ว", en: "Signed in" },
  "wrong-password": { th: "รหัสผ่านไม่ถูกต้อง", en: "Wrong password" },
  "wrong-code": { th: "รหัสยืนยันไม่ถูกต้อง", en: "Wrong code" },
  "too-many": { th: "พยายามบ่อยเกินไป", en: "Too many attempts" },
  locked: { th: "บัญชีใช้งานไม่ได้", en: "The account cannot be used" }
} as const satisfies Record<string, Words>

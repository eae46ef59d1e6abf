import type { Words } from "../words/Language.tsx"

export const identityWords = {
  signIn: { th: "ลงชื่อเข้าใช้", en: "Sign in" },
  email: { th: "อีเมล", en: "E-mail" },
  password: { th: "รหัสผ่าน", en: "Password" },
  emailMissing: { th: "กรอกอีเมล", en: "Fill in your e-mail" },
  passwordMissing: { th: "กรอกรหัสผ่าน", en: "Fill in your password" },
  forgot: {
    th: "ลืมรหัสผ่าน? ขอลิงก์ใหม่จากผู้ดูแลระบบขององค์กรท่าน",
    en: "Forgot the password? Ask your organisation's administrator for a new link."
  },
  invitation: { th: "ตั้งรหัสผ่านเพื่อเข้าใช้", en: "Set a password to sign in" },
  invitationFor: { th: "ลิงก์นี้สำหรับ", en: "This link is for" },
  newPassword: { th: "ตั้งรหัสผ่าน", en: "Choose a password" },
  passwordHint: { th: "อย่างน้อย 12 ตัวอักษร ใช้วลียาว ๆ ได้", en: "At least 12 characters; a long phrase is fine" },
  again: { th: "พิมพ์รหัสผ่านอีกครั้ง", en: "Type the password again" },
  notSame: { th: "รหัสผ่านสองช่องไม่ตรงกัน", en: "The two passwords are not the same" },
  accept: { th: "ตั้งรหัสผ่านและเข้าใช้", en: "Set the password and sign in" },
  until: { th: "ใช้ได้ถึง", en: "Valid until" },
  demoLogins: { th: "บัญชีสาธิต", en: "Demonstration accounts" },
  demoOthers: { th: "บัญชีขององค์กรอื่น", en: "Accounts of other organisations" },
  demoHint: { th: "เลือกบทบาทเพื่อลองใช้ ไม่ต้องพิมพ์รหัสผ่าน", en: "Choose a role to try it; no typing needed" },
  showPassword: { th: "แสดงหรือซ่อนรหัสผ่าน", en: "Show or hide the password" }
} as const satisfies Record<string, Words>

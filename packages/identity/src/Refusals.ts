import type { Declaration, Facts, Refusal, Wording } from "@phakhi/domain/kernel/Refusal"
import { refusing, wordingIn } from "@phakhi/domain/rules/Refusals"
import { noWords } from "@phakhi/domain/rules/Words"

const declare = <F extends Facts = Record<never, never>>(
  kind: Declaration<F>["kind"],
  th: Declaration<F>["th"],
  en: Declaration<F>["en"],
  status?: number
): Declaration<F> & { readonly status?: number } => ({
  kind,
  rule: "SEC-1",
  th,
  en,
  ...(status === undefined ? {} : { status })
})

/** Refusals of sign-in, invitations and keys; those of the trade are the domain's. */
export const identityRefusals = {
  SignInRefused: declare(
    "unauthenticated",
    () => "อีเมลหรือรหัสผ่านไม่ถูกต้อง หรือบัญชีนี้ใช้งานไม่ได้ในขณะนี้ ตรวจสอบแล้วลองใหม่ หรือติดต่อผู้ดูแลระบบขององค์กรท่าน",
    () =>
      "The e-mail or the password is wrong, or this account cannot be used now. Try again, or ask your administrator."
  ),
  TooManyAttempts: declare<{ seconds: number }>(
    "busy",
    (f) => `พยายามลงชื่อเข้าใช้หลายครั้งเกินไป ลองใหม่ในอีก ${f.seconds} วินาที`,
    (f) => `Too many attempts to sign in. Try again in ${f.seconds} seconds.`,
    429
  ),
  TooManyActs: declare<{ seconds: number }>(
    "busy",
    (f) => `มีการส่งจากที่เดียวกันบ่อยเกินไป ลองใหม่ในอีก ${f.seconds} วินาที`,
    (f) => `Too much has been sent from where you are. Try again in ${f.seconds} seconds.`,
    429
  ),
  PasswordLength: declare<{ minimum: number; maximum: number }>(
    "malformed",
    (f) => `รหัสผ่านต้องยาว ${f.minimum} ถึง ${f.maximum} ตัวอักษร ใช้วลียาวที่จำได้ง่ายได้`,
    (f) => `A password has ${f.minimum} to ${f.maximum} characters. A long phrase that you remember is best.`
  ),
  SecondFactorNeeded: declare(
    "unauthenticated",
    () => "บัญชีนี้ใช้การยืนยันสองขั้น ใส่รหัส 6 หลักจากแอปยืนยันตัวตน หรือรหัสสำรองหนึ่งรหัส",
    () => "This account has a second factor. Give the six digits of your authenticator app, or a recovery code."
  ),
  SecondFactorWrong: declare(
    "unauthenticated",
    () => "รหัสยืนยันไม่ถูกต้อง ใช้ไปแล้ว หรือหมดเวลา รอรหัสใหม่ในแอปแล้วลองอีกครั้ง",
    () => "The code is wrong, was used already, or its time is over. Wait for the next one in the app and try again."
  ),
  CodeWrong: declare(
    "malformed",
    () => "รหัสยืนยันไม่ถูกต้อง ใช้ไปแล้ว หรือหมดเวลา รอรหัสใหม่ในแอปแล้วลองอีกครั้ง",
    () => "The code is wrong, was used already, or its time is over. Wait for the next one in the app and try again."
  ),
  SecondFactorThere: declare(
    "conflict",
    () => "บัญชีของท่านใช้การยืนยันสองขั้นอยู่แล้ว หากเปลี่ยนเครื่อง ให้ยกเลิกก่อนแล้วตั้งใหม่",
    () => "Your account has a second factor already. For another phone, remove it first and set it up anew."
  ),
  SecondFactorMissing: declare(
    "conflict",
    () => "บัญชีของท่านไม่ได้ใช้การยืนยันสองขั้น",
    () => "Your account has no second factor."
  ),
  PasswordCommon: declare(
    "malformed",
    () => "รหัสผ่านนี้มีผู้ใช้กันมากจนเดาได้ ใช้วลียาวของท่านเอง เช่น คำสี่ห้าคำที่ไม่เกี่ยวกัน",
    () =>
      "So many people use this password that it is guessed at once. Take a long phrase of your own, say of four or five words."
  ),
  PasswordPlain: declare(
    "malformed",
    () => "รหัสผ่านเป็นตัวอักษรซ้ำหรือเรียงกันตามลำดับ จึงเดาได้ ใช้วลียาวของท่านเอง",
    () => "The password repeats a few signs or follows an order that everybody knows. Take a long phrase of your own."
  ),
  PasswordIsEmail: declare(
    "malformed",
    () => "รหัสผ่านเป็นอีเมลของท่านหรือส่วนหนึ่งของอีเมล จึงเดาได้ ใช้วลียาวของท่านเอง",
    () => "The password is your e-mail, or a part of it with little beside it. Take a long phrase of your own."
  ),
  PasswordInvisible: declare(
    "malformed",
    () => "รหัสผ่านมีอักขระที่มองไม่เห็น (มักติดมากับการคัดลอก) ซึ่งพิมพ์ซ้ำไม่ได้ พิมพ์รหัสผ่านด้วยตนเอง",
    () => "The password has signs that cannot be seen, as come along when text is copied. Type it yourself."
  ),
  PasswordWrong: declare(
    "malformed",
    () => "รหัสผ่านปัจจุบันไม่ถูกต้อง",
    () => "The current password is wrong."
  ),
  InvitationUnknown: declare(
    "missing",
    () => "ลิงก์นี้ใช้ไม่ได้ เพราะไม่มีอยู่ ใช้ไปแล้ว หมดอายุ (7 วัน) หรือมีลิงก์ที่ออกใหม่กว่า ขอลิงก์ใหม่จากผู้ดูแลระบบขององค์กรท่าน",
    () =>
      "This link is unknown, used already, past its 7 days, or a newer one was issued. Ask your organisation's administrator for a new one."
  ),
  KeysSpent: declare<{ most: number }>(
    "conflict",
    (f) => `บัญชีหนึ่งมีกุญแจที่ใช้ได้พร้อมกันไม่เกิน ${f.most} ดอก เพิกถอนกุญแจที่ไม่ใช้แล้วก่อน จึงสร้างใหม่ได้`,
    (f) => `An account has up to ${f.most} keys that are valid. Revoke one that is no longer used; then make another.`
  ),
  CrossOrigin: declare<{ origin: string }>(
    "forbidden",
    (f) => `คำขอนี้ส่งมาจากเว็บไซต์อื่น (${f.origin}) จึงไม่ดำเนินการ`,
    (f) => `This request was sent by another site (${f.origin}) and is not carried out.`
  ),
  AdministratorExists: declare(
    "conflict",
    () => "มีผู้ดูแลระบบอยู่แล้ว ให้ผู้ดูแลระบบเชิญผู้ใช้เพิ่มเติม",
    () => "There is an administrator already. Let them invite further people."
  )
} as const

export type IdentityTag = keyof typeof identityRefusals
export type IdentityRefusal = Refusal<IdentityTag>
export const { refusal: identityRefusal } = refusing(identityRefusals)

export const isIdentityTag = (tag: string): tag is IdentityTag => Object.hasOwn(identityRefusals, tag)

export const identityWording = (refused: IdentityRefusal): Wording =>
  wordingIn({ refusals: identityRefusals, words: noWords }, refused)

/** The HTTP status where the kind's own does not fit. */
export const identityStatus = (tag: IdentityTag): number | undefined =>
  (identityRefusals[tag] as { readonly status?: number }).status

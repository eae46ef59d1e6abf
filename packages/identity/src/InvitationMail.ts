import type { Wording } from "@phakhi/domain/kernel/Refusal"
import { bangkokDay, format, type Instant } from "@phakhi/domain/kernel/ThaiDate"
import type { InvitedPerson } from "./Invitations.ts"

export interface MailedLink extends Pick<InvitedPerson, "name" | "organisation"> {
  readonly link: string
  readonly expiresAt: Instant
  /** Who issued it; null where whoever runs the machine did. */
  readonly by: string | null
  /** The roles of the account rest until another administrator has confirmed who came in. */
  readonly rests: boolean
}

const machine: Wording = { th: "ผู้ดูแลเครื่องที่ติดตั้งระบบ", en: "whoever runs the machine" }

const inThai = ({ by, expiresAt, link, name, organisation, rests }: MailedLink): ReadonlyArray<string> => [
  `เรียน ${name}`,
  `${by ?? machine.th} ออกลิงก์ให้ท่านเข้าใช้บัญชีของท่านที่ ${organisation.th} หากท่านเคยเข้าใช้ รหัสผ่าน การเข้าใช้ และกุญแจ API เดิมใช้ไม่ได้อีก ตั้งรหัสผ่านได้ครั้งเดียว ถึง ${format(bangkokDay(expiresAt), "long", "th")} ที่`,
  link,
  ...(rests ? ["บทบาทของท่านพักไว้จนกว่าผู้ดูแลระบบอีกคนยืนยันว่าท่านเข้าใช้เอง แจ้งผู้นั้นเมื่อท่านเข้าใช้แล้ว"] : []),
  "หากท่านไม่ได้ขอ ให้แจ้งผู้ดูแลระบบอีกคนขององค์กรทันที"
]

const inEnglish = ({ by, expiresAt, link, name, organisation, rests }: MailedLink): ReadonlyArray<string> => [
  `Dear ${name},`,
  `${by ?? machine.en} issued a link into your account at ${organisation.en ?? organisation.th}. If you have been in before, your password, sessions and API keys no longer work. Set a password, once, until ${format(bangkokDay(expiresAt), "long", "en")}, at`,
  link,
  ...(rests
    ? [
        "Your roles rest until another administrator confirms that it was you who came in. Tell that person once you are in."
      ]
    : []),
  "If you did not ask for it, tell another administrator of your organisation at once."
]

/** The mail that brings somebody their link: Thai first, then English. */
export const invitationMail = (mailed: MailedLink): { readonly subject: string; readonly text: string } => ({
  subject: "ภาคี: ลิงก์ให้ท่านเข้าใช้บัญชี",
  text: [...inThai(mailed), "—", ...inEnglish(mailed)].join("\n\n")
})

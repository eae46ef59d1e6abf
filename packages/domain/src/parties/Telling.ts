import type { Told } from "../engine/Handler.ts"
import { type AccountId, type Actor, accountOf, type Role } from "../kernel/Actor.ts"
import type { Wording } from "../kernel/Refusal.ts"
import { type Account, AccountEvent } from "./Account.ts"
import { answeredWithin } from "./Lapse.ts"
import { partyWords } from "./words.ts"

const nothing: Wording = { th: "", en: "" }

const rolesIn = (roles: ReadonlyArray<Role>, language: keyof Wording): string =>
  roles.map((role) => partyWords.values[role][language]).join(", ") || { th: "ไม่มี", en: "none" }[language]

const goesOnResting = ({ resting }: Account): Wording =>
  resting === undefined
    ? nothing
    : { th: " บทบาทของบัญชียังพักอยู่จนกว่าจะมีข้อเสนอใหม่", en: " The roles of the account rest until it is proposed anew." }

const firstLink: Wording = {
  th: "มีการออกลิงก์ให้ท่านเข้าใช้บัญชีเป็นครั้งแรก",
  en: "A link was issued by which you come into your account for the first time."
}

const furtherLink: Wording = {
  th: "มีการออกลิงก์เข้าใช้บัญชีของท่าน รหัสผ่าน การเข้าใช้ และกุญแจ API เดิมใช้ไม่ได้อีก หากท่านไม่ได้ขอ ให้แจ้งผู้ดูแลระบบอีกคนขององค์กรทันที",
  en: "A link into your account was issued; your password, sessions and API keys no longer work. If you did not ask for it, tell another administrator of your organisation at once."
}

/** What the account's person reads of an event. No name is in it, nor a position or a reason: these can be erased. */
const wordsOf = (account: Account, event: AccountEvent): Wording | undefined => {
  const proposed = account.proposal === undefined ? nothing : partyWords.values[account.proposal._tag]
  const rests = goesOnResting(account)
  return AccountEvent.match(event, {
    // Nobody has been in yet: the link is what tells them.
    AccountInvited: () => undefined,
    PositionChanged: () => ({ th: "มีการเปลี่ยนตำแหน่งในบัญชีของท่าน", en: "Your position was changed." }),
    RolesProposed: ({ roles }) => ({
      th: `มีข้อเสนอให้กำหนดบทบาทในบัญชีของท่านเป็น: ${rolesIn(roles, "th")} มีผลเมื่อได้รับการยืนยัน`,
      en: `It is proposed that your roles be: ${rolesIn(roles, "en")}. This applies once it is confirmed.`
    }),
    EndingProposed: () => ({
      th: "มีข้อเสนอให้ยุติบัญชีของท่าน มีผลเมื่อได้รับการยืนยัน",
      en: "It is proposed to end your account. This applies once it is confirmed."
    }),
    ProposalDeclined: () => ({
      th: `ข้อเสนอเกี่ยวกับบัญชีของท่าน (${proposed.th}) ไม่ได้รับความเห็นชอบ${rests.th}`,
      en: `What was proposed for your account (${proposed.en}) was declined.${rests.en}`
    }),
    ProposalLapsed: () => ({
      th: `ข้อเสนอเกี่ยวกับบัญชีของท่าน (${proposed.th}) สิ้นผลแล้ว เพราะไม่มีผู้ตอบภายใน ${answeredWithin} วัน${rests.th}`,
      en: `What was proposed for your account (${proposed.en}) has lapsed: nobody answered it within ${answeredWithin} days.${rests.en}`
    }),
    RolesGiven: ({ roles }) => ({
      th: `บทบาทในบัญชีของท่านขณะนี้: ${rolesIn(roles, "th")}`,
      en: `Your roles are now: ${rolesIn(roles, "en")}.`
    }),
    AccountLocked: () => ({
      th: "บัญชีของท่านถูกระงับชั่วคราว เข้าใช้ไม่ได้จนกว่าจะปลดระงับ",
      en: "Your account was locked: you cannot come in until it is unlocked."
    }),
    AccountUnlocked: () => ({ th: "บัญชีของท่านได้รับการปลดระงับแล้ว", en: "Your account was unlocked." }),
    RolesWithheld: () => ({
      th: "บทบาทของท่านพักไว้จนกว่าผู้ดูแลระบบอีกคนยืนยันว่าท่านเป็นผู้เข้าใช้เอง",
      en: "Your roles rest until another administrator has confirmed that it is you who comes in."
    }),
    LinkIssued: () => (account.unopened === true ? firstLink : furtherLink),
    AccountEnded: () => ({ th: "บัญชีของท่านยุติแล้ว", en: "Your account was ended." })
  })
}

/** SEC-9: a key is no part of the account's record; that somebody else has revoked it is told all the same. */
export const toldOfRevokedKey = (account: AccountId): Told => ({
  account,
  about: account,
  words: {
    th: "ผู้ดูแลระบบขององค์กรเพิกถอนกุญแจ API ของท่านหนึ่งดอก",
    en: "An administrator of your organisation revoked one of your API keys."
  }
})

/** SEC-9: the person of an account learns whatever somebody else does to it, in one message for each act. */
export const toldOf = (account: Account, events: ReadonlyArray<AccountEvent>, actor: Actor): ReadonlyArray<Told> => {
  const words = accountOf(actor) === account.id ? [] : events.flatMap((event) => wordsOf(account, event) ?? [])
  const both = (language: keyof Wording) => words.map((one) => one[language]).join(" ")
  return words.length === 0
    ? []
    : [{ account: account.id, about: account.id, words: { th: both("th"), en: both("en") } }]
}

/** What can become of a proposal. */
type Outcome = "confirmed" | "declined" | "lapsed" | "replaced"

const became: { readonly [O in Outcome]: Wording } = {
  confirmed: { th: "ได้รับการยืนยันแล้ว", en: "was confirmed." },
  declined: { th: "ไม่ได้รับความเห็นชอบ", en: "was declined." },
  lapsed: {
    th: `สิ้นผลแล้ว เพราะไม่มีผู้ตอบภายใน ${answeredWithin} วัน หากยังต้องการให้เสนอใหม่`,
    en: `has lapsed: nobody answered it within ${answeredWithin} days. Propose it anew if it is still wanted.`
  },
  replaced: {
    th: "สิ้นผลแล้ว เพราะมีผู้ดำเนินการอย่างอื่นกับบัญชีนั้น",
    en: "no longer stands: somebody has done something else with the account."
  }
}

/** SEC-9, SEC-10: whoever proposed something learns what others, or time alone, made of it. */
export const toldToProposer = (account: Account, outcome: Outcome, actor: Actor): ReadonlyArray<Told> => {
  const { proposal } = account
  if (proposal?.by === undefined || proposal.by === account.id || proposal.by === accountOf(actor)) return []
  const { en, th } = partyWords.values[proposal._tag]
  const rests = outcome === "declined" || outcome === "lapsed" ? goesOnResting(account) : nothing
  return [
    {
      account: proposal.by,
      about: account.id,
      words: {
        th: `ข้อเสนอของท่านเกี่ยวกับบัญชีหนึ่ง (${th}) ${became[outcome].th}${rests.th}`,
        en: `What you proposed for an account (${en}) ${became[outcome].en}${rests.en}`
      }
    }
  ]
}

import type { AccountId, OrganisationId, SeenActor } from "../kernel/Actor.ts"
import type { Wording } from "../kernel/Refusal.ts"
import { partyWords } from "../parties/words.ts"

/** Who acted: words, and after them the account of the person, where a person stands behind the act. */
export interface ActedBy {
  readonly words: Wording
  readonly account: AccountId | null
  /** Of whom, where the account is not told. */
  readonly organisation: OrganisationId | null
}

type Role = Extract<SeenActor, { readonly kind: "person" }>["roles"][number]
const roleIn = (role: Role, language: "th" | "en"): string =>
  role === "public" ? "" : partyWords.values[role][language]

/** What is told of a person whose account is not: their position, else in which role they acted. */
const unnamed = ({ position, roles }: Extract<SeenActor, { readonly kind: "person" }>): Wording => ({
  th: position ?? roles.map((role) => roleIn(role, "th")).join(", "),
  en: position ?? roles.map((role) => roleIn(role, "en")).join(", ")
})

const wordsFor = (actor: SeenActor): Wording => {
  switch (actor.kind) {
    case "person":
      return actor.account === undefined ? unnamed(actor) : { th: "", en: "" }
    case "integration":
      if (actor.key === undefined && actor.position !== undefined)
        return { th: `กุญแจของ${actor.position}`, en: `a key of ${actor.position},` }
      if (actor.key === undefined) return { th: "กุญแจของ", en: "a key of" }
      return { th: `กุญแจ phk_${actor.key} ของ`, en: `key phk_${actor.key} of` }
    case "system":
      return actor.reason === undefined
        ? { th: `ระบบ ตามกฎ ${actor.rule}`, en: `the system, by rule ${actor.rule}` }
        : { th: `ผู้ดูแลเครื่องที่ติดตั้งระบบ (${actor.reason})`, en: `whoever runs the machine (${actor.reason})` }
    case "visitor":
      return { th: "ประชาชนที่ไม่ได้ลงชื่อเข้าใช้", en: "a visitor" }
  }
}

/** SEC-4: who acted, as every channel says it. */
export const actedBy = (actor: SeenActor): ActedBy => ({
  words: wordsFor(actor),
  account: "organisation" in actor ? (actor.account ?? null) : null,
  organisation: "organisation" in actor ? actor.organisation : null
})

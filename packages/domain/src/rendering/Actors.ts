import { type AccountId, type Actor, accountOf } from "../kernel/Actor.ts"
import type { Wording } from "../kernel/Refusal.ts"

/** Who acted: words, and after them the account of the person, where a person stands behind the act. */
export interface ActedBy {
  readonly words: Wording
  readonly account: AccountId | null
}

const wordsFor = (actor: Actor): Wording => {
  switch (actor.kind) {
    case "person":
      return { th: "", en: "" }
    case "integration":
      return { th: `กุญแจ phk_${actor.key} ของ`, en: `key phk_${actor.key} of` }
    case "system":
      return { th: `ระบบ ตามกฎ ${actor.rule}`, en: `the system, by rule ${actor.rule}` }
    case "visitor":
      return { th: "ประชาชนที่ไม่ได้ลงชื่อเข้าใช้", en: "a visitor" }
  }
}

/** SEC-4: who acted, as every channel says it. */
export const actedBy = (actor: Actor): ActedBy => ({ words: wordsFor(actor), account: accountOf(actor) })

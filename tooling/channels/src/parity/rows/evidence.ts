import { on, onlyWhatThereIs, type Rows } from "../Row.ts"

const first = { evidence: 1, reason: "ให้ประชาชนทราบ" }
const offered = { admin: onlyWhatThereIs }

export const evidenceRows = {
  EvidenceNotAttached: [
    {
      says: "what is not attached is not published",
      stage: "announced",
      rule: "PRT-5b",
      except: offered,
      ask: on("officer", "evidence.publish", first)
    }
  ],
  EvidencePublic: [
    {
      says: "what is public is not published again",
      stage: "announced, with evidence that is public",
      rule: "PRT-5b",
      except: offered,
      ask: on("officer", "evidence.publish", first)
    }
  ],
  EvidenceNotPublic: [
    {
      says: "what is not public cannot stop being so",
      stage: "announced, with evidence of the recipient",
      rule: "PRT-5b",
      except: offered,
      ask: on("officer", "evidence.withdraw", first)
    }
  ],
  EvidenceHoldsPersonalData: [
    {
      says: "personal data is not published",
      stage: "announced, with evidence that holds personal data",
      rule: "PRT-5b",
      except: offered,
      ask: on("officer", "evidence.publish", first)
    }
  ],
  ConsentMissing: [
    {
      says: "the owner does not publish what the recipient gave, unless it agrees",
      stage: "announced, with evidence of the recipient",
      rule: "PRT-5b",
      ask: on("officer", "evidence.publish", first)
    }
  ],
  ConsentGiven: [
    {
      says: "to agree once is enough",
      stage: "announced, with evidence that is public",
      rule: "PRT-5b",
      except: offered,
      ask: on("editor", "evidence.consent", { evidence: 1 })
    }
  ],
  EvidenceOfAnother: [
    {
      says: "nobody agrees for the other side",
      stage: "announced, with evidence that holds personal data",
      rule: "PRT-5b",
      except: offered,
      ask: on("editor", "evidence.consent", { evidence: 1 })
    }
  ]
} as const satisfies Record<string, Rows>

import { agreementRefusals } from "./agreements/refusals.ts"
import { agreementWords } from "./agreements/words.ts"
import { committeeRefusals } from "./committees/refusals.ts"
import { committeeWords } from "./committees/words.ts"
import { deliveryRefusals } from "./delivery/refusals.ts"
import { deliveryWords } from "./delivery/words.ts"
import type { Capability } from "./engine/Catalogue.ts"
import { evaluationRefusals } from "./evaluation/refusals.ts"
import { evaluationWords } from "./evaluation/words.ts"
import { fundingRefusals } from "./funding/refusals.ts"
import { fundingWords } from "./funding/words.ts"
import { handbookWords } from "./handbook/words.ts"
import { improvementRefusals } from "./improvement/refusals.ts"
import { improvementWords } from "./improvement/words.ts"
import { missionRefusals } from "./missions/refusals.ts"
import { missionWords } from "./missions/words.ts"
import { modelWords } from "./models/words.ts"
import { partyRefusals } from "./parties/refusals.ts"
import { partyWords } from "./parties/words.ts"
import { partnershipRefusals } from "./partnerships/refusals.ts"
import { partnershipWords } from "./partnerships/words.ts"
import { planRefusals } from "./plans/refusals.ts"
import { planWords } from "./plans/words.ts"
import { processRefusals } from "./processes/refusals.ts"
import { processWords } from "./processes/words.ts"

const said = (words: Capability["words"], refusals: Capability["refusals"] = {}): Capability => ({
  records: [],
  commands: [],
  questions: [],
  refusals,
  words
})

/**
 * What every capability says, in the order of the catalogue, without anything that it does: an answer of one uses the words of
 * others. For programs that start for one question.
 */
export const allSaid: ReadonlyArray<Capability> = [
  said(missionWords, missionRefusals),
  said(partnershipWords, partnershipRefusals),
  said(fundingWords, fundingRefusals),
  said(processWords, processRefusals),
  said(partyWords, partyRefusals),
  said(handbookWords),
  said(modelWords),
  said(planWords, planRefusals),
  said(agreementWords, agreementRefusals),
  said(committeeWords, committeeRefusals),
  said(deliveryWords, deliveryRefusals),
  said(evaluationWords, evaluationRefusals),
  said(improvementWords, improvementRefusals)
]

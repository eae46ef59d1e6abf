import { Result } from "effect"
import type { Refusal as AnyRefusal, Decided, Declaration, Fact, Facts, Wording } from "../kernel/Refusal.ts"
import type { RuleId } from "./Catalogue.ts"
import { agreementRefusals } from "./refusals/agreements.ts"
import { deliveryRefusals } from "./refusals/delivery.ts"
import { evidenceRefusals } from "./refusals/evidence.ts"
import { generalRefusals } from "./refusals/general.ts"
import { missionRefusals } from "./refusals/missions.ts"
import { moneyRefusals } from "./refusals/money.ts"
import { partyRefusals } from "./refusals/parties.ts"
import { processRefusals } from "./refusals/processes.ts"

/** Every refusal that Phakhi can give, by tag: its kind, the rule it cites, and its words in both languages. */
export const refusals = {
  ...generalRefusals,
  ...partyRefusals,
  ...missionRefusals,
  ...processRefusals,
  ...agreementRefusals,
  ...moneyRefusals,
  ...deliveryRefusals,
  ...evidenceRefusals
}

export type RefusalTag = keyof typeof refusals
export type Refusal = AnyRefusal<RefusalTag>
export type FactsOf<Tag extends RefusalTag> = (typeof refusals)[Tag] extends Declaration<infer F> ? F : never
/** What a decision comes to, or one of the refusals that it can give. */
export type Decision<A, Tag extends RefusalTag = RefusalTag> = Decided<A, Tag>

interface Place {
  /** The rule that refuses, where the tag serves several. */
  readonly rule?: RuleId
  /** JSON pointer of the input field at fault. */
  readonly field?: string
}

export const refusal = <Tag extends RefusalTag>(tag: Tag, facts: FactsOf<Tag>, place: Place = {}): AnyRefusal<Tag> => ({
  _tag: tag,
  kind: refusals[tag].kind,
  rule: place.rule ?? refusals[tag].rule,
  facts,
  ...(place.field === undefined ? {} : { field: place.field })
})

export const refuse = <Tag extends RefusalTag>(
  tag: Tag,
  facts: FactsOf<Tag>,
  place: Place = {}
): Result.Result<never, AnyRefusal<Tag>> => Result.fail(refusal(tag, facts, place))

/** The same words in every channel. */
export const wordingOf = (refused: AnyRefusal<RefusalTag>): Wording => {
  const declaration = refusals[refused._tag] as Declaration<Facts>
  return { th: declaration.th(refused.facts), en: declaration.en(refused.facts) }
}

export const isRefusalTag = (tag: string): tag is RefusalTag => Object.hasOwn(refusals, tag)

/** What any change of a stored record can be refused for. */
export const onAnyChange = [
  "InputMalformed",
  "NotSignedIn",
  "NotPermitted",
  "RecordNotFound",
  "VersionMissing",
  "VersionStale",
  "KeyReused",
  "KeyInFlight",
  "StoreBusy"
] as const satisfies ReadonlyArray<RefusalTag>

/** What an act can be refused for that waits for its step. */
export const onAnyStep = ["StepUnknown", "StepNotOpen", "StepAlreadyDone"] as const satisfies ReadonlyArray<RefusalTag>

/** What an act that completes a step of the process can be refused for, beside its own reasons. */
export const onAnyAct = [...onAnyStep, "WrongLane", "SeparationOfDuties"] as const satisfies ReadonlyArray<RefusalTag>

export type { Fact, Facts, Wording }

import { Schema } from "effect"
import type { Target } from "../../engine/Handler.ts"
import { OrganisationId } from "../../kernel/Actor.ts"
import * as Field from "../../kernel/Field.ts"
import { executive, officer, partnerEditor, partnerSignatory } from "../../kernel/Grants.ts"
import * as Supporting from "../decisions/supporting.ts"
import { supporterCapacities } from "../Supporters.ts"
import { actsOn } from "./actsOn.ts"
import { organisation } from "./related.ts"

const { change } = actsOn("process")

const allow = [officer, executive, partnerEditor, partnerSignatory] as const
const onSupporters = ["PartnershipNotRunning", "WrongLane"] as const
const ability = Field.prose("สิ่งที่ช่วยเหลือการดำเนินภารกิจได้", "What they are able to help with")
const supporter = Field.count("ผู้สนับสนุนลำดับที่", "Supporter no.", 1, 100_000)
const aim = (target: Target | undefined): number => Number(target?.value ?? 0)

export const supporters = [
  change({
    name: "supporters.propose",
    summary: { th: "เสนอองค์กรเป็นภาคส่วนอื่นสนับสนุน", en: "Propose an organisation as a supporter" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({
      organisation: Field.reference(OrganisationId, "organisation", "องค์กร", "Organisation", Field.inUse),
      ability
    }),
    allow,
    refusals: [...onSupporters, "SupporterIsASide", "OrganisationInactive", "SupporterAlreadyProposed"],
    rules: ["ACT-3"],
    related: (_, input) => ({ organisation: organisation(input.organisation) }),
    ready: Supporting.canPropose,
    decide: ({ context, input, related, state }) => Supporting.propose(state, input, related.organisation, context)
  }),
  change({
    name: "supporters.propose-person",
    summary: { th: "เสนอบุคคลเป็นผู้สนับสนุน", en: "Propose a person as a supporter" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({
      name: Field.text("ชื่อ", "Name"),
      capacity: Field.choice(supporterCapacities, "ในฐานะ", "As"),
      ability
    }),
    allow,
    refusals: [...onSupporters, "SupporterAlreadyProposed"],
    rules: ["ACT-3"],
    ready: Supporting.canPropose,
    decide: ({ context, input, state }) => Supporting.proposePerson(state, input, context)
  }),
  change({
    name: "supporters.agree",
    summary: { th: "เห็นชอบผู้สนับสนุนที่อีกฝ่ายเสนอ", en: "Agree to a supporter that the other side proposed" },
    irreversible: { th: "เห็นชอบแล้วผู้สนับสนุนร่วมงานทันที", en: "Once agreed to, the supporter takes part at once" },
    onward: true,
    input: Schema.Struct({ supporter }),
    allow,
    refusals: [...onSupporters, "SupporterUnknown", "SeparationOfDuties", "SupporterIsASide", "OrganisationInactive"],
    rules: ["ACT-3", "ACT-8"],
    related: (state, input) => {
      const named = Supporting.organisationIn(state, input.supporter)
      return { organisation: named === undefined ? undefined : organisation(named) }
    },
    targets: Supporting.supporterTargets,
    ready: (state, context, target) => Supporting.canAgree(state, aim(target), context),
    timing: Supporting.supporterTiming,
    decide: ({ context, input, related, state }) =>
      Supporting.agree(state, input.supporter, related.organisation, context)
  }),
  change({
    name: "supporters.decline",
    summary: { th: "ไม่เห็นชอบหรือถอนผู้สนับสนุนที่เสนอ", en: "Decline or withdraw a proposed supporter" },
    irreversible: { th: "ต้องเสนอใหม่หากต้องการอีก", en: "It must be proposed anew if it is wanted after all" },
    onward: false,
    input: Schema.Struct({ supporter, reason: Field.prose("เหตุผล", "Reason") }),
    allow,
    refusals: [...onSupporters, "SupporterUnknown"],
    rules: ["ACT-3"],
    targets: Supporting.supporterTargets,
    ready: (state, context, target) => Supporting.canDecline(state, aim(target), context),
    decide: ({ context, input, state }) => Supporting.decline(state, input.supporter, input.reason, context)
  })
]

import type { RefusalTag } from "@phakhi/domain/catalogue"
import type { EnforcedRuleId, MustRuleId } from "@phakhi/domain/rules/Catalogue"

/** The refusal by which a rule answers, through a row that cites it or the rule that it is a part of. */
export type Answers =
  | { readonly by: RefusalTag }
  | { readonly unreachable: string }
  /** No request can break it: the test that shows so. */
  | { readonly heldBy: string }

const noOperation = "what enables a partnership is not yet asked for by any operation"
const noRecord = "no record or operation of the system holds it yet"

/** Every ‡ and must rule, and what refuses in its name: a rule without an entry does not compile. */
export const enforced = {
  "ACT-7": { by: "OwnerCannotBePartner" },
  "ACT-8": { by: "AgreementNotInForce" },
  "ACT-12": { unreachable: noRecord },
  "MOD-2": { by: "ReasonMissing" },
  "MOD-Gc": {
    unreachable: "the recipient shows it by its own proposal and signature, and no request puts it in doubt"
  },
  "COL-3c": { unreachable: "seeking happens outside the system, and what is recorded of it breaks no rule" },
  "COL-5": { by: "AgreementNotDraft" },
  "COL-5a": { by: "StepNotSkippable" },
  "COL-5b": { by: "MandateMissing" },
  "COL-5c": { by: "StepNotSkippable" },
  "GRA-3": { by: "ObjectivesTouched" },
  "GRA-3a": { by: "ObjectivesTouched" },
  "PBC-1": { by: "StepFactsMissing" },
  "PBC-1a": { by: "StepFactsMissing" },
  "PBC-7": { by: "EvaluationNotAccepted" },
  "PBC-7a": { by: "EvaluationNotAccepted" },
  "PBC-U": { by: "UnitCostMissing" },
  "COM-1": { by: "AlreadyConfirmed" },
  "COM-1a": { by: "AlreadyConfirmed" },
  "COM-5": { by: "BeyondCapability" },
  "COM-6": { by: "StepNotOpen" },
  "PRO-1": { by: "OverlayRefused" },
  "MON-2": { by: "CeilingExceeded" },
  "MON-3": { by: "ReportMissing" },
  "MON-5": { by: "UnspentUndecided" },
  "MON-6": { by: "NotReconciled" },
  "MON-7": {
    unreachable: "amounts are whole satang by their schema: an inexact one is malformed before any rule is asked"
  },
  "SUC-La": { unreachable: noOperation },
  "SUC-G1a": { unreachable: noOperation },
  "SUC-G2": { unreachable: noOperation },
  "REV-9": { unreachable: "it is how a review is thought through: no answer to its questions goes against it" },
  "RED-3": { unreachable: noRecord },
  "PRT-3": { unreachable: noRecord },
  "CNT-1": { by: "CompetitionNeeded" },
  "CNT-1a": { by: "CompetitionNeeded" },
  "SEP-1": { by: "SamePerson" },
  "SEP-2": { by: "EvaluatorIsPayee" },
  "SEC-1": { by: "NotPermitted" },
  "SEC-2": { by: "VersionMissing" },
  "SEC-3": { by: "AccountNotEnded" },
  // Who acts follows from how a request comes in, and no channel lets anybody act as the system.
  "SEC-4": { heldBy: "packages/domain/test/engine/Actors.test.ts" },
  "SEC-5": { heldBy: "packages/domain/test/engine/Actors.test.ts" },
  "SEC-6": { by: "NotAssignable" },
  // No operation sends anything out: endpoints are beside the catalogue.
  "SEC-7": { heldBy: "apps/api/test/webhooks.ts" },
  "SEC-8": { by: "ClaimByInviter" },
  "SEC-9": { by: "AnotherAdministratorNeeded" },
  // Nothing comes of age in a channel: thirty days pass.
  "SEC-10": { heldBy: "packages/domain/test/parties/Lapsing.test.ts" }
} as const satisfies Record<EnforcedRuleId | MustRuleId, Answers>

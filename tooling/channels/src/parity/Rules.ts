import type { RefusalTag } from "@phakhi/domain/catalogue"
import type { EnforcedRuleId, MustRuleId } from "@phakhi/domain/rules/Catalogue"

/** The refusal by which a rule answers, through a row that cites it or the rule that it is a part of. */
export type Answers =
  | { readonly by: RefusalTag }
  | { readonly unreachable: string }
  /** No request can break it: the test that shows so. */
  | { readonly heldBy: string }

const noOperation = "what enables a partnership is not yet asked for by any operation"

/** Every ‡ and must rule, and what refuses in its name: a rule without an entry does not compile. */
export const enforced = {
  "ACT-8": { by: "AgreementNotInForce" },
  "MOD-2": { by: "ReasonMissing" },
  "COL-4": { by: "StepNotOpen" },
  "COL-5": { by: "AgreementNotDraft" },
  "COL-5a": { by: "StepNotSkippable" },
  "COL-5b": { by: "MandateMissing" },
  "COL-5c": { by: "StepNotSkippable" },
  "GRA-3": { by: "ObjectivesTouched" },
  "GRA-3a": { by: "ObjectivesTouched" },
  "PBC-1": { by: "StepFactsMissing" },
  "PBC-7": { by: "EvaluationNotAccepted" },
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
  "SUC-L": { unreachable: noOperation },
  "SUC-La": { unreachable: noOperation },
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

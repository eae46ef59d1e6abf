import { Schema } from "effect"
import { type Target, unseen } from "../../engine/Handler.ts"
import { AccountId } from "../../kernel/Actor.ts"
import * as Field from "../../kernel/Field.ts"
import { administrator, officer } from "../../kernel/Grants.ts"
import { format } from "../../kernel/ThaiDate.ts"
import { accountRecord } from "../../parties/Account.ts"
import { duties } from "../Assignments.ts"
import { closable } from "../decisions/acting.ts"
import * as Assigning from "../decisions/assigning.ts"
import type { Partnership } from "../Partnership.ts"
import { actsOn } from "./actsOn.ts"

const { change } = actsOn("evaluation")

const assigned = ({ assignments }: Partnership): ReadonlyArray<Target> =>
  assignments
    .filter(({ ended }) => ended === undefined)
    .map(({ account, duty, from, id }) => ({
      field: "assignment",
      value: id,
      person: account,
      label: {
        th: `${duties[duty].th} ตั้งแต่ ${format(from, "short")}`,
        en: `${duties[duty].en} from ${format(from, "short", "en")}`
      }
    }))

export const assignments = [
  change({
    name: "assignments.assign",
    summary: { th: "มอบหมายผู้ประเมินหรือผู้ตรวจสอบ", en: "Assign who evaluates or audits" },
    irreversible: false,
    onward: true,
    input: Schema.Struct({
      // Who fits depends on what for.
      duty: Field.choice(duties, "หน้าที่", "For what"),
      account: Field.reference(AccountId, "account", "ผู้ได้รับมอบหมาย", "Who is assigned", {
        ...Field.inUse,
        duties: { field: "duty" }
      }),
      from: Field.date("ตั้งแต่วันที่", "From"),
      until: Field.optional(Field.date("ถึงวันที่", "Until"))
    }),
    allow: [officer, administrator],
    refusals: [
      "PartnershipNotRunning",
      "AccountNotActive",
      "NotAssignable",
      "EvaluatorIsPayee",
      "AlreadyAssigned",
      "DateRefused"
    ],
    rules: ["SEC-6", "ACT-6", "PBC-6", "PBC-8", "COM-6", "GRA-4", "COL-8", "PBC-9", "MON-6"],
    related: (_, input) => ({ account: unseen(accountRecord, input.account) }),
    ready: (state) => closable(state),
    awaited: (state, _, __, { today }) => Assigning.someoneIsMissing(state, today),
    turnsAt: Assigning.missingTurnsAt,
    timing: Assigning.assigningTiming,
    decide: ({ context, input, related, state }) => Assigning.assign(state, input, related.account, context)
  }),
  change({
    name: "assignments.end",
    summary: { th: "ยุติการมอบหมาย", en: "End an assignment" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({
      assignment: Field.text("การมอบหมาย", "Assignment"),
      reason: Field.prose("เหตุผล", "Reason")
    }),
    allow: [officer, administrator],
    refusals: ["AssignmentUnknown"],
    rules: ["SEC-6"],
    targets: assigned,
    ready: (state, context, target) => Assigning.end(state, String(target?.value ?? "—"), "—", context),
    decide: ({ context, input, state }) => Assigning.end(state, input.assignment, input.reason, context)
  })
]

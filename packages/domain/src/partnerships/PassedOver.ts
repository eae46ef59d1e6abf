import type { AccountId } from "../kernel/Actor.ts"
import { composedOf } from "../processes/Course.ts"
import { type RuleId, strengths } from "../rules/Catalogue.ts"
import type { PartnershipView } from "./Record.ts"

/** A rule that says "should" and was not followed: why, and who said so when, as far as the reader may know. */
export interface PassedOver {
  readonly rule: RuleId
  readonly reason: string
  readonly by?: AccountId | undefined
  readonly at?: string | undefined
}

type Given = Omit<PassedOver, "rule" | "reason">

const inTurn = (given: Given, ...reasons: ReadonlyArray<readonly [RuleId, string | undefined]>) =>
  reasons.flatMap(
    ([rule, reason]): ReadonlyArray<PassedOver> =>
      reason === undefined ? [] : [{ rule, reason, by: given.by, at: given.at }]
  )

const inProcess = ({ course }: PartnershipView): ReadonlyArray<PassedOver> => {
  const { byKey } = composedOf(course)
  return [
    ...(course.overlay?.waivers ?? []).flatMap(({ reason, rule }) =>
      strengths[rule] === "should" ? [{ rule, reason }] : []
    ),
    ...Object.entries(course.steps).flatMap(([key, { by, facts, reason, status }]) => {
      const step = byKey.get(key)
      if (step === undefined) return []
      const given = { by: by[0]?.account, at: by[0]?.at }
      if (status === "skipped") return strengths[step.rule] === "should" ? inTurn(given, [step.rule, reason]) : []
      const named = step.completion.by === "record" ? step.completion.facts : []
      return named.flatMap(({ rule, whyNot }) =>
        rule === undefined || whyNot === undefined ? [] : inTurn(given, [rule, facts?.[whyNot.name]])
      )
    })
  ]
}

/** What each order said; what it says again of a seat that stays, or of the office, was said by the order before it. */
const inCommittee = ({ committee }: PartnershipView): ReadonlyArray<PassedOver> => {
  if (committee?._tag !== "Appointed") return []
  const orders = [...(committee.earlierOrders ?? []), { ...committee, members: committee.seats }]
  return orders.flatMap((order, index) => {
    const last = orders[index - 1]
    const isNew = ({ id, notDelegateReason }: (typeof order.members)[number]) =>
      notDelegateReason !== last?.members.find((seat) => seat.id === id)?.notDelegateReason
    return inTurn(
      order,
      ["COL-6b", order.incompleteReason],
      ["COM-1c", order.noSecretariatReason === last?.noSecretariatReason ? undefined : order.noSecretariatReason],
      ...order.members.filter(isNew).map(({ notDelegateReason }) => ["COL-6c", notDelegateReason] as const)
    )
  })
}

const inPlan = ({ plan }: PartnershipView): ReadonlyArray<PassedOver> =>
  plan === undefined
    ? []
    : inTurn(
        { by: plan.adoptedBy, at: plan.adoptedAt },
        ["COL-6f", plan.noParticipantsReason],
        ...plan.activities.flatMap(
          ({ noAuthorityReason, ruleToIssueReason }) =>
            [
              ["COL-7a", noAuthorityReason],
              ["COL-7b", ruleToIssueReason]
            ] as const
        ),
        ["COL-8a", plan.noFrameReason]
      )

const inEvaluations = ({ evaluations }: PartnershipView): ReadonlyArray<PassedOver> =>
  evaluations.flatMap(({ acceptedAt: at, acceptedBy: by, findings = [], noAnalysisReason, noLessonsReason }) => [
    ...findings.flatMap((finding) => inTurn(finding, ["PBC-6a", finding.noVisitReason])),
    ...inTurn({ by, at }, ["COM-6b", noAnalysisReason], ["COL-7d", noLessonsReason])
  ])

/** What the partnership should have done and did not, with the reasons, by where they were asked for. */
export const passedOver = (partnership: PartnershipView): ReadonlyArray<PassedOver> => [
  ...inProcess(partnership),
  ...inCommittee(partnership),
  ...inPlan(partnership),
  ...inEvaluations(partnership)
]

import type { AccountId } from "../kernel/Actor.ts"
import type { Partnership } from "./Partnership.ts"

/** Everyone who has done something that keeps the same person from another act (SEP-1, ACT-6, ACT-8). */
export const involved = (partnership: Partnership): ReadonlyArray<AccountId> => {
  const { agreement, course, delivery, evaluations, funding } = partnership
  const confirmed = Object.values(course.steps).flatMap(({ by }) => by.map(({ account }) => account))
  const signed = agreement !== undefined && "signatures" in agreement ? agreement.signatures : []
  const amended = agreement !== undefined && "amendments" in agreement ? (agreement.amendments ?? []) : []
  const paid = funding.disbursements.flatMap((disbursement) => [
    disbursement.preparedBy,
    ...("approvedBy" in disbursement ? [disbursement.approvedBy] : [])
  ])
  const evaluated = evaluations.flatMap(({ acceptedBy, findings }) => [
    ...findings.map(({ by }) => by),
    ...(acceptedBy === undefined ? [] : [acceptedBy])
  ])
  const { closing } = funding
  const accounted =
    closing._tag === "Open"
      ? []
      : closing._tag === "Reconciled"
        ? [closing.by]
        : [closing.reconciled.by, closing.audit.by]
  return [
    ...new Set([
      ...confirmed,
      ...[...signed, ...amended.flatMap(({ signatures }) => signatures)].map(({ account }) => account),
      ...delivery.notices.map(({ raisedBy }) => raisedBy),
      ...delivery.reports.map(({ certifiedBy }) => certifiedBy),
      ...evaluated,
      ...paid,
      ...accounted
    ])
  ]
}

import { catalogue, problemOf } from "@phakhi/domain/catalogue"
import { handlerOf } from "@phakhi/domain/engine/Catalogue"
import type { Problem } from "@phakhi/domain/engine/View"
import type { AccountHolder } from "@phakhi/domain/kernel/Actor"
import { bangkokDay, fromMillis } from "@phakhi/domain/kernel/ThaiDate"
import type { Partnership } from "@phakhi/domain/partnerships/Partnership"
import { Option, Result } from "effect"

/**
 * Why a tranche cannot be paid now, whoever looks: the domain's own answer, asked here for those whose roles do not
 * offer them the payment and whose actions therefore do not say it.
 */
export const gateOf = (
  partnership: Partnership,
  tranche: number,
  actor: AccountHolder,
  millis: number
): Problem | undefined => {
  const handler = handlerOf(catalogue, "disbursements.prepare")
  const now = fromMillis(millis)
  if (handler === undefined || Option.isNone(now)) return undefined
  const context = { actor, now: now.value, today: bangkokDay(now.value), newId: () => crypto.randomUUID() }
  const label = String(tranche)
  const ready = handler.ready(partnership, context, {
    field: "tranche",
    value: tranche,
    label: { th: label, en: label }
  })
  return Result.match(ready, { onSuccess: () => undefined, onFailure: problemOf })
}

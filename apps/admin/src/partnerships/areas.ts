import type { Action } from "@phakhi/domain/operations/View"
import type { Words } from "../words/Language.tsx"
import { partnershipWords as words } from "./words.ts"

export interface Area {
  readonly id: string
  readonly label: Words
  readonly nouns: ReadonlyArray<string>
}

/** The parts of the page, and whose operations each shows. The first takes what no other does. */
export const areas: readonly [Area, ...ReadonlyArray<Area>] = [
  { id: "process", label: words.process, nouns: ["steps", "models", "partners", "partnerships"] },
  { id: "agreement", label: words.agreement, nouns: ["agreements", "committees"] },
  { id: "plan", label: words.plan, nouns: ["plans"] },
  { id: "delivery", label: words.delivery, nouns: ["reports", "notices", "lessons"] },
  { id: "money", label: words.money, nouns: ["funding", "tranches", "disbursements", "closings"] },
  { id: "evaluation", label: words.evaluation, nouns: ["evaluations"] },
  { id: "evidence", label: words.evidence, nouns: ["evidence"] }
]

export const areaOf = (operation: string): Area => {
  const noun = operation.split(".")[0] ?? ""
  return areas.find(({ nouns }) => nouns.includes(noun)) ?? areas[0]
}

export const actionsIn = (actions: ReadonlyArray<Action>, area: string): ReadonlyArray<Action> =>
  actions.filter(({ operation }) => areaOf(operation).id === area)

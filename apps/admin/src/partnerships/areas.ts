import type { Action } from "@phakhi/domain/engine/View"
import { areas as declared } from "@phakhi/domain/partnerships/Areas"
import { commandNamed } from "../records/Actions.ts"
import type { Words } from "../words/Language.tsx"

export interface Area {
  readonly id: string
  readonly label: Words
}

const process: Area = { id: "process", label: declared.process }

/** The parts of the page, as the operations declare them. */
export const areas: ReadonlyArray<Area> = Object.entries(declared).map(([id, label]) => ({ id, label }))

export const areaOf = (operation: string): Area =>
  areas.find(({ id }) => id === commandNamed(operation)?.area) ?? process

export const actionsIn = (actions: ReadonlyArray<Action>, area: string): ReadonlyArray<Action> =>
  actions.filter(({ operation }) => areaOf(operation).id === area)

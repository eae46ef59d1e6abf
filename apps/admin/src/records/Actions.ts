import { catalogue } from "@phakhi/domain/catalogue"
import { commandsOf } from "@phakhi/domain/engine/Catalogue"
import type { Command, Operation } from "@phakhi/domain/engine/Operation"
import type { Action } from "@phakhi/domain/engine/View"
import { rolesIn } from "@phakhi/domain/kernel/Actor"

export const commandNamed = (name: string): Command | undefined =>
  commandsOf(catalogue).find((command) => command.name === name)

/** What one may do with a record now, operation by operation, each with the parts it can be aimed at. */
export interface Offer {
  readonly operation: Command
  readonly actions: ReadonlyArray<Action>
}

const grouped = (actions: ReadonlyArray<Action>): ReadonlyArray<Offer> => {
  const offers = new Map<string, Offer>()
  for (const action of actions) {
    const operation = commandNamed(action.operation)
    if (operation === undefined) continue
    const before = offers.get(action.operation)?.actions ?? []
    offers.set(action.operation, { operation, actions: [...before, action] })
  }
  return [...offers.values()]
}

export const open = (actions: ReadonlyArray<Action>): ReadonlyArray<Offer> =>
  grouped(actions.filter(({ allowed }) => allowed))

/** What a rule shuts for now. What the reader's roles never allow is not shown at all. */
export const shut = (actions: ReadonlyArray<Action>): ReadonlyArray<Offer> =>
  grouped(actions.filter(({ allowed, refusal }) => !allowed && refusal?.kind !== "forbidden"))

/** What the record waits for from the reader, first things first. */
export const inTurn = (actions: ReadonlyArray<Action>): ReadonlyArray<Action> =>
  actions.filter(({ next }) => next !== undefined).sort((a, b) => (a.next ?? 0) - (b.next ?? 0))

/** The one thing to do now, where there is one. */
export const isNext = ({ next }: Action): boolean => next === 1

/** Operations that make a record, for roles that hold them somewhere; the domain decides when it is sent. */
export const creationsFor = (record: string, roles: ReadonlyArray<string>): ReadonlyArray<Command> =>
  commandsOf(catalogue).filter(
    (command) =>
      command.record === record &&
      command.target === "new" &&
      rolesIn(command.allow).some((role) => roles.includes(role))
  )

export type { Action, Operation }

import type { RuleId } from "../rules/Catalogue.ts"
import { type Assembly, assemble, type PlacedStep, within } from "./Assembly.ts"
import { collaboration, collaboration1 } from "./definitions/collaboration.ts"
import { commissioning, commissioning1 } from "./definitions/commissioning.ts"
import { contracting, contracting1 } from "./definitions/contracting.ts"
import { grant, grant1 } from "./definitions/grant.ts"
import { apply, type Overlay, roundsOf } from "./Overlay.ts"
import { type Problem, problem } from "./Problem.ts"
import type { Definition, DefinitionId, DefinitionRef, Way } from "./Process.ts"

export type { PlacedStep } from "./Assembly.ts"

/** Every version of every definition, oldest first: an old one stays for the instances that run on it. */
export const registry: { readonly [Id in DefinitionId]: readonly [Definition, ...ReadonlyArray<Definition>] } = {
  collaboration: [collaboration1, collaboration],
  grant: [grant1, grant],
  contracting: [contracting1, contracting],
  commissioning: [commissioning1, commissioning]
}

export const latest = (id: DefinitionId): Definition => registry[id].at(-1) ?? registry[id][0]

export const findDefinition = ({ id, version }: DefinitionRef): Definition | undefined =>
  registry[id].find((definition) => definition.version === version)

export interface Parts {
  readonly collaboration: Definition
  readonly model?: Definition | undefined
  readonly way: Way
  readonly overlay?: Overlay | undefined
}

/** One process to run: the collaboration, the model within it, rounds written out, the agency's overlay over it. */
export interface Composed {
  readonly parts: Parts
  /** Containers stand before the steps in them. */
  readonly steps: ReadonlyArray<PlacedStep>
  readonly byKey: ReadonlyMap<string, PlacedStep>
  readonly childrenOf: ReadonlyMap<string, ReadonlyArray<PlacedStep>>
  /** The steps that are worked on themselves: all but the containers. */
  readonly leaves: ReadonlyArray<PlacedStep>
  /** The leaves in each container; a leaf has itself. */
  readonly leavesOf: ReadonlyMap<string, ReadonlyArray<PlacedStep>>
  /** What each step waits for: its own `after`, and that of the containers it is in. */
  readonly requires: ReadonlyMap<string, ReadonlyArray<string>>
  readonly rounds: number
  readonly thresholds: { readonly [name: string]: number }
  /** Rules set aside by the overlay, with the reasons. */
  readonly waived: ReadonlyMap<RuleId, string>
  /** Where an overlay wrote down that one step waits for another, by `waiting>awaited`. */
  readonly origins: ReadonlyMap<string, string>
  /** What could not be put together; such a process is not for use. */
  readonly problems: ReadonlyArray<Problem>
}

export const isContainer = (step: PlacedStep): boolean => step.completion.by === "children"

const indexed = (parts: Parts, assembly: Assembly, problems: ReadonlyArray<Problem>): Composed => {
  const { insists, origins, rounds, thresholds, waived } = assembly
  const steps = assembly.steps.map(
    (step): PlacedStep => (insists.includes(step.key) ? { ...step, skip: "never" } : step)
  )
  const byKey = new Map(steps.map((step) => [step.key, step]))
  const requiredBy = (step: PlacedStep, depth: number): ReadonlyArray<string> => {
    const container = step.within === undefined ? undefined : byKey.get(step.within)
    return container === undefined || depth === 0
      ? step.after
      : [...new Set([...step.after, ...requiredBy(container, depth - 1)])]
  }
  const leaves = steps.filter((step) => !isContainer(step))
  const leavesIn = (step: PlacedStep): ReadonlyArray<PlacedStep> => {
    if (!isContainer(step)) return [step]
    const inside = within(steps, step.key)
    return leaves.filter(({ key }) => inside.has(key))
  }
  return {
    parts,
    steps,
    byKey,
    leaves,
    leavesOf: new Map(steps.map((step) => [step.key, leavesIn(step)])),
    childrenOf: new Map(steps.filter(isContainer).map(({ key }) => [key, steps.filter((step) => step.within === key)])),
    requires: new Map(steps.map((step) => [step.key, requiredBy(step, steps.length)])),
    rounds: rounds.count,
    thresholds,
    waived,
    origins,
    problems
  }
}

/** Puts a process together. Whoever needs it again keeps it: a course does. */
export const compose = (parts: Parts): Composed => {
  const { collaboration, model, overlay, way } = parts
  const assembled = assemble(collaboration, model, way, roundsOf(model?.rounds, overlay))
  if (overlay === undefined) return indexed(parts, assembled, assembled.problems)
  if (overlay.model !== model?.id) {
    const mismatch = problem("model-mismatch", "model", overlay.model)
    return indexed(parts, assembled, [...assembled.problems, mismatch])
  }
  const adapted = apply(assembled, overlay, model.rounds)
  return indexed(parts, adapted, adapted.problems)
}

/** A step that is worked on, or those in a container. */
export const leavesOf = (composed: Composed, key: string): ReadonlyArray<PlacedStep> => composed.leavesOf.get(key) ?? []

/** Every step that is worked on before this one, nearest first. */
export const stepsBefore = (composed: Composed, key: string): ReadonlyArray<string> => {
  const found = new Set<string>()
  const walk = (from: string): void => {
    for (const required of composed.requires.get(from) ?? []) {
      const step = composed.byKey.get(required)
      const parts =
        step !== undefined && isContainer(step) ? leavesOf(composed, required).map(({ key }) => key) : [required]
      for (const part of parts) {
        if (found.has(part)) continue
        found.add(part)
        walk(part)
      }
    }
  }
  walk(key)
  return [...found]
}

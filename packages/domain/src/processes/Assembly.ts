import type { LocalizedText } from "../kernel/LocalizedText.ts"
import type { RuleId } from "../rules/Catalogue.ts"
import { type Problem, problem } from "./Problem.ts"
import type { Definition, Step, Way } from "./Process.ts"

/** A step where it stands in one composed process. References are keys: rounds have their numbers. */
export interface PlacedStep extends Step {
  readonly key: string
  readonly round?: number
  /** Where it was written down: `steps.PBC-7.1` or `edits[2].step`. */
  readonly at: string
}

/** A process on the way to being composed. `origins` holds where a waiting was written down, by `waiting>awaited`. */
export interface Assembly {
  readonly steps: ReadonlyArray<PlacedStep>
  readonly origins: ReadonlyMap<string, string>
  readonly problems: ReadonlyArray<Problem>
  /** Ids of the steps that are in rounds, with how many rounds there are. */
  readonly rounds: { readonly ids: ReadonlyArray<string>; readonly count: number }
  readonly thresholds: { readonly [name: string]: number }
  readonly waived: ReadonlyMap<RuleId, string>
  readonly insists: ReadonlyArray<string>
}

export const place = (step: Step): PlacedStep => ({ ...step, key: step.id, at: `steps.${step.id}` })

export const within = (steps: ReadonlyArray<PlacedStep>, container: string): ReadonlySet<string> => {
  const inside = new Set<string>()
  const pending = [container]
  for (let parent = pending.pop(); parent !== undefined; parent = pending.pop()) {
    for (const step of steps) {
      if (step.within === parent && !inside.has(step.key)) {
        inside.add(step.key)
        pending.push(step.key)
      }
    }
  }
  return inside
}

/** The position behind a step and everything in it; without a step, behind all. */
export const endOf = (steps: ReadonlyArray<PlacedStep>, container: string | undefined): number => {
  if (container === undefined) return steps.length
  const inside = within(steps, container)
  return steps.findLastIndex((step) => step.key === container || inside.has(step.key)) + 1
}

const insert = (
  steps: ReadonlyArray<PlacedStep>,
  at: number,
  added: ReadonlyArray<PlacedStep>
): ReadonlyArray<PlacedStep> => [...steps.slice(0, at), ...added, ...steps.slice(at)]

/** COL-9: puts the model's steps where its definition says, for the way chosen. */
const embed = (
  collaboration: ReadonlyArray<PlacedStep>,
  model: Definition,
  way: Way
): { readonly steps: ReadonlyArray<PlacedStep>; readonly problems: ReadonlyArray<Problem> } => {
  const problems: Array<Problem> = []
  let steps = collaboration
  for (const [index, { before, in: container, mode, steps: ids, ways }] of (model.places ?? []).entries()) {
    if (!ways.includes(way)) continue
    const at = `places[${index}]`
    if (!steps.some(({ key }) => key === container)) {
      problems.push(problem("unknown-step", `${at}.in`, container, "COL-9"))
      continue
    }
    const added = ids.flatMap((id, position) => {
      const step = model.steps.find((candidate) => candidate.id === id)
      if (step === undefined) problems.push(problem("unknown-step", `${at}.steps[${position}]`, id, "COL-9"))
      return step === undefined ? [] : [place({ within: container, ...step })]
    })
    const replaced = mode === "replaces" ? within(steps, container) : new Set<string>()
    steps = steps
      .filter(({ key }) => !replaced.has(key))
      .map((step) => {
        if (step.key === container && mode === "replaces") {
          const { apart: _, ...rest } = step
          return { ...rest, completion: { by: "children" } }
        }
        return before?.includes(step.key) ? { ...step, after: [...step.after, ...ids] } : step
      })
    for (const [position, id] of (before ?? []).entries()) {
      if (!steps.some(({ key }) => key === id)) {
        problems.push(problem("unknown-step", `${at}.before[${position}]`, id, "COL-9"))
      }
    }
    steps = insert(steps, endOf(steps, container), added)
  }
  return { steps, problems }
}

/** What a step is called in one of its rounds. */
export const numbered = (label: LocalizedText, round: number, count: number): LocalizedText => {
  const fill = (words: string, suffix: string): string => {
    const filled = words.replaceAll("{round}", String(round)).replaceAll("{tranche}", String(round + 1))
    return filled === words && count > 1 ? `${words} (${suffix} ${round})` : filled
  }
  return { th: fill(label.th, "รอบที่"), ...(label.en === undefined ? {} : { en: fill(label.en, "round") }) }
}

/**
 * Writes out the rounds. Within a round, references stay in it; the first step of a later round waits for the
 * round before. From outside, waiting for a step in rounds means its last round; without any round, what the first waited for.
 */
const expand = (
  steps: ReadonlyArray<PlacedStep>,
  ids: ReadonlyArray<string>,
  count: number
): ReadonlyArray<PlacedStep> => {
  const inRounds = new Set(ids)
  const first = steps.find(({ key }) => key === ids[0])
  if (first === undefined) return steps
  const awaited = (ref: string): ReadonlyArray<string> =>
    !inRounds.has(ref) ? [ref] : count > 0 ? [`${ref}.${count}`] : first.after
  const watched = (ref: string): ReadonlyArray<string> =>
    !inRounds.has(ref) ? [ref] : Array.from({ length: count }, (_, round) => `${ref}.${round + 1}`)
  const inner = (ref: string, round: number): string => (inRounds.has(ref) ? `${ref}.${round}` : ref)
  const ends = ids.filter((id) => !steps.some(({ after, key }) => inRounds.has(key) && after.includes(id)))

  const written = Array.from({ length: count }, (_, index) => index + 1).flatMap((round) =>
    ids.flatMap((id) => {
      const step = steps.find(({ key }) => key === id)
      if (step === undefined) return []
      return [
        {
          ...step,
          key: `${id}.${round}`,
          at: `steps.${id}.${round}`,
          round,
          label: numbered(step.label, round, count),
          after:
            id === ids[0] && round > 1
              ? ends.map((end) => `${end}.${round - 1}`)
              : step.after.map((ref) => inner(ref, round)),
          ...(step.apart === undefined ? {} : { apart: step.apart.map((ref) => inner(ref, round)) })
        }
      ]
    })
  )
  return steps.flatMap((step) => {
    if (step.key === first.key) return written
    if (inRounds.has(step.key)) return []
    return [
      {
        ...step,
        after: [...new Set(step.after.flatMap(awaited))],
        ...(step.apart === undefined ? {} : { apart: step.apart.flatMap(watched) })
      }
    ]
  })
}

const duplicates = (steps: ReadonlyArray<Step>): ReadonlyArray<Problem> =>
  steps.flatMap(({ id }, index) =>
    steps.findIndex((other) => other.id === id) < index ? [problem("duplicate-step", `steps.${id}`, id)] : []
  )

/** The processes of the handbook put together, before an agency's overlay. */
export const assemble = (
  collaboration: Definition,
  model: Definition | undefined,
  way: Way,
  count: number
): Assembly => {
  const own = collaboration.steps.map(place)
  const embedded = model === undefined ? { steps: own, problems: [] } : embed(own, model, way)
  const ids = model?.rounds?.steps ?? []
  const wayProblems =
    model?.ways === undefined || model.ways.includes(way) ? [] : [problem("way-refused", "way", way, "COL-9")]
  return {
    steps: expand(embedded.steps, ids, count),
    origins: new Map(),
    problems: [...wayProblems, ...duplicates([...collaboration.steps, ...(model?.steps ?? [])]), ...embedded.problems],
    rounds: { ids, count },
    thresholds: { ...collaboration.thresholds, ...model?.thresholds },
    waived: new Map(),
    insists: model?.insists ?? []
  }
}

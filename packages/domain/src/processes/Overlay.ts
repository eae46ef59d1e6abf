import { Schema } from "effect"
import { LocalizedText } from "../kernel/LocalizedText.ts"
import { RuleId, waivable } from "../rules/Catalogue.ts"
import { type Assembly, endOf, type PlacedStep, place } from "./Assembly.ts"
import { enforcedActs } from "./EnforcedActs.ts"
import { type Problem, problem } from "./Problem.ts"
import { ModelId, type Rounds, Step, StepKey } from "./Process.ts"

/** What an agency may change (PRO-1). `before` names the steps that then wait for the new one. */
export const Edit = Schema.TaggedUnion({
  AddStep: { step: Step, before: Schema.Array(StepKey).check(Schema.isMaxLength(50)) },
  SetRounds: { count: Schema.Int },
  SetThreshold: { name: Schema.String.check(Schema.isMaxLength(40)), value: Schema.Finite },
  SetDue: { step: StepKey, days: Schema.Int },
  Relabel: { step: StepKey, label: LocalizedText }
}).annotate({ expectedThai: "การแก้ไขชนิดที่มี: AddStep, SetRounds, SetThreshold, SetDue หรือ Relabel" })
export type Edit = typeof Edit.Type

export const Waiver = Schema.Struct({ rule: RuleId, reason: LocalizedText.fields.th })
export type Waiver = typeof Waiver.Type

/** An agency's own version of a process: edits of the composed one, and waivers with their reasons. */
export const Overlay = Schema.Struct({
  title: LocalizedText,
  model: ModelId,
  edits: Schema.Array(Edit).check(Schema.isMaxLength(50)),
  waivers: Schema.Array(Waiver).check(Schema.isMaxLength(50))
}).annotate({ identifier: "Overlay", expectedThai: "เอกสารการปรับกระบวนการ" })
export type Overlay = typeof Overlay.Type

const allowedValues: { readonly [name: string]: { readonly ok: (value: number) => boolean; readonly range: string } } =
  {
    "sla-value": { ok: (value) => Number.isSafeInteger(value) && value >= 0, range: "sla-value ≥ 0 (satang)" },
    "sla-months": { ok: (value) => Number.isInteger(value) && value >= 1 && value <= 600, range: "sla-months 1–600" },
    "acceptance-score": { ok: (value) => value >= 0 && value <= 100, range: "acceptance-score 0–100" },
    "reported-share": {
      ok: (value) => Number.isInteger(value) && value >= 1 && value <= 100,
      range: "reported-share 1–100 (%)"
    }
  }

/** How many rounds there are: the overlay's last word, where it is one that the definition allows. */
export const roundsOf = (rounds: Rounds | undefined, overlay: Overlay | undefined): number => {
  if (rounds === undefined) return 0
  const asked = overlay?.edits.findLast((edit) => edit._tag === "SetRounds")?.count
  return asked === undefined || asked < rounds.min || asked > rounds.max ? rounds.default : asked
}

type Choose = (keys: ReadonlyArray<string>) => ReadonlyArray<string>
const all: Choose = (keys) => keys
const firstRound: Choose = (keys) => keys.slice(0, 1)
const lastRound: Choose = (keys) => keys.slice(-1)

/** The step's own key, or the id of a step in rounds, which means the rounds that `choose` picks. */
const resolve = ({ rounds, steps }: Assembly, ref: string, choose: Choose): ReadonlyArray<string> => {
  const known = (key: string): boolean => steps.some((step) => step.key === key)
  if (known(ref)) return [ref]
  return rounds.ids.includes(ref)
    ? choose(Array.from({ length: rounds.count }, (_, index) => `${ref}.${index + 1}`).filter(known))
    : []
}

const refused = (assembly: Assembly, ...problems: ReadonlyArray<Problem>): Assembly => ({
  ...assembly,
  problems: [...assembly.problems, ...problems]
})

interface Found {
  readonly key: string
  readonly at: string
}

const addStep = (assembly: Assembly, step: Step, before: ReadonlyArray<string>, at: string): Assembly => {
  const { rounds, steps } = assembly
  if (steps.some(({ key }) => key === step.id) || rounds.ids.includes(step.id)) {
    return refused(assembly, problem("duplicate-step", `${at}.step.id`, step.id))
  }
  const container = steps.find(({ key }) => key === step.within)
  if (step.within !== undefined && container?.completion.by !== "children") {
    const code = container === undefined ? "unknown-step" : "not-a-container"
    return refused(assembly, problem(code, `${at}.step.within`, step.within))
  }
  const problems: Array<Problem> = []
  const find = (refs: ReadonlyArray<string>, where: string, choose: Choose): ReadonlyArray<Found> =>
    refs.flatMap((ref, index) => {
      const position = `${at}.${where}[${index}]`
      const keys = ref === step.id ? [] : resolve(assembly, ref, choose)
      if (ref === step.id) problems.push(problem("cycle", position, `${ref} → ${ref}`))
      else if (keys.length === 0) problems.push(problem("unknown-step", position, ref))
      return keys.map((key) => ({ key, at: position }))
    })
  const after = find(step.after, "step.after", lastRound)
  const waiting = find(before, "before", firstRound)
  const apart = (step.apart ?? []).flatMap((ref, index) => {
    const position = `${at}.step.apart[${index}]`
    const keys = resolve(assembly, ref, all)
    if (ref === step.id) problems.push(problem("apart-from-itself", position, ref))
    else if (keys.length === 0) problems.push(problem("unknown-step", position, ref))
    return keys
  })
  const added: PlacedStep = {
    ...place(step),
    at: `${at}.step`,
    after: after.map(({ key }) => key),
    ...(step.apart === undefined ? {} : { apart })
  }
  const awaitedSibling = steps.findLast(({ key, within }) => within === step.within && added.after.includes(key))
  const position = awaitedSibling ? endOf(steps, awaitedSibling.key) : endOf(steps, step.within)
  return {
    ...refused(assembly, ...problems),
    steps: [...steps.slice(0, position), added, ...steps.slice(position)].map((other) =>
      waiting.some(({ key }) => key === other.key) ? { ...other, after: [...other.after, step.id] } : other
    ),
    origins: new Map([
      ...assembly.origins,
      ...after.map((found) => [`${step.id}>${found.key}`, found.at] as const),
      ...waiting.map((found) => [`${found.key}>${step.id}`, found.at] as const)
    ])
  }
}

const changeSteps = (assembly: Assembly, ref: string, at: string, edit: (step: PlacedStep) => PlacedStep): Assembly => {
  const keys = resolve(assembly, ref, all)
  if (keys.length === 0) return refused(assembly, problem("unknown-step", at, ref))
  return { ...assembly, steps: assembly.steps.map((step) => (keys.includes(step.key) ? edit(step) : step)) }
}

const setThreshold = (assembly: Assembly, name: string, value: number, at: string): Assembly => {
  if (!Object.hasOwn(assembly.thresholds, name)) {
    return refused(assembly, problem("threshold-unknown", `${at}.name`, name))
  }
  const allowed = allowedValues[name]
  return allowed === undefined || allowed.ok(value)
    ? { ...assembly, thresholds: { ...assembly.thresholds, [name]: value } }
    : refused(assembly, problem("threshold-refused", `${at}.value`, allowed.range))
}

const applyEdit = (assembly: Assembly, edit: Edit, at: string, rounds: Rounds | undefined): Assembly => {
  switch (edit._tag) {
    case "AddStep":
      return addStep(assembly, edit.step, edit.before, at)
    case "SetRounds":
      return rounds !== undefined && edit.count >= rounds.min && edit.count <= rounds.max
        ? assembly
        : refused(assembly, problem("rounds-refused", `${at}.count`, `${rounds?.min ?? 0}–${rounds?.max ?? 0}`))
    case "SetThreshold":
      return setThreshold(assembly, edit.name, edit.value, at)
    case "SetDue":
      return edit.days >= 1 && edit.days <= 3650
        ? changeSteps(assembly, edit.step, `${at}.step`, (step) => ({ ...step, dueDays: edit.days }))
        : refused(assembly, problem("due-refused", `${at}.days`, edit.days))
    case "Relabel":
      return changeSteps(assembly, edit.step, `${at}.step`, (step) => ({ ...step, label: edit.label }))
  }
}

const canBePassed = ({ completion }: PlacedStep): boolean =>
  completion.by !== "act" || enforcedActs[completion.act] === undefined

/** A step can cite a rule that is waivable and stand all the same: by its act, or because the model insists on it. */
const waive = (assembly: Assembly, { reason, rule }: Waiver, at: string): Assembly => {
  const citing = assembly.steps.filter((step) => step.rule === rule)
  return waivable(rule) && citing.every((step) => canBePassed(step) && !assembly.insists.includes(step.key))
    ? { ...assembly, waived: new Map([...assembly.waived, [rule, reason]]) }
    : refused(assembly, problem("waiver-refused", `${at}.rule`, rule, rule))
}

/** Puts an agency's overlay over an assembled process. What cannot be applied is left out and reported. */
export const apply = (assembly: Assembly, overlay: Overlay, rounds: Rounds | undefined): Assembly => {
  const edited = overlay.edits.reduce(
    (current, edit, index) => applyEdit(current, edit, `edits[${index}]`, rounds),
    assembly
  )
  return overlay.waivers.reduce((current, waiver, index) => waive(current, waiver, `waivers[${index}]`), edited)
}

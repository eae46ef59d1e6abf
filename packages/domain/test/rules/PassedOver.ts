import { catalogue } from "../../src/catalogue.ts"
import { operationsOf } from "../../src/engine/Catalogue.ts"
import { type Field, fieldsOf } from "../../src/kernel/Field.ts"
import { latest } from "../../src/processes/Composition.ts"
import { DefinitionId } from "../../src/processes/Process.ts"
import type { RuleId } from "../../src/rules/Catalogue.ts"

/** Where the reason is asked for why a rule that says "should" was passed over. */
export interface Asked {
  readonly rule: string
  /** `plans.adopt` or `step COL-5c`, and the field or the fact in it. */
  readonly at: string
  readonly name: string
}

const inFields = (operation: string, fields: ReadonlyArray<Field>): ReadonlyArray<Asked> =>
  fields.flatMap(({ fields: parts = [], name, passesOver }) => [
    ...(passesOver === undefined ? [] : [{ rule: passesOver, at: operation, name }]),
    ...inFields(operation, parts)
  ])

export const asked: ReadonlyArray<Asked> = [
  ...operationsOf(catalogue).flatMap(({ input, name }) => inFields(name, fieldsOf(input))),
  ...DefinitionId.literals.flatMap((id) =>
    latest(id).steps.flatMap(({ completion, id: step }) =>
      completion.by === "record"
        ? completion.facts.flatMap(({ rule, whyNot }) =>
            rule === undefined || whyNot === undefined ? [] : [{ rule, at: `step ${step}`, name: whyNot.name }]
          )
        : []
    )
  )
]

/** Of the other rules that say "should": why the system does not see them passed over. */
export const unseen: { readonly [Id in RuleId]?: string } = {
  "COL-1a": "no model is chosen without an answer on readiness and on every other criterion (`models.choose`)",
  "COL-4c": "the step states the selection, the needs and the public interest, or stays open",
  "COL-4d": "the step states mission, powers, responsibilities and administration, or stays open",
  "COL-4e": "each of the four matters opens once the one before it is done",
  "COL-6e":
    "no plan is adopted without activities, roles, times and indicators; doing without one asks why (`steps.skip`)",
  "COL-7c": "no money is paid before its sources are agreed and committed",
  "COL-8b": "no evaluation is submitted without problems, obstacles and lessons",
  "GRA-2a": "the step states form, criteria and steps, or stays open",
  "GRA-4a": "a problem that nobody writes down is not known to the system",
  "GRA-C": "the step states the criteria, or stays open",
  "COM-3b": "the step states the resources and the money that are needed, or stays open",
  "MON-1b": "seeking comes before there is a source to register: it comes with the initiative file (COL-2)",
  "SUC-E1": "comes with the assessment of enabling factors",
  "SUC-E2": "comes with the assessment of enabling factors",
  "SUC-E3": "comes with the assessment of enabling factors and the register of obstacles",
  "SUC-E4": "comes with the assessment of enabling factors",
  "SUC-E5": "comes with the assessment of enabling factors and the capacity plan",
  "SUC-E6": "comes with the assessment of enabling factors and the academic observer",
  "SUC-L": "comes with the assessment of enabling factors",
  "SUC-G1": "comes with the assessment of enabling factors",
  "SUC-P": "comes with the assessment of enabling factors and the communication plan",
  "RED-2": "a reduction is only measured so far, and flagged; it is decided on with the register of processes"
}

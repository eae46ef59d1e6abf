import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import type { Context } from "../../src/engine/Context.ts"
import * as Evaluation from "../../src/evaluation/Evaluation.ts"
import { AccountId, OrganisationId } from "../../src/kernel/Actor.ts"
import { Indicator } from "../../src/plans/Indicator.ts"
import type { RuleId } from "../../src/rules/Catalogue.ts"

const owner = OrganisationId.make("00000000-0000-4000-8000-000000000001")
const payee = OrganisationId.make("00000000-0000-4000-8000-000000000002")
const person = (n: number) => ({
  actor: { account: AccountId.make(`00000000-0000-4000-8000-00000000001${n}`), organisation: owner },
  now: "2026-11-02T03:00:00.000Z",
  today: "2026-11-02",
  newId: () => "00000000-0000-4000-8000-000000000020"
})
const [evaluator, officer] = [person(1), person(2)] as unknown as [Context, Context]

const indicator = Schema.decodeUnknownSync(Indicator)({
  id: "01910000-0000-7000-8000-000000000001",
  name: { th: "เด็กที่ได้รับการดูแล" },
  unit: { th: "ร้อยละ" },
  weight: 10_000,
  scale: { _tag: "FiveLevel", levels: ["60", "70", "80", "90", "100"] },
  target: "90"
})

const step = (rule: RuleId): Evaluation.EvaluationStep => ({
  step: "step",
  rule,
  midTerm: true,
  indicators: [indicator],
  threshold: 0,
  share: 0,
  owner,
  payee,
  evaluators: [],
  lessonsDrawn: true
})

/** One finding of the owner's own, with or without a day on which its evaluator was there. */
const submitted = (rule: RuleId, visit: object) =>
  Evaluation.submit([], { method: "internal", results: [], findings: "ดี", ...visit }, step(rule), evaluator)

const tag = (outcome: Result.Result<unknown, { readonly _tag: string }>) =>
  Result.match(outcome, { onFailure: ({ _tag }) => _tag, onSuccess: () => "taken" })

describe("an evaluation on the way", () => {
  it.each([
    ["PBC-6", "SiteVisitMissing", "MethodsIncomplete"],
    ["GRA-4", "taken", "taken"],
    ["COM-6", "taken", "taken"]
  ] as const)(
    "PBC-6, PBC-6a of %s has both methods and a site visit where it is contracting",
    (rule, visit, methods) => {
      assert.strictEqual(tag(submitted(rule, {})), visit)
      const events = Result.getOrThrow(submitted(rule, { noVisitReason: "น้ำท่วม" }))
      const evaluations = events.reduce(
        (state, event) => Evaluation.evolve(state, { actor: evaluator.actor as never, at: evaluator.now, event }),
        [] as ReturnType<typeof Evaluation.evolve>
      )
      const id = evaluations[0]?.id ?? ""
      assert.strictEqual(tag(Evaluation.canAccept(evaluations, id, step(rule), officer)), methods)
    }
  )
})

import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Person } from "../../src/kernel/Actor.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { accepting, amend, factsOf, journey, plan, report } from "../journeys/Journey.ts"
import { act, World } from "../journeys/World.ts"

const stateOf = (view: { readonly data: unknown }) => view.data as Partnership

type Journey = Effect.Success<ReturnType<typeof journey>>

/** Work that has been paid for and reported on. */
const reported = Effect.gen(function* () {
  const begun = yield* journey("contracting", "after-first-tranche")
  const shown = stateOf(yield* report(begun.people, begun.partnership, "1000.00"))
  return { ...begun, id: begun.partnership, indicators: shown.plan?.indicators ?? [] }
})

const results = (indicators: ReadonlyArray<{ readonly id: string }>, ...values: ReadonlyArray<string>) =>
  values.map((value, index) => ({ indicator: indicators[index]?.id, value }))

const submit = (by: Person, id: string, method: "internal" | "external", found: ReadonlyArray<object>, at?: string) =>
  Effect.map(
    act(by, "evaluations.submit", { method, results: found, findings: "พบว่า", siteVisit: "2026-11-01" }, id, at),
    (view) => stateOf(view).evaluations.at(-1)?.id
  )

const accept = ({ people }: Pick<Journey, "people">, id: string, evaluation: string | undefined) =>
  act(people.officer, "evaluations.accept", accepting(evaluation), id)

it.effect("PBC-6 a round has one finding by each method: a better one does not take the place of a bad one", () =>
  Effect.gen(function* () {
    const { id, indicators, people } = yield* reported
    const [bad, good] = [results(indicators, "60", "50"), results(indicators, "100", "30")]
    yield* submit(people.evaluator, id, "internal", good)
    const evaluation = yield* submit(people.outsider, id, "external", bad)
    for (const [by, method] of [
      [people.outsider, "external"],
      [people.evaluator, "internal"]
    ] as const)
      assert.deepInclude(yield* Effect.flip(submit(by, id, method, good)), {
        _tag: "FindingAlreadyGiven",
        rule: "PBC-6",
        facts: { step: "PBC-6.1", method }
      })
    assert.strictEqual((yield* Effect.flip(accept({ people }, id, evaluation)))._tag, "ScoreBelowThreshold")
    yield* act(people.officer, "evaluations.return", { evaluation, reason: "ตรวจข้อมูลอีกครั้ง" }, id)
    yield* submit(people.outsider, id, "external", good)
  }).pipe(Effect.provide(World))
)

it.effect("COM-6 the owner evaluates for itself: what others have found is not accepted alone", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("commissioning", "after-first-tranche")
    const ratings = ["people", "money", "technology", "tools", "attitude", "experience"].map((capability) => ({
      capability,
      needed: 3,
      found: 4,
      note: "มีหลักฐาน"
    }))
    yield* act(people.officer, "partners.assess", { ratings }, id)
    const shown = stateOf(yield* report(people, id, "1000.00"))
    yield* act(people.editor, "steps.complete", { step: "COM-5", facts: factsOf("COM-5") }, id)
    const good = results(shown.plan?.indicators ?? [], "100", "30")
    const evaluation = yield* submit(people.outsider, id, "external", good)
    assert.deepInclude(yield* Effect.flip(accept({ people }, id, evaluation)), {
      _tag: "MethodsIncomplete",
      rule: "COM-6",
      facts: { missing: ["internal"] }
    })
    yield* submit(people.evaluator, id, "internal", good)
    yield* act(people.editor, "lessons.record", { kind: "situation", text: "ฤดูฝนทำให้เดินทางยาก" }, id)
    yield* accept({ people }, id, evaluation)
  }).pipe(Effect.provide(World))
)

it.effect("PER-1 what was not reported gets the lowest score, as the plan says, and too little is not accepted", () =>
  Effect.gen(function* () {
    const { id, indicators, people } = yield* reported
    const half = results(indicators, "100")
    yield* submit(people.evaluator, id, "internal", half)
    const evaluation = yield* submit(people.outsider, id, "external", half)
    assert.deepInclude(yield* Effect.flip(accept({ people }, id, evaluation)), {
      _tag: "ResultsIncomplete",
      rule: "PER-1",
      facts: { reported: 60, needed: 80, missing: 1 }
    })
    const view = yield* act(people.officer, "evaluations.return", { evaluation, reason: "รายงานไม่ครบ" }, id)
    const { earlier } = stateOf(view).evaluations.at(-1) ?? { earlier: [] }
    const scored = earlier.at(-1)?.scored
    assert.deepStrictEqual<unknown>([scored?.policy, scored?.final], ["lowest", "3.4000"])
  }).pipe(Effect.provide(World))
)

const twoFifths = [
  { ...plan.indicators[0], weight: 9000 },
  { ...plan.indicators[1], weight: 1000 }
]

it.effect("PER-1 what the plan leaves out where it is not reported, is left out", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "before-money")
    const revised = stateOf(yield* amend(people, id, { indicators: twoFifths, unreported: "exclude" }))
    assert.strictEqual(revised.plan?.unreported, "exclude")
    const again = { ...plan, indicators: twoFifths, reason: "แก้กิจกรรม" }
    assert.strictEqual(stateOf(yield* act(people.officer, "plans.revise", again, id)).plan?.unreported, "exclude")
  }).pipe(Effect.provide(World))
)

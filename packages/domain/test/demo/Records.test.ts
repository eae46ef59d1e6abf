import { assert, layer } from "@effect/vitest"
import { Effect } from "effect"
import { instruments } from "../../src/agreements/Instrument.ts"
import { catalogue } from "../../src/catalogue.ts"
import type { ListedRow } from "../../src/engine/EventStore.ts"
import { perform } from "../../src/engine/Perform.ts"
import { verdicts, ways } from "../../src/missions/Review.ts"
import { legalForms, sectors } from "../../src/parties/LegalForm.ts"
import * as Course from "../../src/processes/Course.ts"
import { partnershipOf, personOf, rowsOf, World } from "./World.ts"

const column = (name: string) => (row: Pick<ListedRow, "columns">) => row.columns[name]
const openSteps = ({ course }: Effect.Success<ReturnType<typeof partnershipOf>>) =>
  Course.openSteps(Course.composedOf(course), course).map(({ key }) => key)
const tags = (items: ReadonlyArray<{ readonly _tag: string }>) => items.map(({ _tag }) => _tag)
const today = "2026-11-21"

layer(World)("the demonstration", (it) => {
  it.effect("ACT-2 organisations of every legal form and sector", () =>
    Effect.gen(function* () {
      const rows = yield* rowsOf("organisation")
      assert.isAtLeast(rows.length, 15)
      assert.sameMembers([...new Set(rows.map(column("legalForm")))], Object.keys(legalForms))
      assert.sameMembers([...new Set(rows.map(column("sector")))], Object.keys(sectors))
    })
  )

  it.effect("REV-0, REV-10 missions at every stage, with every verdict and every way on", () =>
    Effect.gen(function* () {
      const rows = yield* rowsOf("mission")
      assert.isAtLeast(rows.length, 12)
      const reviewed = rows.filter(({ status }) => status === "Reviewed")
      assert.sameMembers([...new Set(reviewed.map(column("verdict")))], Object.keys(verdicts))
      const chosen = rows.filter(({ status }) => status === "WayChosen")
      assert.sameMembers([...new Set(chosen.map(column("way")))], Object.keys(ways))
      assert.sameMembers(
        [...new Set(rows.map(({ status }) => status))],
        ["Registered", "UnderReview", "Reviewed", "WayChosen"]
      )
      const markets = rows.map(column("market")).filter((market) => market !== undefined)
      assert.isAtLeast(markets.filter((market) => market === "delegated").length, 2)
      assert.isAtLeast(markets.filter((market) => market === "competitive").length, 2)
      const overdue = rows.filter((row) => row.status === "UnderReview" && (row.columns["nextDue"] ?? today) < today)
      assert.lengthOf(overdue, 1)
    })
  )

  it.effect("partnerships of each model and standing, at different steps", () =>
    Effect.gen(function* () {
      const rows = yield* rowsOf("partnership")
      assert.isAtLeast(rows.length, 6)
      assert.sameMembers(
        [...new Set(rows.map(({ status }) => status))],
        ["Running", "Suspended", "Cancelled", "Terminated", "Closed"]
      )
      assert.includeMembers(rows.map(column("model")), ["grant", "contracting", "commissioning"])
      const steps = rows.filter(({ status }) => status === "Running").map(column("step"))
      assert.strictEqual(new Set(steps).size, steps.length)
    })
  )

  it.effect(
    "PBC-7 CASE-1: two tranches paid on two rounds, the second evaluation pending and the third tranche shut",
    () =>
      Effect.gen(function* () {
        const state = yield* partnershipOf("childcare")
        assert.deepStrictEqual(tags(state.funding.disbursements), ["Approved", "Approved"])
        assert.lengthOf(state.funding.tranches, 3)
        const [first, second] = state.evaluations
        assert.deepInclude(first, { step: "PBC-6.1", status: "accepted" })
        assert.deepInclude(second, { step: "PBC-6.2", status: "open" })
        assert.deepStrictEqual(
          second?.findings.map(({ method }) => method),
          ["internal"]
        )
        assert.deepStrictEqual(openSteps(state), ["PBC-6.2"])
        const input = { tranche: 3, amount: { amount: "1.00", currency: "THB" } }
        const actor = yield* personOf("dcy-finance")
        const asked = { operation: "disbursements.prepare", id: state.id, input, actor, seen: "latest" } as const
        const refused = yield* Effect.flip(perform(catalogue, asked))
        assert.deepInclude(refused, { _tag: "EvaluationNotAccepted", rule: "PBC-7a" })
      })
  )

  it.effect("PBC-9 CASE-2: closed after a clean audit, found by direct persuasion", () =>
    Effect.gen(function* () {
      const state = yield* partnershipOf("universal-design")
      const { closing } = state.funding
      assert.strictEqual(state.standing._tag, "Closed")
      assert.strictEqual(closing._tag === "Closed" ? closing.audit.opinion : closing._tag, "clean")
      assert.strictEqual(state.course.way, "persuasion")
      assert.deepStrictEqual(openSteps(state), [])
      assert.isTrue(state.plan?.indicators.every(({ scale }) => scale._tag === "Anchors"))
    })
  )

  it.effect("GRA-3 a grant at work, with a change of conditions waiting for the owner", () =>
    Effect.gen(function* () {
      const { agreement, standing } = yield* partnershipOf("children-survey")
      assert.strictEqual(standing._tag, "Running")
      assert.deepStrictEqual(agreement?._tag === "InForce" ? agreement.changes.map(({ status }) => status) : [], [
        "declined",
        "requested"
      ])
    })
  )

  it.effect("COM-5 a commissioning whose partner is assessed and can deliver the service", () =>
    Effect.gen(function* () {
      const state = yield* partnershipOf("child-protection")
      assert.include(openSteps(state), "COM-5")
      assert.isAbove(state.assessment.length, 0)
      const kinds = (yield* rowsOf("source")).map(column("kind"))
      assert.includeMembers(kinds, ["state-budget", "donation"])
    })
  )

  it.effect("COL-7 one is late: its term has ended and it is not closed", () =>
    Effect.gen(function* () {
      const rows = yield* rowsOf("partnership")
      const late = rows.filter((row) => row.status === "Running" && (row.columns["due"] ?? today) < today)
      assert.deepStrictEqual(
        late.map(({ id }) => id),
        [(yield* partnershipOf("rehabilitation")).id]
      )
    })
  )

  it.effect("MON-3, PBC-7 one has a refused payment, and its next tranche is shut", () =>
    Effect.gen(function* () {
      const state = yield* partnershipOf("children-homes")
      assert.deepStrictEqual(tags(state.funding.disbursements), ["Approved", "Rejected"])
      assert.deepStrictEqual(
        state.evaluations.map(({ status }) => status),
        ["returned"]
      )
      const input = { tranche: 2, amount: { amount: "960000.00", currency: "THB" } }
      const actor = yield* personOf("dcy-finance")
      const asked = { operation: "disbursements.prepare", id: state.id, input, actor, seen: "latest" } as const
      const refused = yield* Effect.flip(perform(catalogue, asked))
      assert.deepInclude(refused, { _tag: "EvaluationNotAccepted", rule: "PBC-7a" })
    })
  )

  it.effect(
    "others are suspended, cancelled, terminated and waiting for the auditor, or for a signature or payment",
    () =>
      Effect.gen(function* () {
        const of = (line: string) => Effect.map(partnershipOf(line), ({ standing }) => standing._tag)
        assert.strictEqual(yield* of("family-shelters"), "Suspended")
        assert.strictEqual(yield* of("elder-database"), "Cancelled")
        const ended = yield* partnershipOf("mobile-library")
        assert.deepStrictEqual([ended.standing._tag, ended.funding.closing._tag], ["Terminated", "Reconciled"])
        assert.strictEqual((yield* partnershipOf("special-needs")).agreement?._tag, "Signing")
        assert.deepStrictEqual(tags((yield* partnershipOf("playgroups")).funding.disbursements), ["Prepared"])
        assert.deepStrictEqual(openSteps(yield* partnershipOf("youth-training")), ["COL-1"])
      })
  )

  it.effect("MOD-2, MOD-3 one model chosen against the recommendation with its reason; every instrument used", () =>
    Effect.gen(function* () {
      const { choice } = yield* partnershipOf("family-shelters")
      assert.deepInclude(choice, { recommended: "grant", model: "contracting" })
      assert.isDefined(choice?.reason)
      const used = new Set<string>()
      for (const line of ["childcare", "universal-design", "children-survey", "child-protection"])
        used.add((yield* partnershipOf(line)).agreement?.terms.instrument ?? "—")
      assert.sameMembers([...used], Object.keys(instruments))
    })
  )

  it.effect("PER-1 both official shapes of scale are used", () =>
    Effect.gen(function* () {
      const scales = new Set<string>()
      for (const line of ["childcare", "universal-design"])
        for (const { scale } of (yield* partnershipOf(line)).plan?.indicators ?? []) scales.add(scale._tag)
      assert.sameMembers([...scales], ["FiveLevel", "FiveLevelStep", "Anchors"])
    })
  )
})

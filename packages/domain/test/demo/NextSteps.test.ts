import { assert, layer } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { perform } from "../../src/engine/Perform.ts"
import { Instant } from "../../src/kernel/ThaiDate.ts"
import { missionOf, partnershipOf, personOf, World } from "./World.ts"

const now = Schema.decodeSync(Instant)("2026-11-21T03:00:00Z")

const as = (person: string, operation: string, id: string, input: unknown) =>
  Effect.flatMap(personOf(person), (actor) =>
    perform(catalogue, { operation, id, input, actor, seen: "latest", at: now })
  )
const results = (state: Effect.Success<ReturnType<typeof partnershipOf>>, ...values: ReadonlyArray<string>) =>
  values.map((value, index) => ({ indicator: state.plan?.indicators[index]?.id, value }))

layer(World)("what the README says waits for each login", (it) => {
  it.effect("GRA-3 the officer answers the grant's change of conditions", () =>
    Effect.gen(function* () {
      const { agreement, id } = yield* partnershipOf("children-survey")
      const asked =
        agreement?._tag === "InForce" ? agreement.changes.find(({ status }) => status === "requested") : null
      yield* as("dcy-officer", "agreements.approve-change", id, { change: asked?.id })
      const after = yield* partnershipOf("children-survey")
      assert.include(after.agreement?.terms.conditions.join(), "31 มกราคม 2570")
    })
  )

  it.effect("COL-1 the officer chooses the model of the youth training, and REV-3 goes on with a review", () =>
    Effect.gen(function* () {
      const { id } = yield* partnershipOf("youth-training")
      yield* as("dcy-officer", "models.choose", id, {
        nature: "project",
        timeFrame: "bounded",
        resources: "owner-subsidy",
        wish: "flexible-support",
        readiness: "medium",
        relation: "new",
        model: "grant",
        way: "call"
      })
      assert.strictEqual((yield* partnershipOf("youth-training")).choice?.model, "grant")
      const review = yield* missionOf("mission-children-residences")
      yield* as("dcy-officer", "missions.answer", review.id, { question: "REV-3", answer: true })
    })
  )

  it.effect("COL-5b the executive's signature brings an agreement into force", () =>
    Effect.gen(function* () {
      const { id } = yield* partnershipOf("special-needs")
      yield* as("dcy-executive", "agreements.sign", id, {})
      assert.strictEqual((yield* partnershipOf("special-needs")).agreement?._tag, "InForce")
    })
  )

  it.effect("SEP-1 the first finance officer cannot approve the payment, the second can", () =>
    Effect.gen(function* () {
      const { funding, id } = yield* partnershipOf("playgroups")
      const input = { disbursement: funding.disbursements[0]?.id }
      const refused = yield* Effect.flip(as("dcy-finance", "disbursements.approve", id, input))
      assert.deepInclude(refused, { _tag: "SamePerson", rule: "SEP-1" })
      yield* as("dcy-finance2", "disbursements.approve", id, input)
      assert.strictEqual((yield* partnershipOf("playgroups")).funding.disbursements[0]?._tag, "Approved")
    })
  )

  it.effect("PBC-6 the evaluator evaluates the children's homes anew", () =>
    Effect.gen(function* () {
      const state = yield* partnershipOf("children-homes")
      const found = { results: results(state, "30", "20"), findings: "ดีขึ้น", siteVisit: "2026-11-20" }
      yield* as("dcy-evaluator", "evaluations.submit", state.id, { method: "internal", ...found })
      assert.strictEqual((yield* partnershipOf("children-homes")).evaluations[0]?.status, "open")
    })
  )

  it.effect("PBC-6, PBC-7 the external evaluator's finding lets the pilot's second evaluation be accepted", () =>
    Effect.gen(function* () {
      const state = yield* partnershipOf("childcare")
      const evaluation = { evaluation: state.evaluations[1]?.id, deductions: [] }
      const early = yield* Effect.flip(as("dcy-officer", "evaluations.accept", state.id, evaluation))
      assert.strictEqual(early._tag, "MethodsIncomplete")
      const found = { results: results(state, "74", "22", "9700", "3"), findings: "ตามแผน", siteVisit: "2026-11-19" }
      yield* as("observers-evaluator", "evaluations.submit", state.id, { method: "external", ...found })
      yield* as("dcy-officer", "evaluations.accept", state.id, evaluation)
      const amount = { amount: "1800000.00", currency: "THB" }
      yield* as("dcy-finance", "disbursements.prepare", state.id, { tranche: 3, amount })
    })
  )

  it.effect("PBC-9 the auditor audits the accounts of the terminated toy library", () =>
    Effect.gen(function* () {
      const { id } = yield* partnershipOf("mobile-library")
      yield* as("dcy-auditor", "closings.audit", id, { opinion: "clean", note: "ถูกต้อง" })
      yield* as("dcy-executive", "closings.close", id, {})
      assert.strictEqual((yield* partnershipOf("mobile-library")).funding.closing._tag, "Closed")
    })
  )

  it.effect("COM-5 the partner records the delivery of the service", () =>
    Effect.gen(function* () {
      const { id } = yield* partnershipOf("child-protection")
      const facts = { services: "รับแจ้งและช่วยเหลือ", capability: "ตามผลประเมินขีดความสามารถ" }
      yield* as("guardians-editor", "steps.complete", id, { step: "COM-5", facts })
      assert.strictEqual((yield* partnershipOf("child-protection")).course.steps["COM-5"]?.status, "done")
    })
  )

  it.effect("MON-5 what was carried over from the fiscal year before is paid in this one", () =>
    Effect.gen(function* () {
      const { id } = yield* partnershipOf("children-homes")
      const amount = { amount: "240000.00", currency: "THB" }
      yield* as("dcy-finance", "disbursements.prepare", id, { tranche: 1, amount, again: true })
      const { funding } = yield* partnershipOf("children-homes")
      assert.strictEqual(funding.disbursements.at(-1)?._tag, "Prepared")
    })
  )

  it.effect("MON-3 the late contract can still be reported on, evaluated and closed", () =>
    Effect.gen(function* () {
      const late = yield* partnershipOf("rehabilitation")
      const { id } = late
      yield* as("warmth-editor", "reports.submit", id, {
        period: { from: "2026-04-16", to: "2026-08-31" },
        narrative: "ให้บริการครบ",
        expenditure: [{ activity: "บริการ", spent: { amount: "1100000.00", currency: "THB" } }],
        results: []
      })
      const found = { results: results(late, "240", "14"), findings: "ครบตามแผน" }
      yield* as("dop-evaluator", "evaluations.submit", id, { method: "internal", ...found })
      const evaluation = (yield* partnershipOf("rehabilitation")).evaluations[1]?.id
      const noLessonsReason = "ผู้รับมอบภารกิจหยุดงานก่อนได้หารือกัน"
      yield* as("dop-officer", "evaluations.accept", id, { evaluation, deductions: [], noLessonsReason })
      yield* as("dop-finance", "funding.return-unspent", id, {
        amount: { amount: "70000.00", currency: "THB" },
        reason: "ใช้ไม่หมด"
      })
      yield* as("dop-finance", "closings.reconcile", id, { spent: { amount: "2430000.00", currency: "THB" } })
      yield* as("dop-auditor", "closings.audit", id, { opinion: "clean", note: "ถูกต้อง" })
      yield* as("dop-executive", "closings.close", id, {})
      assert.strictEqual((yield* partnershipOf("rehabilitation")).standing._tag, "Closed")
    })
  )
})

import { assert, describe, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { passedOver } from "../../src/partnerships/PassedOver.ts"
import { latest } from "../../src/processes/Composition.ts"
import { factsStated } from "../../src/processes/Course.ts"
import type { RuleId } from "../../src/rules/Catalogue.ts"
import { accepting, delivered, factsOf, journey, plan, report } from "../journeys/Journey.ts"
import { act, World } from "../journeys/World.ts"

const stateOf = (view: { readonly data: unknown }) => view.data as Partnership
const now = "2026-11-02T03:00:00.000Z"
const asks = (rule: string, field: string) => ({
  _tag: "ReasonMissing",
  kind: "rule" as const,
  rule: rule as RuleId,
  field
})

type Sides = Effect.Success<ReturnType<typeof journey>>["people"]

/** Reported and evaluated, without a lesson, until only the acceptance is missing: the evaluation's id. */
const evaluated = (people: Sides, id: string, { final = false, midTerm = false }) =>
  Effect.gen(function* () {
    const reported = stateOf(yield* report(people, id, "400000.00", final))
    const results = (reported.plan?.indicators ?? []).map(({ id: indicator }, index) => ({
      indicator,
      value: index === 0 ? "87.5" : "38"
    }))
    const found = { results, findings: "เป็นไปตามแผน", ...(midTerm ? { siteVisit: "2026-11-01" } : {}) }
    const submit = (who: "evaluator" | "outsider", method: string) =>
      act(people[who], "evaluations.submit", { method, ...found }, id)
    const inside = yield* submit("evaluator", "internal")
    return stateOf(midTerm ? yield* submit("outsider", "external") : inside).evaluations.at(-1)?.id
  })

describe("a rule that says should is passed over for a reason that is kept", () => {
  it.effect("COL-5d communication about the agreement that is not two-way", () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("contracting", "drafted")
      yield* act(people.executive, "agreements.sign", {}, id)
      yield* act(people.signatory, "agreements.sign", {}, id)
      yield* act(people.officer, "agreements.announce", { where: "เว็บไซต์", reference: "1/2570" }, id)
      const told = { inside: "แจ้งแล้ว", stakeholders: "แจ้งแล้ว" }
      const done = (facts: object) => act(people.officer, "steps.complete", { step: "COL-5c", facts }, id)
      for (const facts of [told, { ...told, oneWayReason: "–" }]) {
        const refused = yield* Effect.flip(done(facts))
        assert.deepInclude(refused, { _tag: "StepFactsMissing", field: "/facts" })
        assert.deepInclude(refused.facts, { missing: ["twoWay"] })
      }
      const stated = { ...told, oneWayReason: "ยังไม่มีช่องทางรับความเห็น" }
      const communicated = stateOf(yield* done(stated))
      const { course } = communicated
      const { account: by } = people.officer
      const given = [{ rule: "COL-5d" as const, reason: stated.oneWayReason, by, at: now }]
      assert.deepStrictEqual(passedOver(communicated as never), given)
      assert.deepInclude(course.steps["COL-5c"], { facts: stated })
    }).pipe(Effect.provide(World))
  )

  it("COM-1b roles other than project manager and operations", () => {
    const step = latest("commissioning").steps.find(({ id }) => id === "COM-1")
    const { roles: _, ...facts } = factsOf("COM-1")
    assert.isDefined(step)
    const stated = (given: Record<string, string>) =>
      Result.match(factsStated({ ...step, key: step.id, at: "" }, given), {
        onFailure: ({ facts: { missing } }) => missing,
        onSuccess: () => "stated"
      })
    assert.deepStrictEqual(stated(facts), ["roles"])
    assert.deepStrictEqual(stated({ ...facts, otherRolesReason: " – " }), ["roles"])
    assert.strictEqual(stated({ ...facts, otherRolesReason: "ภาคีมีผู้จัดการโครงการอยู่แล้ว" }), "stated")
  })

  it.effect("COL-6c a member who is not charged with it, or cannot decide for their side", () =>
    Effect.gen(function* () {
      const { agency, partnership: id, people, recipient } = yield* journey("contracting", "announced")
      const chair = { name: "ก", organisation: agency, side: "owner", position: "ประธาน", charged: true, decides: true }
      const partner = { name: "ข", organisation: recipient, side: "recipient", position: "กรรมการ" }
      const appoint = (member: object) =>
        act(
          people.executive,
          "committees.appoint",
          { order: "1/2570", members: [chair, { ...partner, ...member }] },
          id
        )
      for (const lacking of [
        { charged: false, decides: true },
        { charged: true, decides: false }
      ])
        assert.deepInclude(yield* Effect.flip(appoint(lacking)), asks("COL-6c", "/members/1/notDelegateReason"))
      const reason = "รอผู้บริหารของภาคีมอบหมาย"
      const committed = stateOf(yield* appoint({ charged: true, decides: false, notDelegateReason: reason }))
      const { committee } = committed
      const seats = committee?._tag === "Appointed" ? committee.seats : []
      assert.deepInclude(seats[1], { charged: true, decides: false, notDelegateReason: reason })
      assert.notProperty(seats[0], "notDelegateReason")
      assert.deepStrictEqual(passedOver(committed as never), [
        { rule: "COL-6c", reason, by: people.executive.account, at: now }
      ])
    }).pipe(Effect.provide(World))
  )

  it.effect(
    "COL-6f, COL-7b, COL-8a a plan of the officials alone, with a rule to be issued, or with no evaluation set",
    () =>
      Effect.gen(function* () {
        const { partnership: id, people } = yield* journey("contracting", "announced")
        yield* act(people.executive, "committees.waive", { reason: "งานเล็ก" }, id)
        const adopt = (given: object) => act(people.officer, "plans.adopt", given, id)
        const { evaluationFrame: _, ...unframed } = plan
        const { participants: __, ...alone } = plan
        const [{ legalAuthority: ___, ...activity }] = plan.activities as never as [Record<string, unknown>]
        const awaiting = { ...activity, ruleToIssue: "ระเบียบว่าด้วยการอุดหนุน" }
        const whyRule = "กรมส่งเสริมการปกครองท้องถิ่นร่างแล้ว"
        for (const [given, refusal] of [
          [unframed, asks("COL-8a", "/noFrameReason")],
          [alone, asks("COL-6f", "/noParticipantsReason")],
          [{ ...plan, activities: [awaiting] }, asks("COL-7b", "/activities/0/ruleToIssueReason")]
        ] as const)
          assert.deepInclude(yield* Effect.flip(adopt(given)), refusal)
        const dash = yield* Effect.flip(adopt({ ...unframed, noFrameReason: "-" }))
        assert.deepInclude(dash, { _tag: "InputMalformed", field: "/noFrameReason" })
        const reasons = { noFrameReason: "ไม่มีคณะกรรมการร่วม", noParticipantsReason: "แผนเร่งด่วน" }
        const activities = [{ ...awaiting, ruleToIssueReason: whyRule }]
        const { indicators } = plan
        const planned = stateOf(yield* adopt({ indicators, activities, ...reasons }))
        const adopted = planned.plan
        assert.deepStrictEqual(
          passedOver(planned as never).map(({ rule, reason }) => [rule, reason]),
          [
            ["COL-6f", reasons.noParticipantsReason],
            ["COL-7b", whyRule],
            ["COL-8a", reasons.noFrameReason]
          ]
        )
        assert.deepInclude(adopted, { ...reasons, adoptedBy: people.officer.account })
        assert.deepInclude(adopted?.activities[0], { ruleToIssue: "ระเบียบว่าด้วยการอุดหนุน", ruleToIssueReason: whyRule })
        const revised = yield* Effect.flip(
          act(people.officer, "plans.revise", { ...unframed, reason: "ปรับกิจกรรม" }, id)
        )
        assert.deepInclude(revised, asks("COL-8a", "/noFrameReason"))
      }).pipe(Effect.provide(World))
  )

  it.effect("COL-7d work that ends without a lesson or a review of its situation", () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("grant", "after-first-tranche")
      const evaluation = yield* evaluated(people, id, { final: true })
      const accept = (said: object) =>
        act(people.officer, "evaluations.accept", { ...accepting(evaluation), ...said }, id)
      assert.deepInclude(yield* Effect.flip(accept({})), asks("COL-7d", "/noLessonsReason"))
      const noLessonsReason = "งานสั้นเพียงเดือนเดียว"
      const { account: by } = people.officer
      const accepted = stateOf(yield* accept({ noLessonsReason }))
      assert.deepStrictEqual(passedOver(accepted as never), [{ rule: "COL-7d", reason: noLessonsReason, by, at: now }])
    }).pipe(Effect.provide(World))
  )

  it.effect("COL-7d a mid-term evaluation still leaves time for lessons", () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("contracting", "after-first-tranche")
      const evaluation = yield* evaluated(people, id, { midTerm: true })
      const accepted = yield* act(people.officer, "evaluations.accept", accepting(evaluation), id)
      assert.deepInclude(stateOf(accepted).evaluations[0], { status: "accepted" })
    }).pipe(Effect.provide(World))
  )

  it.effect("COM-6b results of commissioning that both sides did not analyse together", () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("commissioning", "after-first-tranche")
      yield* delivered(people, id)
      yield* act(people.editor, "lessons.record", { kind: "lesson", text: "เรียนรู้ร่วมกัน" }, id)
      const evaluation = yield* evaluated(people, id, {})
      const accept = (said: object) =>
        act(people.officer, "evaluations.accept", { evaluation, deductions: [], ...said }, id)
      assert.deepInclude(yield* Effect.flip(accept({})), asks("COM-6b", "/noAnalysisReason"))
      const noAnalysisReason = "ภาคีขอวิเคราะห์ภายหลัง"
      const { account: by } = people.officer
      const accepted = stateOf(yield* accept({ noAnalysisReason }))
      assert.deepStrictEqual(passedOver(accepted as never), [{ rule: "COM-6b", reason: noAnalysisReason, by, at: now }])
    }).pipe(Effect.provide(World))
  )
})

import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import { leaves } from "../../src/processes/Composition.ts"
import {
  act,
  begin,
  blockers,
  Course,
  CourseEvent,
  complete,
  composedOf,
  dueAt,
  embed,
  endEarly,
  evolve,
  isFinished,
  move,
  openSteps,
  readyForAct,
  skip,
  statusOf,
  upgrade
} from "../../src/processes/Course.ts"
import { Act, Side, type Step } from "../../src/processes/Process.ts"
import {
  added,
  after,
  at,
  combinations,
  evaluator,
  factsOf,
  finance,
  get,
  overlay,
  owner,
  pushStep,
  recipient,
  refused,
  rounds,
  running,
  supporter,
  until
} from "./examples.ts"

const open = (course: Course) => openSteps(composedOf(course), course).map(({ key }) => key)
const status = (course: Course, key: string) => statusOf(composedOf(course), course, key)
const waitsFor = (course: Course, key: string) => blockers(composedOf(course), course, key)

/** Through the discussion, so that both sides' steps come up. */
const discussing = () => until(running("contracting", "persuasion"), "COL-4a")

describe("the collaboration runs", () => {
  it("COL-1 first the model is chosen", () => {
    const course = begin()
    assert.deepStrictEqual(open(course), ["COL-1"])
    assert.deepStrictEqual(refused(complete(course, { step: "COL-1" }, owner)), {
      tag: "StepDoneByAct",
      rule: "COL-1",
      facts: { step: "COL-1", act: "model-chosen" }
    })
    assert.deepStrictEqual(open(after(course, act(course, "model-chosen", owner))), ["COL-2", "COL-3"])
  })

  it("COL-9a a call does COL-3 and COL-4 by the model's steps", () => {
    const course = until(running("contracting", "call"), "PBC-1")
    assert.deepStrictEqual(open(course), ["COL-2", "PBC-1"])
    assert.strictEqual(status(course, "COL-4a"), undefined)
    assert.strictEqual(readyForAct(course, "recipient-selected")._tag, "Failure")
    const selected = until(course, "COL-5b")
    assert.deepStrictEqual([status(selected, "COL-3"), status(selected, "COL-4")], ["done", "done"])
  })

  it("COL-9b persuasion keeps COL-3 and COL-4 and leaves the call out", () => {
    const course = running("contracting", "persuasion")
    assert.deepStrictEqual(
      ["PBC-1", "PBC-2", "PBC-3", "PBC-4"].map((key) => status(course, key)),
      [undefined, undefined, undefined, undefined]
    )
    assert.deepStrictEqual(open(discussing()), ["COL-4a"])
  })

  it("COL-9c commissioning does COM-1 to COM-6 in COL-4 to COL-8", () => {
    const steps = composedOf(running("commissioning", "persuasion")).steps
    const container = (key: string) => steps.find((step) => step.key === key)?.within
    assert.deepStrictEqual(["COM-1", "COM-2", "COM-3", "COM-4", "COM-5", "COM-6"].map(container), [
      "COL-4",
      "COL-4",
      "COL-5",
      "COL-6",
      "COL-7",
      "COL-8"
    ])
  })

  it("COL-9c commissioning goes with no call", () => {
    assert.deepStrictEqual(refused(embed(begin(), { model: "commissioning", way: "call" })), {
      tag: "WayNotForModel",
      rule: "COL-9",
      facts: { model: "commissioning", way: "call" }
    })
  })

  it("COL-2 is passed over with a reason, and only with one", () => {
    const course = until(running("grant", "call"), "COL-2")
    assert.strictEqual(refused(skip(course, { step: "COL-2", reason: "  " }, owner)).tag, "ReasonMissing")
    const skipped = after(course, skip(course, { step: "COL-2", reason: "มีนโยบายในแผนปฏิบัติราชการแล้ว" }, owner))
    assert.strictEqual(status(skipped, "COL-2"), "skipped")
    assert.deepStrictEqual(skipped.steps["COL-2"], {
      status: "skipped",
      by: [{ ...owner, at }],
      reason: "มีนโยบายในแผนปฏิบัติราชการแล้ว"
    })
    assert.deepStrictEqual(refused(skip(skipped, { step: "COL-2", reason: "อีกครั้ง" }, owner)), {
      tag: "StepAlreadyDone",
      rule: "COL-2",
      facts: { step: "COL-2" }
    })
  })

  it("COL-4 goes in order", () => {
    assert.deepStrictEqual(refused(complete(discussing(), { step: "COL-4c" }, owner)), {
      tag: "StepNotOpen",
      rule: "COL-4c",
      facts: { step: "COL-4c", waitsFor: ["COL-4b"] }
    })
  })

  it("COL-4a states all that the handbook asks for", () => {
    const facts = { mission: "ดูแลเด็กเล็ก", success: " " }
    assert.deepStrictEqual(refused(complete(discussing(), { step: "COL-4a", facts }, owner)), {
      tag: "StepFactsMissing",
      rule: "COL-4a",
      facts: { step: "COL-4a", missing: ["success", "expectations"] }
    })
  })

  it("COL-5 the container is done by its steps, never by hand", () => {
    const course = until(running("contracting", "persuasion"), "COL-5b")
    assert.deepStrictEqual(refused(complete(course, { step: "COL-5" }, owner)), {
      tag: "StepNotOpen",
      rule: "COL-5",
      facts: { step: "COL-5", waitsFor: ["COL-5b", "COL-5a", "COL-5c"] }
    })
    assert.deepStrictEqual(waitsFor(course, "COL-6a"), ["COL-5"])
  })

  it("COL-5a cannot be passed over", () => {
    const course = until(running("contracting", "persuasion"), "COL-5a")
    assert.deepStrictEqual(refused(skip(course, { step: "COL-5a", reason: "ไม่สะดวก" }, owner)), {
      tag: "StepNotSkippable",
      rule: "COL-5a",
      facts: { step: "COL-5a" }
    })
  })

  it("COL-6a is passed over with a reason, but not in commissioning", () => {
    const reason = "มีคณะกรรมการของจังหวัดอยู่แล้ว"
    const grant = until(running("grant", "persuasion"), "COL-6a")
    assert.strictEqual(status(after(grant, skip(grant, { step: "COL-6a", reason }, owner)), "COL-6a"), "skipped")
    const commissioning = until(running("commissioning", "persuasion"), "COL-6a")
    assert.strictEqual(refused(skip(commissioning, { step: "COL-6a", reason }, owner)).tag, "StepNotSkippable")
  })

  it("COL-9 a step that is not there is refused by name", () => {
    assert.deepStrictEqual(refused(complete(discussing(), { step: "PBC-1" }, owner)), {
      tag: "StepUnknown",
      rule: "COL-9",
      facts: { step: "PBC-1" }
    })
  })
})

describe("ACT-8 joint steps are confirmed by both sides", () => {
  const facts = { mission: "ดูแลเด็กเล็ก", success: "เด็กมีพัฒนาการสมวัย", expectations: "ได้มาตรฐาน" }
  const first = () =>
    after(discussing(), complete(discussing(), { step: "COL-4a", facts, evidence: ["บันทึก-1"] }, owner))

  it("the first makes it half, the second done", () => {
    const half = first()
    assert.strictEqual(status(half, "COL-4a"), "half")
    assert.include(open(half), "COL-4a")
    const done = after(half, complete(half, { step: "COL-4a", evidence: ["บันทึก-2"] }, recipient))
    assert.deepStrictEqual(done.steps["COL-4a"], {
      status: "done",
      by: [
        { ...owner, at },
        { ...recipient, at }
      ],
      facts,
      evidence: ["บันทึก-1", "บันทึก-2"]
    })
  })

  it("one side does not confirm twice", () => {
    assert.deepStrictEqual(refused(complete(first(), { step: "COL-4a" }, finance)), {
      tag: "AlreadyConfirmed",
      rule: "COL-4a",
      facts: { step: "COL-4a", side: "owner" }
    })
  })

  it("one person does not confirm for both sides", () => {
    const both = { ...owner, side: "recipient" as const }
    assert.strictEqual(refused(complete(first(), { step: "COL-4a" }, both)).tag, "SeparationOfDuties")
  })

  it("other facts are a counter-proposal, which the first side has to confirm", () => {
    const half = first()
    const changed = { success: "เด็กทุกคนเข้าถึงบริการ" }
    const countered = after(half, complete(half, { step: "COL-4a", facts: changed }, recipient))
    assert.strictEqual(status(countered, "COL-4a"), "half")
    assert.deepStrictEqual(countered.steps["COL-4a"]?.facts, { ...facts, ...changed })
    assert.strictEqual(refused(complete(countered, { step: "COL-4a" }, recipient)).tag, "AlreadyConfirmed")
    assert.strictEqual(status(after(countered, complete(countered, { step: "COL-4a" }, owner)), "COL-4a"), "done")
  })

  it("a supporter confirms nothing joint", () => {
    assert.deepStrictEqual(refused(complete(discussing(), { step: "COL-4a", facts }, supporter)), {
      tag: "WrongLane",
      rule: "COL-4a",
      facts: { step: "COL-4a", lane: "joint" }
    })
  })
})

describe("money follows evaluation", () => {
  const paid = (count: number) => {
    const course = until(running("contracting", "call", overlay("contracting", [rounds(count)])), "PBC-5")
    return after(course, act(course, "disbursement", finance))
  }

  it("PBC-7 the second tranche waits for the accepted mid-term evaluation", () => {
    assert.deepStrictEqual(refused(act(paid(1), "disbursement", finance)), {
      tag: "StepNotOpen",
      rule: "PBC-7",
      facts: { step: "PBC-7.1", waitsFor: ["PBC-6.1"] }
    })
  })

  it("PBC-7 rounds go one after the other, three of them", () => {
    let course = paid(3)
    const order: Array<string> = []
    for (let turn = 0; turn < 6; turn++) {
      const who = turn % 2 === 0 ? evaluator : finance
      const events = get(act(course, turn % 2 === 0 ? "evaluation-accepted" : "disbursement", who))
      order.push(...events.flatMap((event) => ("step" in event ? [event.step] : [])))
      course = events.reduce((current, event) => evolve(current, event, at), course)
    }
    assert.deepStrictEqual(order, ["PBC-6.1", "PBC-7.1", "PBC-6.2", "PBC-7.2", "PBC-6.3", "PBC-7.3"])
    assert.deepStrictEqual(refused(act(course, "disbursement", finance)), {
      tag: "StepAlreadyDone",
      rule: "PBC-7",
      facts: { step: "PBC-7.3" }
    })
  })

  it("PBC-7 whoever accepted the evaluation does not release the tranche", () => {
    const course = paid(1)
    const evaluated = after(course, act(course, "evaluation-accepted", finance))
    assert.deepStrictEqual(refused(act(evaluated, "disbursement", finance)), {
      tag: "SeparationOfDuties",
      rule: "SEP-1",
      facts: { step: "PBC-7.1", other: "PBC-6.1" }
    })
    assert.strictEqual(status(after(evaluated, act(evaluated, "disbursement", owner)), "PBC-7.1"), "done")
  })

  it("SEP-2 the recipient does not accept its own evaluation", () => {
    assert.deepStrictEqual(refused(act(paid(1), "evaluation-accepted", recipient)), {
      tag: "WrongLane",
      rule: "PBC-6",
      facts: { step: "PBC-6.1", lane: "evaluator" }
    })
  })

  it("PBC-6 an evaluation before the first tranche is refused", () => {
    const course = until(running("contracting", "call"), "PBC-5")
    assert.deepStrictEqual(refused(act(course, "evaluation-accepted", evaluator)), {
      tag: "StepNotOpen",
      rule: "PBC-6",
      facts: { step: "PBC-6.1", waitsFor: ["PBC-5"] }
    })
  })

  it("GRA-4 a grant in one tranche is reported after it; further tranches need an evaluation", () => {
    const single = until(running("grant", "persuasion"), "GRA-3")
    const received = after(single, act(single, "disbursement", finance))
    assert.deepStrictEqual(open(received), ["GRA-4"])
    const twice = until(running("grant", "persuasion", overlay("grant", [rounds(1)])), "GRA-3")
    const once = after(twice, act(twice, "disbursement", finance))
    assert.deepStrictEqual(open(once), ["GRA-4-evaluation.1"])
    assert.strictEqual(refused(act(once, "disbursement", finance)).rule, "MON-3")
  })

  it("MON-3 an act that the process does not have is unknown", () => {
    assert.strictEqual(refused(act(paid(1), "report-submitted", recipient)).tag, "StepUnknown")
  })
})

describe("MON-6 closing comes last, by several people", () => {
  const closing = () => until(running("contracting", "call"), "MON-6a")

  it("PBC-9 whoever reconciled does not audit, and whoever audited does not close", () => {
    const reconciled = after(closing(), act(closing(), "accounts-reconciled", finance))
    assert.deepStrictEqual(refused(act(reconciled, "accounts-audited", finance)), {
      tag: "SeparationOfDuties",
      rule: "SEP-1",
      facts: { step: "PBC-9", other: "MON-6a" }
    })
    const audited = after(reconciled, act(reconciled, "accounts-audited", owner))
    assert.strictEqual(refused(act(audited, "accounts-closed", owner)).tag, "SeparationOfDuties")
    assert.isFalse(isFinished(audited))
    assert.isTrue(isFinished(after(audited, act(audited, "accounts-closed", finance))))
  })

  it("MON-6 nothing is closed before the audit", () => {
    assert.deepStrictEqual(refused(act(closing(), "accounts-closed", owner)), {
      tag: "StepNotOpen",
      rule: "MON-6",
      facts: { step: "MON-6c", waitsFor: ["MON-6b"] }
    })
  })

  for (const { least, model, way } of combinations) {
    it(`MON-6 ${model} by ${way} runs to the closed account with ${least + 2} rounds`, () => {
      const course = until(running(model, way, overlay(model, [rounds(least + 2)])))
      assert.isTrue(isFinished(course))
      assert.strictEqual(Object.keys(course.steps).length, leaves(composedOf(course)).length)
      assert.deepStrictEqual(open(course), [])
      const decoded = Schema.decodeUnknownSync(Course)(JSON.parse(JSON.stringify(Schema.encodeSync(Course)(course))))
      assert.deepStrictEqual(decoded, course)
    })
  }
})

describe("work that ends before its time", () => {
  const delivering = () => until(running("contracting", "call"), "PBC-6.1")

  it("MON-6 leaves the accounts to be reconciled, audited and closed, and nothing more to be paid", () => {
    const ended = after(delivering(), endEarly(delivering(), { reason: "ผู้รับมอบภารกิจยุติกิจการ" }, owner))
    assert.deepStrictEqual(open(ended), ["MON-6a"])
    assert.strictEqual(status(ended, "PBC-5"), "done")
    assert.deepInclude(ended.steps["PBC-7.1"], { status: "skipped", reason: "ผู้รับมอบภารกิจยุติกิจการ" })
    assert.strictEqual(refused(act(ended, "disbursement", finance)).tag, "StepAlreadyDone")
    assert.strictEqual(refused(endEarly(ended, { reason: "อีกครั้ง" }, owner)).tag, "StepAlreadyDone")
    assert.isFalse(isFinished(ended))
    assert.isTrue(isFinished(until(ended)))
  })

  it("ACT-8 is for owner and recipient to declare, with a reason", () => {
    assert.strictEqual(refused(endEarly(delivering(), { reason: "ไม่ทราบ" }, supporter)).tag, "WrongLane")
    assert.strictEqual(refused(endEarly(delivering(), { reason: " " }, recipient)).tag, "ReasonMissing")
  })
})

describe("due times follow from what is on record", () => {
  const began = "2026-09-01T00:00:00.000Z"
  const adapted = overlay("contracting", [
    { _tag: "SetDue", step: "COL-1", days: 7 },
    { _tag: "SetDue", step: "COL-6a", days: 30 },
    { _tag: "SetDue", step: "PBC-8", days: 30 }
  ])
  const due = (course: Course, key: string) => dueAt(composedOf(course), course, key, began)

  it("PRO-1 a step is due so many days after what it waited for", () => {
    const course = running("contracting", "call", adapted)
    assert.strictEqual(due(course, "COL-1"), "2026-09-08T00:00:00.000Z")
    assert.strictEqual(due(until(course, "COL-6a"), "COL-6a"), "2026-10-31T02:00:00.000Z")
  })

  it("PRO-1 a step that is waiting, done or without a due time is not due", () => {
    const course = until(running("contracting", "call", adapted), "PBC-5")
    assert.deepStrictEqual(
      ["COL-1", "PBC-5", "PBC-8", "XX-1"].map((key) => due(course, key)),
      [undefined, undefined, undefined, undefined]
    )
  })

  it("COL-6e behind a waived step the time runs from what that one waited for", () => {
    const waived = overlay(
      "contracting",
      [{ _tag: "SetDue", step: "COL-7c", days: 1 }],
      [{ rule: "COL-6e", reason: "แผนอยู่ในสัญญาแล้ว" }]
    )
    assert.strictEqual(
      due(until(running("contracting", "call", waived), "COL-7c"), "COL-7c"),
      "2026-10-02T02:00:00.000Z"
    )
  })
})

describe("PRO-1 an overlay is taken up on the way", () => {
  const started = () => until(running("contracting", "call", overlay("contracting", [rounds(2)])), "PBC-7.1")

  it("more rounds are taken up in the middle", () => {
    const moved = after(started(), move(started(), overlay("contracting", [rounds(3)])))
    assert.strictEqual(status(moved, "PBC-7.3"), "waiting")
    assert.strictEqual(status(moved, "PBC-6.1"), "done")
  })

  it("rounds that have begun are not taken away", () => {
    const course = after(started(), act(started(), "disbursement", finance))
    const evaluated = after(course, act(course, "evaluation-accepted", evaluator))
    assert.deepStrictEqual(refused(move(evaluated, overlay("contracting", [rounds(1)]))), {
      tag: "ProcessMoveRefused",
      rule: "PRO-1",
      facts: { lost: ["PBC-6.2"] }
    })
  })

  it("a step is not slipped in before one that is done", () => {
    const late = overlay("contracting", [added({ id: "AG-1", within: "COL-7", after: ["COL-7c"] }, ["PBC-5"])])
    assert.deepStrictEqual(refused(move(started(), late)), {
      tag: "ProcessMoveRefused",
      rule: "PRO-1",
      facts: { lost: ["PBC-5"] }
    })
  })

  it("a bad overlay is refused with every place", () => {
    const bad = overlay("contracting", [rounds(0), added({ id: "AG-1", after: ["XX-1"] })])
    const problems = [
      "edits[0].count: rounds-refused",
      "edits[1].step.after[0]: unknown-step",
      "edits[1].step: closing-not-last"
    ]
    assert.deepStrictEqual(refused(move(started(), bad)), {
      tag: "OverlayRefused",
      rule: "PRO-1",
      facts: { problems, count: 3 }
    })
  })

  it("COL-6e a waived step lets on, stays on record as waived, and can still be done", () => {
    const waived = overlay("contracting", [], [{ rule: "COL-6e", reason: "แผนอยู่ในสัญญาแล้ว" }])
    const course = until(running("contracting", "persuasion", waived), "COL-6a")
    assert.strictEqual(status(course, "COL-6b"), "waived")
    assert.deepStrictEqual(waitsFor(course, "COL-7c"), ["COL-6"])
    assert.strictEqual(refused(act(course, "plan-adopted", owner)).tag, "StepNotOpen")
    const formed = after(course, act(course, "committee-formed", owner))
    assert.strictEqual(status(formed, "COL-7c"), "open")
    assert.strictEqual(status(after(formed, act(formed, "plan-adopted", owner)), "COL-6b"), "done")
  })

  it("COL-6e what comes after a waived step still waits for what the waived one would have waited for", () => {
    const waived = overlay(
      "contracting",
      [added({ id: "AG-1", within: "COL-6", after: ["COL-6b"] })],
      [{ rule: "COL-6e", reason: "แผนอยู่ในสัญญาแล้ว" }]
    )
    const course = until(running("contracting", "persuasion", waived), "COL-6a")
    assert.strictEqual(status(course, "AG-1"), "waiting")
    assert.strictEqual(status(after(course, act(course, "committee-formed", owner)), "AG-1"), "open")
  })

  it("the newest versions are what a new course runs on already", () => {
    assert.deepStrictEqual(after(started(), upgrade(started())), started())
  })
})

describe("whatever is tried", () => {
  const Attempt = Schema.Struct({
    kind: Schema.Literals(["complete", "skip", "act", "act", "next", "next"]),
    index: Schema.Literals([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22]),
    act: Act,
    side: Side,
    person: Schema.Literals([0, 1, 2])
  })
  const Attempts = Schema.Array(Attempt).check(Schema.isMinLength(40), Schema.isMaxLength(80))
  const people = [owner.account, recipient.account, finance.account] as const

  /** Tries one thing; what is refused changes nothing. */
  const attempt = (course: Course, { act: tried, index, kind, person, side }: typeof Attempt.Type): Course => {
    const process = composedOf(course)
    const who = { account: people[person], side }
    const step = process.steps[index % process.steps.length]
    const next = openSteps(process, course)[0]
    if (kind === "next") return next === undefined ? course : pushStep(course, next)
    const result =
      kind === "act"
        ? act(course, tried, who)
        : kind === "skip"
          ? skip(course, { step: step?.key ?? "", reason: "ลองข้าม" }, who)
          : complete(course, { step: step?.key ?? "", facts: step === undefined ? {} : factsOf(step) }, who)
    return Result.isFailure(result) ? course : after(course, result)
  }

  const isPayment = ({ completion }: Step) => completion.by === "act" && completion.act === "disbursement"
  const isEvaluation = ({ completion }: Step) => completion.by === "act" && completion.act === "evaluation-accepted"

  let paidAgain = 0

  for (const { least, model, way } of combinations) {
    it.prop(
      `PBC-7 MON-3 no order of attempts on ${model} by ${way} pays again without an accepted evaluation in between`,
      { attempts: Attempts, from: Schema.Literals(["COL-1", "COL-7c"]) },
      ({ attempts, from }) => {
        let course = until(running(model, way, overlay(model, [rounds(least + 2)])), from)
        let paid = 0
        let paidSince = false
        for (const tried of attempts) {
          const next = attempt(course, tried)
          const process = composedOf(next)
          for (const [key, state] of Object.entries(next.steps)) {
            if (state.status !== "done" || course.steps[key]?.status === "done") continue
            const step = process.byKey.get(key)
            if (step === undefined) return false
            if (isPayment(step)) {
              if (paidSince) return false
              paidSince = true
              paid++
            }
            if (isEvaluation(step)) {
              if (state.by.some(({ side }) => side === "recipient")) return false
              paidSince = false
            }
          }
          course = next
        }
        if (paid > 1) paidAgain++
        return true
      },
      { arbitrary: { runs: 60, seed: 1 } }
    )
  }

  it("the attempts did come to second payments", () => {
    assert.isAbove(paidAgain, 50)
  })

  it.prop(
    "evolve takes every event in every state, and leaves a state that can be stored",
    { events: Schema.Array(CourseEvent).check(Schema.isMaxLength(12)) },
    ({ events }) => {
      const course = events.reduce((current, event) => evolve(current, event, at), begin())
      const known = Result.isSuccess(Schema.decodeUnknownResult(Course)(course))
      // A reference to a version that no registry holds is the one thing that an arbitrary event can break.
      const strange = events.some((event) => event._tag === "CourseMoved" || event._tag === "ModelEmbedded")
      isFinished(course)
      return known || strange
    },
    { arbitrary: { runs: 200, seed: 1 } }
  )
})

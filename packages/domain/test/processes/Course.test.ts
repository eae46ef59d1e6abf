import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import {
  act,
  begin,
  blockers,
  Course,
  complete,
  composedOf,
  embed,
  evolve,
  isFinished,
  openSteps,
  readyForAct,
  skip,
  statusOf
} from "../../src/processes/Course.ts"
import {
  after,
  at,
  combinations,
  evaluator,
  finance,
  get,
  overlay,
  owner,
  recipient,
  refused,
  rounds,
  running,
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

  it.each(["grant", "contracting"] as const)(
    "COL-4, COL-9a a call of a %s does COL-3 by the model's steps, and the discussion follows with the one selected",
    (model) => {
      const first = model === "grant" ? "GRA-1-owner" : "PBC-1"
      const course = until(running(model, "call"), first)
      assert.deepStrictEqual(open(course), ["COL-2", first])
      assert.strictEqual(status(course, "COL-4a"), "waiting")
      assert.strictEqual(readyForAct(course, "recipient-selected")._tag, "Failure")
      const selected = until(course, "COL-4a")
      assert.deepStrictEqual([status(selected, "COL-3"), status(selected, "COL-4")], ["done", "open"])
      const discussed = until(selected, "COL-5b")
      assert.deepStrictEqual([status(discussed, "COL-4d"), status(discussed, "COL-4")], ["done", "done"])
    }
  )

  it("GRA-1 asks the recipient for no proposal: that comes once the owner's criteria are set", () => {
    const step = composedOf(running("grant", "call")).byKey.get("GRA-1-recipient")
    const stated = step?.completion.by === "record" ? step.completion.facts.map(({ name }) => name) : []
    assert.deepStrictEqual(stated, ["preparation"])
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
    const labels = { th: "ความสำเร็จระยะยาว, ความคาดหวังของแต่ละฝ่าย", en: "Long-term success, What each side expects" }
    assert.deepStrictEqual(refused(complete(discussing(), { step: "COL-4a", facts }, owner)), {
      tag: "StepFactsMissing",
      rule: "COL-4a",
      facts: { step: "COL-4a", missing: ["success", "expectations"], labels }
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
      assert.strictEqual(Object.keys(course.steps).length, composedOf(course).leaves.length)
      assert.deepStrictEqual(open(course), [])
      const decoded = Schema.decodeUnknownSync(Course)(JSON.parse(JSON.stringify(Schema.encodeSync(Course)(course))))
      assert.deepStrictEqual(decoded, course)
    })
  }
})

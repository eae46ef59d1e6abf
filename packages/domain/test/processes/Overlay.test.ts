import { assert, describe, it } from "@effect/vitest"
import { check } from "../../src/processes/Checker.ts"
import { type Composed, latest, type Parts } from "../../src/processes/Composition.ts"
import type { Edit, Overlay } from "../../src/processes/Overlay.ts"
import type { Definition, Step, Way } from "../../src/processes/Process.ts"
import { added, composed, overlay, rounds } from "./examples.ts"

const found = (process: Composed | Parts) => check(process).map(({ at, code }) => `${at}: ${code}`)

const inContracting = (model: Definition, way: Way = "call"): Parts => ({
  collaboration: latest("collaboration"),
  model,
  way
})

describe("PRO-1 a bad overlay is refused where it is bad", () => {
  const harmless: Edit = { _tag: "Relabel", step: "COL-1", label: { th: "เลือกรูปแบบ" } }
  const inDelivery = { within: "COL-7" }
  const pays: Partial<Step> = { ...inDelivery, rule: "MON-3", completion: { by: "act", act: "disbursement" } }
  const evaluates: Partial<Step> = {
    ...inDelivery,
    rule: "PBC-6",
    lane: "evaluator",
    completion: { by: "act", act: "evaluation-accepted" }
  }
  const audits: Partial<Step> = { within: "MON-6", rule: "MON-6", completion: { by: "act", act: "accounts-audited" } }

  const planted: ReadonlyArray<readonly [name: string, bad: Overlay, expected: ReadonlyArray<string>]> = [
    [
      "waiting for a step that does not exist",
      overlay("contracting", [harmless, rounds(2), added({ id: "AG-1", after: ["PBC-5", "PBC-55"], ...inDelivery })]),
      ["edits[2].step.after[1]: unknown-step"]
    ],
    [
      "standing before a round that is not there",
      overlay("contracting", [rounds(2), added({ id: "AG-1", after: ["PBC-5"], ...inDelivery }, ["PBC-8", "PBC-7.3"])]),
      ["edits[1].before[1]: unknown-step"]
    ],
    [
      "inside a container that does not exist",
      overlay("contracting", [added({ id: "AG-1", within: "COL-77" })]),
      ["edits[0].step.within: unknown-step"]
    ],
    [
      "inside a step that holds no others",
      overlay("contracting", [added({ id: "AG-1", within: "PBC-5" })]),
      ["edits[0].step.within: not-a-container"]
    ],
    [
      "kept apart from a step that does not exist",
      overlay("contracting", [added({ id: "AG-1", ...inDelivery, apart: ["PBC-5", "PBC-55"] })]),
      ["edits[0].step.apart[1]: unknown-step"]
    ],
    [
      "kept apart from itself",
      overlay("contracting", [added({ id: "AG-1", ...inDelivery, apart: ["AG-1"] })]),
      ["edits[0].step.apart[0]: apart-from-itself"]
    ],
    [
      "a step twice",
      overlay("grant", [added({ id: "AG-1", ...inDelivery }), added({ id: "AG-1", ...inDelivery })]),
      ["edits[1].step.id: duplicate-step"]
    ],
    [
      "a step under a round's id",
      overlay("contracting", [added({ id: "PBC-7" })]),
      ["edits[0].step.id: duplicate-step"]
    ],
    [
      "waiting for itself",
      overlay("grant", [harmless, added({ id: "AG-1", after: ["COL-7c", "AG-1"], ...inDelivery })]),
      ["edits[1].step.after[1]: cycle"]
    ],
    [
      "a circle from the money back to the choice of the model",
      overlay("contracting", [added({ id: "AG-1", after: ["COL-7c"] }, ["COL-4", "COL-1"])]),
      ["edits[0].before[0]: cycle", "edits[0].before[1]: cycle"]
    ],
    [
      "a circle through the container that the step is in",
      overlay("commissioning", [harmless, added({ id: "AG-1", after: ["COL-7"], ...inDelivery })]),
      ["edits[1].step.after[0]: cycle"]
    ],
    [
      "a container that holds nothing",
      overlay("contracting", [added({ id: "AG-1", completion: { by: "children" } }, ["COL-8"])]),
      ["edits[0].step: dead-end"]
    ],
    ["too few rounds", overlay("contracting", [rounds(0)]), ["edits[0].count: rounds-refused"]],
    ["too many rounds", overlay("grant", [harmless, rounds(13)]), ["edits[1].count: rounds-refused"]],
    [
      "a threshold that does not exist",
      overlay("grant", [{ _tag: "SetThreshold", name: "sla-years", value: 1 }]),
      ["edits[0].name: threshold-unknown"]
    ],
    [
      "a threshold with a value that it cannot have",
      overlay("contracting", [{ _tag: "SetThreshold", name: "sla-value", value: -1 }]),
      ["edits[0].value: threshold-refused"]
    ],
    [
      "a due time in the past",
      overlay("contracting", [harmless, { _tag: "SetDue", step: "PBC-6", days: 0 }]),
      ["edits[1].days: due-refused"]
    ],
    [
      "a due time for a step that the model leaves out",
      overlay("contracting", [{ _tag: "SetDue", step: "COL-8-evaluation", days: 30 }]),
      ["edits[0].step: unknown-step"]
    ],
    [
      "a label for a step that does not exist",
      overlay("contracting", [{ _tag: "Relabel", step: "PBC-10", label: { th: "ไม่มี" } }]),
      ["edits[0].step: unknown-step"]
    ],
    [
      "MON-3 a payment beside the rounds, without an evaluation of its own",
      overlay("contracting", [rounds(2), added({ id: "AG-1", after: ["PBC-5"], ...pays })]),
      ["edits[1].step: disbursement-without-evaluation"]
    ],
    [
      "MON-3 a payment before the first one",
      overlay("contracting", [added({ id: "AG-1", after: ["COL-7c"], ...pays }, ["PBC-5"])]),
      ["edits[0].step: disbursement-without-evaluation"]
    ],
    [
      "MON-3 an evaluation that may be skipped, before an added payment",
      overlay("grant", [
        added({ id: "AG-1", after: ["GRA-3"], ...evaluates, skip: "with-reason" }),
        added({ id: "AG-2", after: ["AG-1"], ...pays })
      ]),
      ["edits[0].step.skip: skip-refused", "edits[1].step: disbursement-without-evaluation"]
    ],
    [
      "SEP-2 an evaluation that the recipient accepts, before an added payment",
      overlay("grant", [
        added({ id: "AG-1", after: ["GRA-3"], ...evaluates, lane: "recipient" }),
        added({ id: "AG-2", after: ["AG-1"], ...pays })
      ]),
      ["edits[0].step.lane: lane-refused", "edits[1].step: disbursement-without-evaluation"]
    ],
    [
      "MON-3 a payment by its payee",
      overlay("grant", [
        added({ id: "AG-1", after: ["GRA-3"], ...evaluates }),
        added({ id: "AG-2", after: ["AG-1"], ...pays, lane: "recipient" })
      ]),
      ["edits[1].step.lane: lane-refused"]
    ],
    [
      "MON-6 work that the closing does not wait for",
      overlay("grant", [added({ id: "AG-1", after: ["COL-8"] })]),
      ["edits[0].step: closing-not-last"]
    ],
    [
      "MON-6 a second audit after the closing",
      overlay("commissioning", [added({ id: "AG-1", after: ["MON-6c"], ...audits })]),
      ["edits[0].step: act-twice", "edits[0].step: closing-not-last"]
    ],
    [
      "COL-5a a waiver of a ‡ rule",
      overlay(
        "contracting",
        [],
        [
          { rule: "COL-6e", reason: "แผนอยู่ในสัญญาแล้ว" },
          { rule: "COL-5a", reason: "ไม่สะดวก" }
        ]
      ),
      ["waivers[1].rule: waiver-refused"]
    ],
    [
      "ACT-7 a waiver of a must",
      overlay("contracting", [], [{ rule: "ACT-7", reason: "ทำงานร่วมกันมานาน" }]),
      ["waivers[0].rule: waiver-refused"]
    ],
    [
      "COL-4 a waiver of what a source only states",
      overlay("contracting", [], [{ rule: "COL-4", reason: "ทำงานร่วมกันมานาน" }]),
      ["waivers[0].rule: waiver-refused"]
    ],
    [
      "COL-7c MON-2 a waiver of the should that the commitment of money stands under",
      overlay("grant", [], [{ rule: "COL-7c", reason: "ตกลงแหล่งเงินกันแล้ว" }]),
      ["waivers[0].rule: waiver-refused"]
    ],
    [
      "COL-6a a waiver of the committee in commissioning",
      overlay("commissioning", [], [{ rule: "COL-6a", reason: "มีคณะกรรมการอื่นแล้ว" }]),
      ["waivers[0].rule: waiver-refused"]
    ],
    [
      "SEP-2 an evaluation in a lane where nobody accepts one",
      overlay("contracting", [added({ id: "AG-1", after: ["PBC-5"], ...evaluates, lane: "third-party" }, ["PBC-8"])]),
      ["edits[0].step.lane: lane-refused"]
    ],
    [
      "GRA-4 a report in another lane than that of the recipient, who alone reports",
      overlay("contracting", [
        added({ id: "AG-1", after: ["PBC-5"], within: "COL-7", completion: { by: "act", act: "report-submitted" } })
      ]),
      ["edits[0].step.lane: lane-refused"]
    ],
    [
      "ACT-8 another recipient once the first tranche is paid",
      overlay("contracting", [
        added({ id: "AG-1", after: ["PBC-5"], within: "COL-7", completion: { by: "act", act: "recipient-selected" } })
      ]),
      ["edits[0].step: act-twice"]
    ],
    [
      "COL-6 a plan adopted over the one that is being evaluated",
      overlay("contracting", [
        added({ id: "AG-1", after: ["PBC-5"], within: "COL-7", completion: { by: "act", act: "plan-adopted" } }, [
          "PBC-8"
        ])
      ]),
      ["edits[0].step: act-twice"]
    ],
    [
      "MON-6 the accounts reconciled before the first tranche",
      overlay("grant", [
        added({ id: "AG-1", within: "COL-7", completion: { by: "act", act: "accounts-reconciled" } }, ["GRA-3"])
      ]),
      ["edits[0].step: act-twice"]
    ],
    [
      "MON-3 an evaluation before there is an agreement or a plan",
      overlay("contracting", [
        added({ id: "AG-1", lane: "evaluator", completion: { by: "act", act: "evaluation-accepted" } }, ["COL-5"])
      ]),
      ["edits[0].step: act-too-early"]
    ],
    [
      "GRA-4 a report before there is a plan",
      overlay("contracting", [
        added({ id: "AG-1", after: ["COL-5"], lane: "recipient", completion: { by: "act", act: "report-submitted" } }, [
          "COL-6"
        ])
      ]),
      ["edits[0].step: act-too-early"]
    ],
    [
      "COM-1 an enforced rule's step that may be skipped",
      overlay("commissioning", [
        added({ id: "AG-1", rule: "COM-1", lane: "joint", within: "COL-4", skip: "with-reason" })
      ]),
      ["edits[0].step.skip: skip-refused"]
    ]
  ]

  for (const [name, bad, expected] of planted) {
    it(name, () => {
      assert.deepStrictEqual(
        found(composed(bad.model, bad.model === "commissioning" ? "persuasion" : "call", bad)),
        expected
      )
    })
  }

  it("an overlay for another model", () => {
    const parts: Parts = { ...inContracting(latest("contracting")), overlay: overlay("grant", []) }
    assert.deepStrictEqual(found(parts), ["model: model-mismatch"])
  })

  it("says what is wrong in both languages and by which rule", () => {
    const bad = overlay("contracting", [rounds(2), added({ id: "AG-1", after: ["PBC-5"], ...pays })])
    const [problem] = check(composed("contracting", "call", bad))
    assert.strictEqual(problem?.rule, "MON-3")
    assert.include(problem?.th, "AG-1")
    assert.include(problem?.en, "AG-1 can pay without an accepted evaluation")
  })
})

describe("PRO-1 a good overlay is let through", () => {
  it("extra steps, rounds, thresholds, due times, labels and waivers together", () => {
    const good = overlay(
      "contracting",
      [
        rounds(3),
        added({ id: "AG-site-visit", rule: "PBC-6a", after: ["PBC-5"], within: "COL-7", skip: "with-reason" }, [
          "PBC-6"
        ]),
        added({ id: "AG-legal", after: ["COL-4"], completion: { by: "children" } }, ["COL-5"]),
        added({ id: "AG-opinion", within: "AG-legal", apart: ["PBC-4"] }),
        { _tag: "SetThreshold", name: "acceptance-score", value: 4 },
        { _tag: "SetDue", step: "PBC-6", days: 45 },
        { _tag: "Relabel", step: "PBC-7.3", label: { th: "งวดสุดท้าย" } }
      ],
      [{ rule: "COL-6e", reason: "แผนอยู่ในสัญญาแล้ว" }]
    )
    const process = composed("contracting", "call", good)
    assert.deepStrictEqual(found(process), [])
    assert.strictEqual(process.rounds, 3)
    assert.strictEqual(process.thresholds["acceptance-score"], 4)
    assert.deepStrictEqual(process.byKey.get("PBC-6.1")?.after, ["PBC-5", "AG-site-visit"])
    assert.deepStrictEqual(
      ["PBC-6.1", "PBC-6.2", "PBC-6.3"].map((key) => process.byKey.get(key)?.dueDays),
      [45, 45, 45]
    )
    assert.strictEqual(process.byKey.get("PBC-7.3")?.label.th, "งวดสุดท้าย")
  })

  it("MON-3 an added payment with an accepted evaluation of its own on either side", () => {
    const good = overlay("contracting", [
      added({
        id: "AG-pay",
        rule: "MON-3",
        after: ["PBC-6"],
        within: "COL-7",
        completion: { by: "act", act: "disbursement" }
      }),
      added(
        {
          id: "AG-see",
          rule: "PBC-6",
          lane: "evaluator",
          after: ["AG-pay"],
          within: "COL-7",
          completion: { by: "act", act: "evaluation-accepted" }
        },
        ["PBC-7"]
      )
    ])
    assert.deepStrictEqual(found(composed("contracting", "call", good)), [])
  })
})

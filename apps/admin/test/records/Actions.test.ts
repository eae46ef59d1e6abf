import type { Action } from "@phakhi/domain/engine/View"
import { describe, expect, it } from "vitest"
import { creationsFor, inTurn, isNext, open, shut } from "../../src/records/Actions.ts"

const refused = (operation: string, kind: "forbidden" | "rule"): Action => ({
  operation,
  allowed: false,
  refusal: { tag: "T", kind, rule: "REV-0", facts: {}, th: "ไม่ได้", en: "no" }
})
const at = (value: string): Action => ({
  operation: "disbursements.approve",
  allowed: true,
  target: { field: "disbursement", value, label: { th: value, en: value } }
})

describe("the actions of a record", () => {
  it("are offered when they are allowed, all parts of one operation together", () => {
    const offers = open([at("1"), { operation: "agreements.sign", allowed: true }, at("2")])
    expect(offers.map(({ actions, operation }) => [operation.name, actions.length])).toEqual([
      ["disbursements.approve", 2],
      ["agreements.sign", 1]
    ])
  })

  it("are shown shut when a rule refuses them, and not at all when the role does", () => {
    const actions = [refused("agreements.sign", "rule"), refused("closings.close", "forbidden")]
    expect(open(actions)).toEqual([])
    expect(shut(actions).map(({ operation }) => operation.name)).toEqual(["agreements.sign"])
  })

  it("are taken in the turn that the domain gives them, and what nobody waits for is left out", () => {
    const [late, first, beside]: ReadonlyArray<Action> = [
      { operation: "closings.close", allowed: true, next: 2 },
      { operation: "agreements.sign", allowed: true, next: 1 },
      { operation: "evidence.attach", allowed: true }
    ]
    expect(inTurn([late, first, beside].flatMap((action) => action ?? []))).toEqual([first, late])
    expect([late, first, beside].filter((action) => action !== undefined && isNext(action))).toEqual([first])
  })

  it("are left out when the catalogue does not know them", () => {
    expect(open([{ operation: "spells.cast", allowed: true }])).toEqual([])
  })
})

it("ACT-1 a mission can be begun by officers alone", () => {
  expect(creationsFor("mission", ["programme-officer"]).map(({ name }) => name)).toEqual(["missions.register"])
  expect(creationsFor("mission", ["auditor", "executive"])).toEqual([])
})

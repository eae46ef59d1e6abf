import type { Action } from "@phakhi/domain/engine/View"
import { describe, expect, it } from "vitest"
import { askedBy } from "../../src/records/Asked.ts"

const target = (value: string | number) => ({ field: "tranche", value, label: { th: "งวด", en: "tranche" } })
const shut = (operation: string, value?: number): Action => ({
  operation,
  allowed: false,
  refusal: { tag: "EvaluationNotAccepted", kind: "rule", rule: "PBC-7a", facts: {}, th: "ยังไม่ได้", en: "not yet" },
  ...(value === undefined ? {} : { target: target(value) })
})
const open = (operation: string, value?: number): Action => ({
  operation,
  allowed: true,
  ...(value === undefined ? {} : { target: target(value) })
})

describe("a link to an act", () => {
  it("asks for nothing where it names none", () => {
    expect(askedBy({}, [open("agreements.sign")])).toBeUndefined()
  })

  it("opens the act at the part that it names, whether the address has a number or words", () => {
    const actions = [open("disbursements.prepare", 1), open("disbursements.prepare", 2)]
    expect(askedBy({ act: "disbursements.prepare", part: 2 }, actions)).toEqual({ _tag: "Open", action: actions[1] })
    expect(askedBy({ act: "disbursements.prepare", part: "2" }, actions)).toEqual({ _tag: "Open", action: actions[1] })
  })

  it("opens none of several parts where it does not say which", () => {
    const actions = [open("disbursements.prepare", 1), open("disbursements.prepare", 2)]
    expect(askedBy({ act: "disbursements.prepare" }, actions)).toBeUndefined()
  })

  it("says why the act is shut at its part, or at all, and not why another part is", () => {
    const other = shut("disbursements.prepare", 3)
    expect(askedBy({ act: "disbursements.prepare", part: 3 }, [other])).toEqual({ _tag: "Shut", action: other })
    expect(askedBy({ act: "disbursements.prepare", part: 2 }, [other])).toEqual({ _tag: "Gone" })
    const whole = shut("disbursements.prepare")
    expect(askedBy({ act: "disbursements.prepare", part: 2 }, [whole])).toEqual({ _tag: "Shut", action: whole })
  })

  it("says so where the record has no such act", () => {
    expect(askedBy({ act: "agreements.sing" }, [open("agreements.sign")])).toEqual({ _tag: "Gone" })
  })
})

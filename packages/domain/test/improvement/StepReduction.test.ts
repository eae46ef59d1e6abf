import { assert, describe, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Result, Schema } from "effect"
import { type DayLength, minutesOf, Reduced, reduce, StepReduction } from "../../src/improvement/StepReduction.ts"
import { formatFour } from "../../src/plans/Decimal.ts"

const decode = Schema.decodeUnknownSync(StepReduction)
const measured = (before: object, after: object, more: object = {}) =>
  decode({ dayLength: 7, before: { steps: 10, time: before }, after: { steps: 6, time: after }, ...more })
const outcome = (input: StepReduction): Reduced => Result.getOrThrow(reduce(input))
const time = (input: StepReduction) => {
  const { percent, truncated } = outcome(input).time
  return [formatFour(percent), truncated]
}

describe("RED-1", () => {
  it("RED-1 vehicle tax: 30 minutes to 3 minutes is 90 percent", () => {
    assert.deepEqual(time(measured({ minutes: 30 }, { minutes: 3 })), ["90.0000", 90])
  })

  it("RED-1 job placement: 2 hours 30 minutes to 55 minutes is 63 percent", () => {
    assert.deepEqual(time(measured({ hours: 2, minutes: 30 }, { minutes: 55 })), ["63.3333", 63])
  })

  it("RED-1 e-Claim: 5 days to 10 minutes is 99 percent at 7, 8 and 24 hours a day, and the day length is kept", () => {
    const stored = ([7, 8, 24] as const).map((dayLength) => {
      const reduced = outcome(measured({ days: 5 }, { minutes: 10 }, { dayLength }))
      return [reduced.dayLength, formatFour(reduced.time.percent), reduced.time.truncated]
    })
    assert.deepEqual(stored, [
      [7, "99.5238", 99],
      [8, "99.5833", 99],
      [24, "99.8611", 99]
    ])
  })

  it("RED-1 truncates the exact share, not the rounded one", () => {
    assert.deepEqual(time(measured({ minutes: 10_000_000 }, { minutes: 1 })), ["100.0000", 99])
  })

  it("RED-1 counts an increase as a negative reduction", () => {
    assert.deepEqual(time(measured({ minutes: 30 }, { minutes: 50 })), ["-66.6667", -66])
  })

  it("RED-1 measures steps as well as time, each against the target of 30 to 50 percent", () => {
    const standing = (after: number) => outcome(measured({ minutes: 100 }, { minutes: after })).time.target
    assert.deepEqual([71, 70, 50, 49].map(standing), ["below", "within", "within", "above"])
    const { steps } = outcome(measured({ minutes: 1 }, { minutes: 1 }))
    assert.deepEqual([formatFour(steps.percent), steps.target], ["40.0000", "within"])
  })

  it("RED-1 has no percentage of nothing", () => {
    assert.deepEqual(Result.merge(reduce(measured({}, { minutes: 1 }))), { _tag: "NothingBefore", measure: "time" })
    const noSteps = decode({ dayLength: 8, before: { steps: 0, time: { hours: 1 } }, after: { steps: 0, time: {} } })
    assert.deepEqual(Result.merge(reduce(noSteps)), { _tag: "NothingBefore", measure: "steps" })
  })

  it("RED-1 takes no day length but the declared 7, 8 or 24 hours", () => {
    for (const dayLength of [6, 0, 7.5, "8", undefined]) {
      assert.throws(() => measured({ days: 1 }, { minutes: 1 }, { dayLength }))
    }
    assert.deepEqual(
      ([7, 8, 24] as ReadonlyArray<DayLength>).map((length) => minutesOf({ days: 1, hours: 1, minutes: 1 }, length)),
      [481, 541, 1501]
    )
  })

  it.prop(
    "RED-1 what is stored reads back the same",
    { input: StepReduction },
    ({ input }) => {
      const reduced = reduce(input)
      if (Result.isFailure(reduced)) return true
      const wire = JSON.parse(JSON.stringify(Schema.encodeSync(Reduced)(reduced.success)))
      assert.deepEqual(Schema.decodeUnknownSync(Reduced)(wire), reduced.success)
      return Math.abs(reduced.success.time.percent) >= Math.abs(reduced.success.time.truncated * 10_000)
    },
    { arbitrary: { runs: runs(300), seed: 1 } }
  )
})

describe("RED-2", () => {
  const tags = (input: StepReduction) => outcome(input).flags.map(({ _tag, measure }) => `${_tag} ${measure}`)

  it("RED-2 flags a cut in a process that security says not to cut, whatever its size", () => {
    const registry = { securityProcess: true }
    assert.deepEqual(tags(measured({ minutes: 100 }, { minutes: 99 }, registry)), [
      "SecurityProcessCut steps",
      "SecurityProcessCut time"
    ])
    assert.deepEqual(
      tags(
        measured(
          { minutes: 60_000_000 },
          { minutes: 59_999_999 },
          { ...registry, after: { steps: 10, time: { minutes: 59_999_999 } } }
        )
      ),
      ["SecurityProcessCut time"]
    )
    assert.deepEqual(
      tags(measured({ minutes: 100 }, { minutes: 100 }, { ...registry, after: { steps: 11, time: { minutes: 100 } } })),
      []
    )
  })

  it("RED-2 warns of a cut beyond the target, since quality may suffer", () => {
    assert.deepEqual(tags(measured({ minutes: 100 }, { minutes: 50 })), [])
    assert.deepEqual(tags(measured({ minutes: 100 }, { minutes: 49 })), ["DeepCut time"])
  })
})

import { Effect, Result, Schema } from "effect"
import { FourDecimals, type TenThousandths } from "../plans/Decimal.ts"

/** Hours that a day counts. It is declared with the measurement, since the percentage rests on it. */
export const DayLength = Schema.Literals([7, 8, 24])
export type DayLength = typeof DayLength.Type

const whole = (maximum: number) => Schema.Int.check(Schema.isBetween({ minimum: 0, maximum }))
const part = (maximum: number) => whole(maximum).pipe(Schema.withDecodingDefaultKey(Effect.succeed(0)))

/** How long a process takes; hours may pass a day and minutes an hour. */
export const Span = Schema.Struct({ days: part(36_500), hours: part(1_000_000), minutes: part(60_000_000) }).annotate({
  identifier: "Span"
})
export type Span = typeof Span.Type

export const Measured = Schema.Struct({ steps: whole(100_000), time: Span }).annotate({ identifier: "Measured" })
export type Measured = typeof Measured.Type

/** RED-1: a process measured before and after; both are stored. */
export const StepReduction = Schema.Struct({
  dayLength: DayLength,
  before: Measured,
  after: Measured,
  /** Some processes should not be cut for security, such as ทะเบียนปืน (RED-2). */
  securityProcess: Schema.Boolean.pipe(Schema.withDecodingDefaultKey(Effect.succeed(false)))
}).annotate({ identifier: "StepReduction", expectedThai: "ค่าที่วัดก่อนและหลัง" })
export type StepReduction = typeof StepReduction.Type

/** A reduction in percent: four decimals as stored, the whole percent as published, and how it stands to the target. */
export const Reduction = Schema.Struct({
  percent: FourDecimals,
  truncated: Schema.Int,
  target: Schema.Literals(["below", "within", "above"])
}).annotate({ identifier: "Reduction" })
export type Reduction = typeof Reduction.Type

/** RED-2: a security process was cut, or steps or time were cut so far that quality may have suffered. */
export const Flag = Schema.Union([
  Schema.TaggedStruct("SecurityProcessCut", { measure: Schema.Literals(["steps", "time"]) }),
  Schema.TaggedStruct("DeepCut", { measure: Schema.Literals(["steps", "time"]), percent: FourDecimals })
])
export type Flag = typeof Flag.Type

export const Reduced = Schema.Struct({
  dayLength: DayLength,
  steps: Reduction,
  time: Reduction,
  flags: Schema.Array(Flag)
}).annotate({ identifier: "Reduced" })
export type Reduced = typeof Reduced.Type

export interface NothingBefore {
  readonly _tag: "NothingBefore"
  readonly measure: "steps" | "time"
}

/** RED-1: the published target, in whole percent. */
export const target = { from: 30, to: 50 } as const

/** The minutes of a span where a day has `dayLength` hours. */
export const minutesOf = ({ days, hours, minutes }: Span, dayLength: DayLength): number =>
  (days * dayLength + hours) * 60 + minutes

/** (before - after) ÷ before, rounded half away from zero; truncated from the exact share, not from the rounded one. */
const reduction = (before: number, after: number): Reduction => {
  const [cut, of] = [BigInt(before - after), BigInt(before)]
  const half = cut < 0n ? -of : of
  const percent = Number((2n * cut * 1_000_000n + half) / (2n * of))
  const standing =
    cut * 100n < of * BigInt(target.from) ? "below" : cut * 100n > of * BigInt(target.to) ? "above" : "within"
  return { percent: percent as TenThousandths, truncated: Number((cut * 100n) / of), target: standing }
}

const flagsOf = (
  measure: "steps" | "time",
  { percent, target }: Reduction,
  securityCut: boolean
): ReadonlyArray<Flag> => [
  ...(securityCut ? [{ _tag: "SecurityProcessCut", measure } as const] : []),
  ...(target === "above" ? [{ _tag: "DeepCut", measure, percent } as const] : [])
]

/** RED-1, RED-2: what a measurement says about the steps and the time. */
export const reduce = ({
  after,
  before,
  dayLength,
  securityProcess
}: StepReduction): Result.Result<Reduced, NothingBefore> => {
  const minutesBefore = minutesOf(before.time, dayLength)
  if (minutesBefore === 0) return Result.fail({ _tag: "NothingBefore", measure: "time" })
  if (before.steps === 0) return Result.fail({ _tag: "NothingBefore", measure: "steps" })
  const minutesAfter = minutesOf(after.time, dayLength)
  const time = reduction(minutesBefore, minutesAfter)
  const steps = reduction(before.steps, after.steps)
  return Result.succeed({
    dayLength,
    steps,
    time,
    flags: [
      ...flagsOf("steps", steps, securityProcess && after.steps < before.steps),
      ...flagsOf("time", time, securityProcess && minutesAfter < minutesBefore)
    ]
  })
}

import { assert, describe, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Result, Schema } from "effect"
import {
  act,
  begin,
  Course,
  CourseEvent,
  complete,
  composedOf,
  evolve,
  isFinished,
  openSteps,
  skip
} from "../../src/processes/Course.ts"
import { Act, Side, type Step } from "../../src/processes/Process.ts"
import {
  after,
  at,
  combinations,
  factsOf,
  finance,
  overlay,
  owner,
  pushStep,
  recipient,
  rounds,
  running,
  until
} from "./examples.ts"

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
    const result: Result.Result<ReadonlyArray<CourseEvent>, unknown> = kind === "act"
      ? act(course, tried, who)
      : kind === "skip"
        ? skip(course, { step: step?.key ?? "", reason: "ลองข้าม" }, who)
        : complete(course, { step: step?.key ?? "", facts: step === undefined ? {} : factsOf(step) }, who)
    return Result.isFailure(result) ? course : after(course, result)
  }

  const isPayment = ({ completion }: Step) => completion.by === "act" && completion.act === "disbursement"
  const isEvaluation = ({ completion }: Step) => completion.by === "act" && completion.act === "evaluation-accepted"

  const tries = runs(60)
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
      { arbitrary: { runs: tries, seed: 1 } }
    )
  }

  it("the attempts did come to second payments", () => {
    assert.isAbove(paidAgain, tries * 0.8)
  })

  it.prop(
    "evolve takes every event in every state, and leaves a state that can be stored",
    { events: Schema.Array(CourseEvent).check(Schema.isMaxLength(12)) },
    ({ events }) => {
      const course = events.reduce((current, event) => evolve(current, event, at), begin())
      const known = Result.isSuccess(Schema.decodeResult(Course)(course))
      // A reference to a version that no registry holds is the one thing that an arbitrary event can break.
      const strange = events.some((event) => event._tag === "CourseMoved" || event._tag === "ModelEmbedded")
      isFinished(course)
      return known || strange
    },
    { arbitrary: { runs: runs(200), seed: 1 } }
  )
})

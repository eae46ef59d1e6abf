import { assert, describe, it } from "@effect/vitest"
import { Cause, Effect, Fiber } from "effect"
import { SqlError } from "effect/sql"
import { TestClock } from "effect/testing"
import { orBusy, retryCollided } from "../src/Busy.ts"
import { isDiskFull } from "../src/DiskFull.ts"
import { FilesFailed } from "../src/Files.ts"

const props = { cause: new Error("from the server"), message: "failed", operation: "execute" }
const error = (reason: SqlError.SqlErrorReason) => new SqlError.SqlError({ reason })
const deadlock = error(new SqlError.DeadlockError(props))
const coded = (code: string) =>
  error(new SqlError.UnknownError({ ...props, cause: Object.assign(new Error(), { code }) }))

describe("A store that is busy", () => {
  it.effect("runs a transaction again that the server gave up because it met another one", () =>
    Effect.gen(function* () {
      let tries = 0
      const third = Effect.suspend(() => (++tries < 3 ? Effect.fail(deadlock) : Effect.succeed("done")))
      const fiber = yield* Effect.forkChild(retryCollided(third))
      yield* TestClock.adjust("1 second")
      assert.strictEqual(yield* Fiber.join(fiber), "done")
      assert.strictEqual(tries, 3)
    })
  )

  it.effect("does not run anything else again, and gives up in the end", () =>
    Effect.gen(function* () {
      let tries = 0
      const never = (failure: SqlError.SqlError) =>
        Effect.suspend(() => {
          tries += 1
          return Effect.fail(failure)
        })
      yield* Effect.flip(retryCollided(never(coded("22001"))))
      assert.strictEqual(tries, 1)
      const fiber = yield* Effect.forkChild(Effect.flip(retryCollided(never(deadlock))))
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(fiber)
      assert.strictEqual(tries, 7)
    })
  )

  it.effect("says so for what may pass, and treats the rest as the bug that it is", () =>
    Effect.gen(function* () {
      const passing = [
        deadlock,
        coded("53300"),
        coded("57P01"),
        error(new SqlError.ConnectionError(props)),
        error(new SqlError.LockTimeoutError(props)),
        error(new SqlError.StatementTimeoutError(props))
      ]
      for (const failure of passing) assert.strictEqual((yield* Effect.flip(orBusy(failure)))._tag, "StoreBusy")
      const exit = yield* Effect.exit(orBusy(error(new SqlError.SqlSyntaxError(props))))
      assert.include(String(exit), "Die")
    })
  )

  it.effect("is not what a full disk is called: nothing is gained by trying again", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* Effect.flip(orBusy(coded("53300"))))._tag, "StoreBusy")
      const defect = Cause.squash((yield* Effect.flip(Effect.sandbox(orBusy(coded("53100"))))) as Cause.Cause<unknown>)
      assert.isTrue(isDiskFull(defect))
      for (const full of [new FilesFailed({ reason: "ENOSPC: no space left on device, write" }), { code: "EDQUOT" }])
        assert.isTrue(isDiskFull(full))
      for (const other of [coded("53300"), new FilesFailed({ reason: "EACCES: permission denied" }), null, "full"])
        assert.isFalse(isDiskFull(other))
    })
  )
})

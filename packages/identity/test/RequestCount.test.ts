import { afterEach, assert, beforeEach, it, vi } from "@effect/vitest"
import { requestCount } from "../src/RequestCount.ts"

const rule = { window: 60, max: 3 }

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

const asks = async (count: ReturnType<typeof requestCount>, seconds: number, key = "one") => {
  vi.setSystemTime(seconds * 1000)
  return (await count.consume(key, rule)).retryAfter
}

it("SEC-1 whoever goes on trying is let in three times, however slowly, until a whole minute is quiet", async () => {
  const count = requestCount()
  assert.deepStrictEqual(
    [
      await asks(count, 0),
      await asks(count, 50),
      await asks(count, 100),
      await asks(count, 150),
      await asks(count, 159)
    ],
    [null, null, null, 10, 1]
  )
  assert.isNull(await asks(count, 160))
})

it("SEC-1 one caller does not shut out another, nor one server those of another", async () => {
  const count = requestCount()
  for (let request = 0; request < 3; request++) assert.isNull(await asks(count, 0))
  assert.strictEqual(await asks(count, 0), 60)
  assert.isNull(await asks(count, 0, "other"))
  assert.isNull(await asks(requestCount(), 0))
})

import { tellingSenders } from "@phakhi/outbound/Telling"
import { claim } from "@phakhi/store/Outbox"
import { attempt } from "@phakhi/store/Worker"
import { Effect } from "effect"
import { url } from "./World.ts"

/** Sends everything that waits to be sent, as the worker would. */
export const delivering = Effect.gen(function* () {
  while (true) {
    const messages = yield* claim({ limit: 50, leaseSeconds: 30 })
    if (messages.length === 0) return
    yield* Effect.forEach(messages, (message) => attempt(message, { senders: tellingSenders(url) }))
  }
})

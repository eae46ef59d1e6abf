import { assert, it } from "@effect/vitest"
import { ConfigProvider, Effect } from "effect"
import { readSettings } from "../src/server/Settings.ts"

const read = (env: Record<string, string>) =>
  Effect.provide(readSettings({}), ConfigProvider.layer(ConfigProvider.fromEnv({ env })))

it.effect("without settings the server keeps to the table", () =>
  Effect.gen(function* () {
    const { connections, fileLimit, maxInFlight, publicUrl, trustProxy } = yield* read({})
    assert.deepStrictEqual(
      { connections, fileLimit, maxInFlight, publicUrl, trustProxy },
      {
        connections: 10,
        fileLimit: 20_971_520,
        maxInFlight: 256,
        publicUrl: "http://localhost:4000",
        trustProxy: false
      }
    )
  })
)

it.effect("a setting with which nothing could be served is refused by its name", () =>
  Effect.gen(function* () {
    const wrong = {
      PHAKHI_MAX_IN_FLIGHT: ["0", "-5", "2.5", "many"],
      PHAKHI_FILE_LIMIT: ["0", "-1"],
      PHAKHI_DB_CONNECTIONS: ["0", "-1"],
      PHAKHI_PUBLIC_URL: ["ftp://x", "x", "http://x/below", "http://x/?a=b", "http://x/#a", "http://user:pass@x"]
    }
    for (const [name, values] of Object.entries(wrong)) {
      for (const value of values) {
        const failure = yield* Effect.flip(read({ [name]: value }))
        assert.include(failure.message, name, value)
      }
    }
  })
)

it.effect("the address that people open is kept without its last slash", () =>
  Effect.gen(function* () {
    const { publicUrl } = yield* read({ PHAKHI_PUBLIC_URL: "https://phakhi.example.go.th/" })
    assert.strictEqual(publicUrl, "https://phakhi.example.go.th")
  })
)

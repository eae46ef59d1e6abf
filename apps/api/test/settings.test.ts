import { assert, it } from "@effect/vitest"
import { ConfigProvider, Effect } from "effect"
import { readSettings } from "../src/server/Settings.ts"

const read = (env: Record<string, string>) =>
  Effect.provide(readSettings({}), ConfigProvider.layer(ConfigProvider.fromEnv({ env })))

it.effect("without settings the server keeps to the table", () =>
  Effect.gen(function* () {
    assert.deepInclude(yield* read({}), {
      connections: 10,
      fileLimit: 20_971_520,
      keys: 20,
      uploadLimits: { daily: { files: 200, bytes: 2 ** 30 }, waiting: { files: 500, bytes: 2 ** 31 } },
      maxInFlight: 256,
      publicUrl: "http://localhost:4000",
      smtp: undefined,
      trustProxy: false,
      webhooksPrivate: false,
      worker: true,
      workerPoll: 1000
    })
  })
)

it.effect("a setting with which nothing could be served is refused by its name", () =>
  Effect.gen(function* () {
    const wrong = {
      PHAKHI_MAX_IN_FLIGHT: ["0", "-5", "2.5", "many"],
      PHAKHI_FILE_LIMIT: ["0", "-1"],
      PHAKHI_DB_CONNECTIONS: ["0", "-1"],
      PHAKHI_SMTP_URL: ["mail.example.org", "http://mail.example.org", "smtp://mail.example.org/x"],
      PHAKHI_WORKER: ["perhaps"],
      PHAKHI_WORKER_POLL: ["0"],
      PHAKHI_WEBHOOKS_PRIVATE: ["10.0.0.0/8"],
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

it.effect("a mail server needs a sender that mail can come from", () =>
  Effect.gen(function* () {
    const PHAKHI_SMTP_URL = "smtp://phakhi:secret@mail.example.org"
    for (const more of [{}, { PHAKHI_MAIL_FROM: "Phakhi" }, { PHAKHI_MAIL_FROM: "a@example.org, b@example.org" }]) {
      const failure = yield* Effect.flip(read({ PHAKHI_SMTP_URL, ...more }))
      assert.include(failure.message, "PHAKHI_MAIL_FROM")
      assert.notInclude(failure.message, "secret")
    }
    const { smtp } = yield* read({ PHAKHI_SMTP_URL, PHAKHI_MAIL_FROM: "ภาคี <phakhi@example.go.th>" })
    assert.deepStrictEqual(
      [smtp?.host, smtp?.port, smtp?.from.address],
      ["mail.example.org", 587, "phakhi@example.go.th"]
    )
    assert.notInclude(JSON.stringify(smtp), "secret")
  })
)

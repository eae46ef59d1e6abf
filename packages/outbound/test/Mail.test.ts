import { assert, describe, it } from "@effect/vitest"
import { type MailServer, mailServer, refusing } from "@phakhi/testing/MailServer"
import { freePort } from "@phakhi/testing/Port"
import { Effect, Redacted } from "effect"
import { layerNone, layerSmtp, Mailer, mailSender, readMailbox, readSmtpUrl } from "../src/Mail.ts"

const id = "0190b6a0-0000-7000-8000-000000000001"
const from = { name: "ภาคี", address: "phakhi@agency.example.go.th" }
const mail = {
  to: { name: "สมหญิง ใจดี", address: "somying@example.org" },
  subject: "รายงานความคืบหน้าถึงกำหนดวันที่ 30 กันยายน 2569",
  text: "เรียน คุณสมหญิง\n\nรายงานงวดที่ 2 ถึงกำหนดแล้ว\n"
}

const outgoing = (payload: { readonly [field: string]: unknown }) => ({
  id,
  topic: "mail",
  payload,
  createdAt: new Date(0),
  tries: 1
})

const through = (port: number) => layerSmtp({ host: "127.0.0.1", port, tls: false, from })
const deliver = (port: number, payload: { readonly [field: string]: unknown } = mail) =>
  mailSender.deliver(outgoing(payload)).pipe(Effect.provide(through(port)))

const failureAt = (server: MailServer, payload?: { readonly [field: string]: unknown }) =>
  Effect.flip(deliver(server.port, payload))

describe("Mail", () => {
  it.live("arrives with its Thai words, the outbox's id and a sign that a program wrote it", () =>
    Effect.gen(function* () {
      const server = yield* mailServer()
      yield* deliver(server.port)
      assert.strictEqual(server.received.length, 1)
      const [{ mail: read, recipients } = assert.fail("nothing arrived")] = server.received
      assert.deepStrictEqual(recipients, [mail.to.address])
      assert.deepStrictEqual([read.subject, read.text], [mail.subject, mail.text])
      assert.deepStrictEqual(read.from?.value, [from])
      assert.strictEqual(read.messageId, `<${id}@agency.example.go.th>`)
      assert.strictEqual(read.headers.get("auto-submitted"), "auto-generated")
    })
  )

  it.live("is tried again where the server says later", () =>
    Effect.gen(function* () {
      const busy = yield* mailServer({
        onData: (stream, _, done) => void stream.resume().on("end", () => done(refusing(451)))
      })
      assert.strictEqual((yield* failureAt(busy))._tag, "Retry")
      const full = yield* mailServer({ onRcptTo: (_, __, done) => done(refusing(452)) })
      assert.strictEqual((yield* failureAt(full))._tag, "Retry")
    })
  )

  it.live("is given up where the server says never", () =>
    Effect.gen(function* () {
      const unknown = yield* mailServer({ onRcptTo: (_, __, done) => done(refusing(550)) })
      const failure = yield* failureAt(unknown)
      assert.strictEqual(failure._tag, "Permanent")
      assert.include(failure.reason, "550")
      const refused = yield* mailServer({
        onData: (stream, _, done) => void stream.resume().on("end", () => done(refusing(554)))
      })
      assert.strictEqual((yield* failureAt(refused))._tag, "Permanent")
    })
  )

  it.live("is tried again where nobody listens, and where the login is wrong: both can be mended", () =>
    Effect.gen(function* () {
      const port = yield* Effect.promise(freePort)
      assert.strictEqual((yield* Effect.flip(deliver(port)))._tag, "Retry")
      const server = yield* mailServer({
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: (_, __, done) => done(refusing(535))
      })
      const login = { user: "phakhi", password: Redacted.make("wrong") }
      const failure = yield* Effect.flip(
        mailSender
          .deliver(outgoing(mail))
          .pipe(Effect.provide(layerSmtp({ host: "127.0.0.1", port: server.port, tls: false, from, login })))
      )
      assert.strictEqual(failure._tag, "Retry")
      assert.notInclude(failure.reason, "wrong")
    })
  )

  it.live("is not sent to an address that could mean another one, or with a line break in a header", () =>
    Effect.gen(function* () {
      const server = yield* mailServer()
      const wrong = [
        { ...mail, to: { ...mail.to, address: "a@example.org\r\nBcc: x@example.net" } },
        { ...mail, to: { ...mail.to, address: "a@example.org, x@example.net" } },
        { ...mail, to: { ...mail.to, address: "ก@example.org" } },
        { ...mail, to: { ...mail.to, address: "a@localhost" } },
        { ...mail, to: { ...mail.to, name: "A\r\nBcc: x@example.net" } },
        { ...mail, subject: "A\nBcc: x@example.net" },
        { ...mail, bcc: "x@example.net" },
        {}
      ]
      for (const payload of wrong) {
        assert.strictEqual((yield* failureAt(server, payload))._tag, "Permanent", JSON.stringify(payload))
      }
      assert.deepStrictEqual(server.received, [])
    })
  )

  it.effect("without a mail server nothing is sent, and the mailer says so", () =>
    Effect.gen(function* () {
      const mailer = yield* Mailer
      assert.isFalse(mailer.configured)
      const failure = yield* Effect.flip(mailSender.deliver(outgoing(mail)))
      assert.strictEqual(failure._tag, "Permanent")
      assert.include(failure.reason, "PHAKHI_SMTP_URL")
    }).pipe(Effect.provide(layerNone))
  )
})

describe("The settings of mail", () => {
  it("name host, port, login and whether TLS comes first", () => {
    assert.deepStrictEqual(readSmtpUrl("smtp://mail.example.org"), { host: "mail.example.org", port: 587, tls: false })
    assert.deepStrictEqual(readSmtpUrl("smtps://mail.example.org/"), { host: "mail.example.org", port: 465, tls: true })
    const read = readSmtpUrl("smtp://phakhi%40agency:p%2Fw@[::1]:2525")
    assert.deepStrictEqual([read?.host, read?.port, read?.login?.user], ["::1", 2525, "phakhi@agency"])
    assert.strictEqual(read?.login === undefined ? "" : Redacted.value(read.login.password), "p/w")
    assert.notInclude(JSON.stringify(read), "p/w")
  })

  it("are refused where they are no mail server", () => {
    for (const text of [
      "",
      "mail.example.org",
      "http://x",
      "smtp://",
      "smtp://x/y",
      "smtp://x?ignoreTLS=true",
      "smtp://x#y"
    ]) {
      assert.isNull(readSmtpUrl(text), text)
    }
  })

  it("take a sender with or without a name", () => {
    assert.deepStrictEqual(readMailbox("a@example.org"), { name: "", address: "a@example.org" })
    assert.deepStrictEqual(readMailbox("ภาคี <a@example.org>"), { name: "ภาคี", address: "a@example.org" })
    for (const text of ["", "a", "<>", "A <a@example.org", "a@example.org, b@example.org", "A\nB <a@example.org>"]) {
      assert.isNull(readMailbox(text), text)
    }
  })
})

import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { layerSmtp } from "@phakhi/outbound/Mail"
import { claim } from "@phakhi/store/Outbox"
import { layerSecret } from "@phakhi/store/SealKey"
import { attempt } from "@phakhi/store/Worker"
import { type MailServer, mailServer, refusing } from "@phakhi/testing/MailServer"
import { Effect, Exit, Layer, Scope } from "effect"
import { SqlClient } from "effect/sql"
import { invitationsByMail, invitationTopic } from "../src/server/InvitationMail.ts"
import { newAgency, type Person, password, send } from "./People.ts"
import { openWorld, url, type World } from "./World.ts"

let world: World
let server: MailServer
let agency: Awaited<ReturnType<typeof newAgency>>
let links: Effect.Success<ReturnType<typeof invitationsByMail>>
let issuer: Person["send"]
/** Has roles, which another administrator could give back. */
let resting: Person
let isBusy = false
const scope = Scope.makeUnsafe()

beforeAll(async () => {
  server = await Effect.runPromise(
    mailServer({ onRcptTo: (_, __, done) => done(isBusy ? refusing(451) : null) }).pipe(Scope.provide(scope))
  )
  world = await openWorld({ mailLink: (link) => links.message(link) })
  const from = { name: "ภาคี", address: "phakhi@agency.example.go.th" }
  const around = Layer.merge(
    layerSmtp({ host: "127.0.0.1", port: server.port, tls: false, from }),
    layerSecret("the same key in every test of the API")
  )
  const context = await Effect.runPromise(Layer.build(around).pipe(Scope.provide(scope), Effect.orDie))
  links = await world.run(Effect.provideContext(invitationsByMail(url), context) as never)
  agency = await newAgency(world)
  resting = await agency.invite(["finance"])
  await agency.invite(["agency-administrator"])
  const entered = await send(world)("POST", "/api/auth/sign-in/email", { email: agency.administrator.email, password })
  const cookie = entered.headers.getSetCookie().map((line) => line.split(";")[0])
  issuer = send(world, { cookie: cookie.join("; ") })
})
afterAll(async () => {
  await world.close()
  await Effect.runPromise(Scope.close(scope, Exit.void))
})

const sent = (query: string) =>
  world.run(
    Effect.flatMap(SqlClient.SqlClient, (sql) =>
      sql.unsafe<{ readonly found: string }>(
        `SELECT to_jsonb(o)::text AS found FROM outbox o WHERE topic = $1::text AND ${query} ORDER BY n`,
        [invitationTopic]
      )
    )
  )

/** Sends what is due now, as the worker would. */
const deliver = () =>
  world.run(
    Effect.gen(function* () {
      const messages = yield* claim({ limit: 50, leaseSeconds: 30 })
      const mine = messages.filter(({ topic }) => topic === invitationTopic)
      yield* Effect.forEach(mine, (one) => attempt(one, { senders: { [invitationTopic]: links.sender } }))
    })
  )

const dueAgain = () =>
  world.run(
    Effect.flatMap(SqlClient.SqlClient, (sql) =>
      sql.unsafe("UPDATE outbox SET due = now() WHERE done_at IS NULL AND failed_at IS NULL")
    )
  )

const mailsTo = ({ email }: Person) => server.received.filter(({ recipients }) => recipients.includes(email))

const tokenIn = (text = "") => /\/invitations\/([A-Za-z0-9_-]{43})/.exec(text)?.[1] ?? assert.fail(text)

const issue = async (to: Person) => {
  const response = await issuer("POST", `/v1/accounts/${to.account}/invitation`)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

it("SEC-9 with a mail server a link goes to the account's own address alone, and lets its person in", async () => {
  const person = resting
  const { body, status } = await issue(person)
  assert.strictEqual(status, 201)
  assert.deepStrictEqual(Object.keys(body).sort(), ["expiresAt", "mailed"])
  await deliver()
  const [{ mail } = assert.fail("nothing arrived")] = mailsTo(person)
  const token = tokenIn(mail.text)
  assert.include(mail.text, "ผู้ดูแล ออกลิงก์ให้ท่าน")
  assert.include(mail.text, "บทบาทของท่านพักไว้")
  assert.include(mail.text, "Your roles rest until another administrator confirms")
  const accepted = await send(world)("POST", "/api/invitations/accept", { token, password })
  assert.strictEqual(accepted.status, 200)
  assert.strictEqual(mailsTo(person).length, 1)
})

it("SEC-9 the token of a mailed link stands nowhere in the outbox, before it is sent or after", async () => {
  const person = await agency.invite(["auditor"])
  await issue(person)
  const [before] = await sent(`payload->>'account' = '${person.account}'`)
  await deliver()
  const token = tokenIn(mailsTo(person)[0]?.mail.text)
  const [after] = await sent(`payload->>'account' = '${person.account}'`)
  assert.isDefined(before)
  for (const row of [before, after]) assert.notInclude(row?.found, token)
})

it("a link that the mail server does not take at once is mailed when it does, under the same name", async () => {
  const person = await agency.invite(["executive"])
  isBusy = true
  await issue(person)
  await deliver()
  await dueAgain()
  await deliver()
  assert.strictEqual(mailsTo(person).length, 0)
  isBusy = false
  await dueAgain()
  await deliver()
  await dueAgain()
  await deliver()
  assert.strictEqual(mailsTo(person).length, 1)
})

it("SEC-9 what is refused mails nothing, and a link that has ended in the meantime is not mailed", async () => {
  const person = await agency.invite(["finance"])
  await issue(person)
  const again = await issue(person)
  assert.deepStrictEqual([again.status, again.body["code"]], [409, "ProposalWaits"])
  assert.strictEqual((await sent(`payload->>'account' = '${person.account}'`)).length, 1)
  const lock = { reason: "ลาพัก" }
  const locked = await issuer("POST", `/v1/accounts/${person.account}/lock`, lock, { "if-match": "*" })
  assert.strictEqual(locked.status, 200)
  await deliver()
  assert.strictEqual(mailsTo(person).length, 0)
  assert.strictEqual((await sent(`payload->>'account' = '${person.account}' AND done_at IS NULL`)).length, 0)
})

it("SEC-9 with a key no mail is written, and nothing rests", async () => {
  const person = await agency.invite(["finance"])
  const response = await agency.administrator.send("POST", `/v1/accounts/${person.account}/invitation`, {})
  const { code } = (await response.json()) as { readonly code: string }
  assert.deepStrictEqual([response.status, code], [403, "SessionRequired"])
  assert.deepStrictEqual(await sent(`payload->>'account' = '${person.account}'`), [])
})

it("SEC-9 a link for another organisation's first administrator belongs to the agency that issues it: its administrators see what fails", async () => {
  const made = async (path: string, body: object) => {
    const response = await issuer("POST", path, body)
    const answered = (await response.json()) as { readonly id: string }
    assert.strictEqual(response.status, 201, JSON.stringify(answered))
    return answered.id
  }
  const name = { th: "มูลนิธิสมมติ" }
  const organisation = await made("/v1/organisations", { name, sector: "civil-society", legalForm: "foundation" })
  const email = `${crypto.randomUUID()}@example.org`
  const roles = ["partner-administrator"]
  const account = await made("/v1/accounts", { organisation, name: "ผู้ดูแลคนแรก", email, roles })
  await made(`/v1/accounts/${account}/invitation`, {})
  const [row] = await sent(`payload->>'account' = '${account}'`)
  assert.include(row?.found, `"owner": "${agency.organisation}"`)
})

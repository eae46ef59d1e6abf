import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { codeAt, stepAt } from "@phakhi/identity/Totp"
import { newAgency, type Person, password, send } from "./People.ts"
import { openWorld, url, type World } from "./World.ts"

let world: World
let agency: Awaited<ReturnType<typeof newAgency>>
let officer: Person

beforeAll(async () => {
  world = await openWorld()
  agency = await newAgency(world)
  officer = await agency.invite(["programme-officer"])
})
afterAll(() => world.close())

const signIn = async (email: string, headers: Record<string, string> = {}, phrase = password) => {
  const response = await send(world)("POST", "/api/auth/sign-in/email", { email, password: phrase }, headers)
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ")
  return { response, cookie, as: send(world, { cookie }) }
}

const codeOf = async (response: Response) => ((await response.json()) as { readonly code: string }).code

const mission = { title: { th: "ภารกิจ" }, purpose: "บริการ", provinces: ["10"], routine: false }

it("SEC-1 a person signs in, is known, and signs out", async () => {
  const { as, response } = await signIn(officer.email)
  assert.strictEqual(response.status, 200)
  const me = (await (await as("GET", "/v1/me")).json()) as Record<string, unknown>
  assert.deepInclude(me, {
    actor: {
      kind: "person",
      account: officer.account,
      organisation: officer.organisation,
      roles: ["programme-officer"]
    },
    account: { name: "เพื่อนร่วมงาน", email: officer.email },
    organisation: { id: officer.organisation, name: { th: "กรมตัวอย่าง" } },
    demo: false,
    mayReplay: false
  })
  assert.strictEqual((await as("POST", "/v1/missions", mission)).status, 201)
  assert.strictEqual((await as("POST", "/api/auth/sign-out")).status, 200)
  assert.strictEqual((await as("GET", "/v1/me")).status, 401)
})

it("a browser can tell that there may be a session, as long as there is one, but not what it is", async () => {
  const { as, response } = await signIn(officer.email)
  const lines = response.headers.getSetCookie()
  const [session, hint] = ["phakhi.session_token=", "phakhi.signed-in=1"].map((name) =>
    lines.find((line) => line.startsWith(name))
  )
  const lifeOf = (line = "") => /max-age=(\d+)/iu.exec(line)?.[1]
  assert.match(session ?? "", /httponly/iu)
  assert.notMatch(hint ?? "", /httponly/iu)
  assert.isAbove(Number(lifeOf(session)), 0)
  assert.strictEqual(lifeOf(hint), lifeOf(session))
  const out = (await as("POST", "/api/auth/sign-out")).headers.getSetCookie()
  assert.match(out.find((line) => line.startsWith("phakhi.signed-in=")) ?? "", /^phakhi\.signed-in=;.*max-age=0/iu)
})

it("an installation for real use lists nobody whom one could be", async () => {
  assert.strictEqual((await send(world)("GET", "/v1/demo/logins")).status, 404)
})

it("SEC-1 what another site makes a browser send is refused, with the cookie and at sign-in", async () => {
  const { as } = await signIn(officer.email)
  const evil = { origin: "https://evil.example" }
  const crossed = await as("POST", "/v1/missions", mission, evil)
  assert.deepStrictEqual([crossed.status, await codeOf(crossed)], [403, "CrossOrigin"])
  assert.strictEqual((await as("POST", "/v1/missions", mission, { "sec-fetch-site": "cross-site" })).status, 403)
  assert.strictEqual((await as("POST", "/v1/missions", mission, { origin: url })).status, 201)
  // A name that somebody else makes lead here is not ours, whatever the request calls the host.
  const rebound = { origin: "https://evil.example", host: "evil.example" }
  assert.strictEqual((await as("POST", "/v1/missions", mission, rebound)).status, 403)
  assert.strictEqual((await signIn(officer.email, evil)).response.status, 403)
  assert.strictEqual((await officer.send("POST", "/v1/missions", mission, evil)).status, 201)
})

it("SEC-1 five wrong guesses are told to wait", async () => {
  const { email } = await agency.invite(["finance"])
  for (let n = 0; n < 5; n++) assert.strictEqual((await signIn(email, {}, `wrong guess ${n}`)).response.status, 401)
  const { response } = await signIn(email)
  assert.deepStrictEqual([response.status, await codeOf(response)], [429, "TooManyAttempts"])
  assert.isAbove(Number(response.headers.get("retry-after")), 60)
})

it("SEC-1 a key is made by a person, shown once, bound to its scopes, and cannot make another", async () => {
  const { as } = await signIn(officer.email)
  const made = await as("POST", "/v1/keys", { name: "ระบบงาน", scopes: ["missions.*", "*.list"], expiresInDays: 30 })
  assert.strictEqual(made.status, 201)
  const { id, key } = (await made.json()) as { readonly id: string; readonly key: string }
  const machine = send(world, { authorization: `Bearer ${key}` })
  assert.strictEqual((await machine("POST", "/v1/missions", mission)).status, 201)
  assert.strictEqual((await machine("GET", "/v1/organisations")).status, 200)
  const outside = await machine("GET", `/v1/organisations/${officer.organisation}`)
  assert.deepStrictEqual([outside.status, await codeOf(outside)], [403, "KeyScopeMissing"])
  assert.notInclude(await (await as("GET", "/v1/keys")).text(), key)
  const second = await officer.send("POST", "/v1/keys", { name: "x" })
  assert.deepStrictEqual([second.status, await codeOf(second)], [403, "SessionRequired"])
  assert.strictEqual((await as("POST", "/v1/keys", { name: "x", scopes: ["everything"] })).status, 400)
  assert.strictEqual((await as("DELETE", `/v1/keys/${id}`)).status, 200)
  assert.strictEqual((await machine("GET", "/v1/organisations")).status, 401)
})

it("SEC-1 an invited colleague sets a password and comes in", async () => {
  const email = `${crypto.randomUUID()}@example.go.th`
  const invitation = { organisation: agency.organisation, name: "คนใหม่", email, roles: ["auditor"] }
  const withKey = await agency.administrator.send("POST", "/v1/accounts", invitation)
  assert.deepStrictEqual([withKey.status, await codeOf(withKey)], [403, "SessionRequired"])
  const administrator = (await signIn(agency.administrator.email)).as
  const created = await administrator("POST", "/v1/accounts", invitation)
  assert.strictEqual(created.status, 201)
  const { id } = (await created.json()) as { readonly id: string }
  const unpermitted = await (await signIn(officer.email)).as("POST", `/v1/accounts/${id}/invitation`)
  assert.deepStrictEqual([unpermitted.status, await codeOf(unpermitted)], [403, "NotPermitted"])
  const byKey = await agency.administrator.send("POST", `/v1/accounts/${id}/invitation`)
  assert.deepStrictEqual([byKey.status, await codeOf(byKey)], [403, "SessionRequired"])
  const invited = await administrator("POST", `/v1/accounts/${id}/invitation`)
  assert.strictEqual(invited.status, 201)
  const { token } = (await invited.json()) as { readonly token: string }
  const shown = (await (await send(world)("GET", `/api/invitations/${token}`)).json()) as { readonly name: string }
  assert.strictEqual(shown.name, "คนใหม่")
  const accept = (phrase: string) => send(world)("POST", "/api/invitations/accept", { token, password: phrase })
  assert.deepStrictEqual(await codeOf(await accept("short")), "PasswordLength")
  assert.deepStrictEqual(await codeOf(await accept("password1234")), "PasswordCommon")
  assert.deepStrictEqual(await codeOf(await accept(email)), "PasswordIsEmail")
  assert.strictEqual((await accept(password)).status, 200)
  assert.deepStrictEqual(await codeOf(await accept(password)), "InvitationUnknown")
  assert.strictEqual((await signIn(email)).response.status, 200)
})

it("SEC-1 a locked account is out at once", async () => {
  const { account, email } = await agency.invite(["finance"])
  const { as } = await signIn(email)
  assert.strictEqual((await as("GET", "/v1/me")).status, 200)
  const locked = await agency.administrator.send(
    "POST",
    `/v1/accounts/${account}/lock`,
    { reason: "ลาพัก" },
    { "if-match": '"1"' }
  )
  assert.strictEqual(locked.status, 200)
  assert.strictEqual((await as("GET", "/v1/me")).status, 401)
  assert.strictEqual((await signIn(email)).response.status, 401)
})

it("SEC-1 one lists one's own sessions and ends the others, with a session or a key", async () => {
  const person = await agency.invite(["finance"])
  const { as } = await signIn(person.email, { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" })
  const there = await signIn(person.email)
  const { data } = (await (await as("GET", "/v1/me/sessions")).json()) as {
    readonly data: ReadonlyArray<{ readonly id: string; readonly current: boolean; readonly device: { th: string } }>
  }
  assert.deepStrictEqual(
    data.map(({ current, device }) => [current, device.th]),
    [
      [true, "Firefox บน Linux"],
      [false, "ไม่ทราบอุปกรณ์"]
    ]
  )
  const evil = await as("DELETE", "/v1/me/sessions", undefined, { origin: "https://evil.example" })
  assert.strictEqual(evil.status, 403)
  assert.strictEqual((await officer.send("DELETE", `/v1/me/sessions/${data[1]?.id}`)).status, 404)
  assert.deepStrictEqual(await (await as("DELETE", "/v1/me/sessions")).json(), { ended: 1 })
  assert.strictEqual((await there.as("GET", "/v1/me")).status, 401)
  assert.deepStrictEqual(await (await person.send("DELETE", `/v1/me/sessions/${data[0]?.id}`)).json(), { ended: 1 })
  assert.strictEqual((await as("GET", "/v1/me/sessions")).status, 401)
})

it("SEC-1 a second factor is set up by the person, not by a key, and asked for at sign-in", async () => {
  const person = await agency.invite(["finance"])
  const { as } = await signIn(person.email)
  const byKey = await person.send("POST", "/v1/me/second-factor", { password })
  assert.deepStrictEqual([byKey.status, await codeOf(byKey)], [403, "SessionRequired"])
  const made = await as("POST", "/v1/me/second-factor", { password })
  assert.strictEqual(made.status, 201)
  const { secret } = (await made.json()) as { readonly secret: string }
  const wrong = await as("POST", "/v1/me/second-factor/confirm", { code: "000000" })
  assert.deepStrictEqual([wrong.status, await codeOf(wrong)], [400, "CodeWrong"])
  const confirmed = await as("POST", "/v1/me/second-factor/confirm", { code: codeAt(secret, stepAt(Date.now())) })
  const { recoveryCodes } = (await confirmed.json()) as { readonly recoveryCodes: ReadonlyArray<string> }
  const without = (await signIn(person.email)).response
  assert.deepStrictEqual([without.status, await codeOf(without)], [401, "SecondFactorNeeded"])
  assert.isEmpty(without.headers.getSetCookie())
  const enter = (code: string | undefined) =>
    send(world)("POST", "/api/auth/sign-in/email", { email: person.email, password, code })
  assert.strictEqual((await enter(recoveryCodes[0])).status, 200)
  const state = (await (await person.send("GET", "/v1/me/second-factor")).json()) as object
  assert.deepInclude(state, { recoveryCodesLeft: 9 })
  const removed = await as("POST", "/v1/me/second-factor/remove", { password, code: recoveryCodes[1] })
  assert.deepStrictEqual(await removed.json(), { removed: true })
})

it("SEC-1 one sees one's own sign-ins, and an administrator those of the organisation", async () => {
  const person = await agency.invite(["finance"])
  await signIn(person.email, {}, "not the right phrase")
  await signIn(person.email)
  const of = async (sender: typeof officer, path: string) => {
    const response = await sender.send("GET", path)
    const body = (await response.json()) as {
      readonly data?: ReadonlyArray<{ readonly outcome: string }>
      code?: string
    }
    return body.data?.map(({ outcome }) => outcome) ?? [response.status, body.code]
  }
  assert.deepStrictEqual(await of(person, "/v1/me/sign-ins"), ["in", "wrong-password"])
  const asked = `/v1/sign-ins?account=${person.account}`
  assert.deepStrictEqual(await of(agency.administrator, asked), ["in", "wrong-password"])
  assert.deepStrictEqual(await of(officer, asked), [403, "NotPermitted"])
  assert.deepStrictEqual(await of(agency.administrator, "/v1/sign-ins?account=everybody"), [400, "InputMalformed"])
  assert.strictEqual((await send(world)("GET", "/v1/me/sign-ins")).status, 401)
})

it("SEC-1 one changes one's own password with the old one", async () => {
  const { email } = await agency.invite(["finance"])
  const { as } = await signIn(email)
  const change = (currentPassword: string, newPassword: string) =>
    as("POST", "/api/auth/change-password", { currentPassword, newPassword })
  assert.strictEqual(await codeOf(await change("not the old one", "a new long phrase")), "PasswordWrong")
  assert.strictEqual(await codeOf(await change(password, "qwertyuiop123")), "PasswordPlain")
  assert.strictEqual((await change(password, "a new long phrase")).status, 200)
  assert.strictEqual((await signIn(email, {}, "a new long phrase")).response.status, 200)
})

it("SEC-1 a key names what it is for, does nothing else, and is told which scope it lacks", async () => {
  const { as } = await signIn(officer.email)
  for (const scopes of [undefined, []])
    assert.strictEqual(
      (await as("POST", "/v1/keys", { name: "x", ...(scopes === undefined ? {} : { scopes }) })).status,
      400
    )
  const keyed = async (...scopes: ReadonlyArray<string>) => {
    const { key } = (await (await as("POST", "/v1/keys", { name: "ระบบงาน", scopes })).json()) as {
      readonly key: string
    }
    return send(world, { authorization: `Bearer ${key}` })
  }
  const lacks = async (response: Response) => {
    const { code, facts } = (await response.json()) as { readonly code: string; readonly facts: object }
    return [response.status, code, facts]
  }
  const missing = (operation: string, scope = operation) => [403, "KeyScopeMissing", { operation, scope }]
  const told = async (machine: Person["send"]) =>
    ((await (await machine("GET", "/v1/me")).json()) as { readonly scopes?: ReadonlyArray<string> }).scopes

  const publicOnly = await keyed("public")
  assert.deepStrictEqual(await told(publicOnly), ["public"])
  assert.strictEqual((await publicOnly("GET", "/v1/rules")).status, 200)
  assert.deepStrictEqual(await lacks(await publicOnly("GET", "/v1/keys")), missing("keys.list"))
  assert.deepStrictEqual(await lacks(await publicOnly("PUT", "/v1/files", "x")), missing("files.put"))
  assert.deepStrictEqual(await lacks(await publicOnly("GET", "/v1/notifications")), missing("notifications.list"))
  assert.deepStrictEqual(
    await lacks(await publicOnly("POST", "/v1/missions", mission)),
    missing("missions.register", "programme-officer")
  )

  const ofRole = await keyed("programme-officer")
  assert.strictEqual((await ofRole("POST", "/v1/missions", mission)).status, 201)
  assert.strictEqual((await ofRole("PUT", "/v1/files", "หลักฐาน")).status, 201)
  assert.deepStrictEqual(await lacks(await ofRole("GET", "/v1/keys")), missing("keys.list"))

  const narrow = await keyed("missions.list", "keys.list")
  assert.deepStrictEqual(await told(narrow), ["missions.list", "keys.list"])
  assert.strictEqual((await narrow("GET", "/v1/keys")).status, 200)
  assert.deepStrictEqual(await lacks(await narrow("POST", "/v1/missions", mission)), missing("missions.register"))

  const whole = await keyed("all")
  assert.strictEqual((await whole("GET", "/v1/keys")).status, 200)
  assert.isUndefined(((await (await as("GET", "/v1/me")).json()) as { readonly scopes?: unknown }).scopes)
})

import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { Identity } from "@phakhi/identity/Identity"
import { newAgency, password, send } from "./People.ts"
import { openWorld, type World } from "./World.ts"

type Send = ReturnType<typeof send>

interface Described {
  readonly operationId: string
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: object }>>
}

let world: World
let asked: Readonly<Record<string, Send>>

beforeAll(async () => {
  world = await openWorld({ fileLimit: 1000 })
  const { administrator, invite } = await newAgency(world)
  const officer = await invite(["programme-officer"])
  const made = await world.run(
    Identity.use((identity) => identity.createKey(officer.account, { name: "narrow", scopes: ["rules.list"] }))
  )
  const entered = await send(world)("POST", "/api/auth/sign-in/email", {
    email: administrator.email,
    password
  })
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
  asked = {
    nobody: send(world),
    officer: officer.send,
    administrator: administrator.send,
    narrow: send(world, { authorization: `Bearer ${made.key}` }),
    wrong: send(world, { authorization: "Bearer phk_x" }),
    crossed: send(world, { cookie, origin: "https://evil.example" })
  }
})
afterAll(() => world.close())

const unknown = "01910000-0000-7000-8000-000000000001"
const bodies = [undefined, {}, [], "{", `"${"x".repeat(1_100_000)}"`]
const version = { "if-match": '"1"' }

const paths = (path: string): ReadonlyArray<string> =>
  ["PBC-7", unknown, "%00x"].map((id) =>
    path.replace("{id}", id).replace("{digest}", "a".repeat(64)).replace("{token}", "x".repeat(43))
  )

const guarded = ["cache-control", "content-security-policy", "content-type", "x-content-type-options", "x-request-id"]

it("whatever an operation answers, its description says so, and every answer carries the headers that guard it", async () => {
  const description = await (await send(world)("GET", "/openapi.json")).json()
  const { paths: all } = description as { paths: Record<string, Record<string, Described>> }
  const untold = new Set<string>()
  let answers = 0
  const judge = async (response: Response, { operationId, responses }: Described, sent: string) => {
    answers++
    const said = responses[String(response.status)]
    const type = response.headers.get("content-type")?.split(";")[0] ?? ""
    const code = type === "application/problem+json" ? ((await response.json()) as { code: string }).code : ""
    if (said === undefined || !said.description.includes(code) || !Object.hasOwn(said.content ?? {}, type))
      untold.add(`${operationId} ${response.status} ${code} ${sent}`)
    for (const name of guarded) if (!response.headers.has(name)) untold.add(`${operationId} ${name} ${sent}`)
  }
  for (const [path, methods] of Object.entries(all)) {
    for (const [method, described] of Object.entries(methods)) {
      const sends = method === "post" || method === "put"
      for (const [who, ask] of Object.entries(asked)) {
        for (const [index, one] of (path.includes("{") ? paths(path) : [path]).entries()) {
          for (const [kind, body] of (sends && index < 2 ? bodies : [undefined]).entries()) {
            if (kind === 4 && (who !== "officer" || index > 0)) continue
            await judge(await ask(method.toUpperCase(), one, body, version), described, `${who} ${index} ${kind}`)
          }
        }
      }
    }
  }
  assert.deepStrictEqual([...untold], [])
  assert.isAbove(answers, 2000)
})

import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import { Catalogue } from "@phakhi/domain/engine/Catalogue"
import { commandsOn } from "@phakhi/domain/engine/Handler"
import { accessOf, OrganisationId } from "@phakhi/domain/kernel/Actor"
import * as Field from "@phakhi/domain/kernel/Field"
import { MissionEvent, MissionId, missionRecord } from "@phakhi/domain/missions/Mission"
import { Result, Schema } from "effect"
import { newAgency, type Person, send } from "./People.ts"
import { openWorld, type World } from "./World.ts"

/** Whoever has no account registers missions here, in the place of what citizens will send. */
const propose = commandsOn(missionRecord).create({
  name: "missions.propose",
  summary: { th: "เสนอภารกิจ", en: "Propose a mission" },
  input: Schema.Struct({
    agency: Field.reference(OrganisationId, "organisation", "หน่วยงาน", "Agency"),
    title: Field.localized("ชื่อ", "Title")
  }),
  allow: [{ actor: "visitor", scope: "any" }],
  refusals: [],
  rules: ["SEC-4"],
  irreversible: false,
  onward: false,
  access: ({ input }) => accessOf({ owner: input.agency }),
  decide: ({ context: { newId }, input: { agency, title } }) =>
    Result.succeed([
      MissionEvent.cases.MissionRegistered.make({
        id: MissionId.make(newId()),
        owner: agency,
        about: { title, purpose: "—", provinces: [], routine: false }
      })
    ])
})

const larger = new Catalogue({
  ...catalogue,
  handlers: [...catalogue.handlers.filter(({ operation }) => operation.name !== "missions.register"), propose]
})

let world: World
let officer: Person

beforeAll(async () => {
  world = await openWorld({ catalogue: larger, trustProxy: true })
  officer = await (await newAgency(world)).invite(["programme-officer"])
})
afterAll(() => world.close())

const proposed = async (place: string, headers: Record<string, string> = {}) =>
  send(world)(
    "POST",
    "/v1/missions",
    { agency: officer.organisation, title: { th: "ลานกีฬา" } },
    { "x-forwarded-for": place, ...headers }
  )

const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(";")[0] ?? ""

const whoDid = async (response: Response): Promise<unknown> => {
  const { id } = (await response.json()) as { readonly id: string }
  const history = await officer.send("GET", `/v1/missions/${id}/history`)
  const { data } = (await history.json()) as { readonly data: ReadonlyArray<{ readonly actor: unknown }> }
  return data[0]?.actor
}

describe("SEC-4 visitors", () => {
  it("are known again by their cookie, and by nothing else", async () => {
    const first = await proposed("203.0.113.1")
    assert.strictEqual(first.status, 201)
    const cookie = cookieOf(first)
    assert.match(first.headers.getSetCookie()[0] ?? "", /; HttpOnly; SameSite=Lax/)
    const again = await proposed("198.51.100.7", { cookie })
    assert.deepStrictEqual(again.headers.getSetCookie(), [])
    const visitor = await whoDid(first)
    assert.hasAllKeys(visitor, ["kind", "visitor"])
    assert.deepStrictEqual(await whoDid(again), visitor)
    const forged = await proposed("198.51.100.8", { cookie: `${cookie}x` })
    assert.notDeepEqual(await whoDid(forged), visitor)
  })

  it("send only so much from one place, whatever their cookies", async () => {
    for (let n = 0; n < 10; n++) assert.strictEqual((await proposed("203.0.113.9")).status, 201)
    const refused = await proposed("203.0.113.9")
    assert.strictEqual(refused.status, 429)
    assert.include(await refused.text(), "TooManyActs")
    assert.strictEqual((await proposed("203.0.113.10")).status, 201)
  })

  it("are not sent by other sites, and sign in for everything else", async () => {
    assert.strictEqual((await proposed("203.0.113.11", { origin: "https://elsewhere.example" })).status, 403)
    assert.strictEqual((await send(world)("POST", "/v1/sources", {})).status, 401)
  })

  it("a program's act names its key", async () => {
    const { id } = (await (await proposed("203.0.113.12")).json()) as { readonly id: string }
    const about = { title: { th: "ห้องสมุด" }, purpose: "บริการ", provinces: ["10"], routine: false }
    const made = await officer.send("POST", `/v1/missions/${id}/describe`, about, { "if-match": "*" })
    assert.strictEqual(made.status, 200)
    const actor = (await whoDid(made)) as { readonly kind: string; readonly key: string; readonly account: string }
    assert.deepInclude(actor, { kind: "integration", account: officer.account })
    const { data } = (await (await officer.send("GET", "/v1/keys")).json()) as {
      readonly data: ReadonlyArray<{ readonly prefix: string }>
    }
    assert.deepStrictEqual(
      data.map(({ prefix }) => prefix),
      [actor.key]
    )
  })
})

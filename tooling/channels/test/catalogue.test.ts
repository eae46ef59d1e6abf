import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { makeClient } from "@phakhi/client"
import { catalogue } from "@phakhi/domain/catalogue"
import { Catalogue } from "@phakhi/domain/engine/Catalogue"
import { commandsOn } from "@phakhi/domain/engine/Handler"
import { question } from "@phakhi/domain/engine/Question"
import * as Field from "@phakhi/domain/kernel/Field"
import { everyone, officer as officers } from "@phakhi/domain/kernel/Grants"
import { MissionEvent, missionRecord } from "@phakhi/domain/missions/Mission"
import { refuse } from "@phakhi/domain/processes/refusals"
import { Result, Schema } from "effect"
import type { Channel, Person } from "../src/Channel.ts"
import { api } from "../src/channels/Api.ts"
import { cli, cliThroughServer, phakhi } from "../src/channels/Cli.ts"
import { library } from "../src/channels/Library.ts"
import { directAdmission } from "../src/journeys/Admission.ts"
import { gather, text } from "../src/journeys/Cast.ts"
import { handOf } from "../src/journeys/Hand.ts"
import { openWorld, type World } from "../src/World.ts"

const praised = commandsOn(missionRecord).change({
  name: "missions.praise",
  summary: { th: "ชมเชยภารกิจ", en: "Praise a mission" },
  input: Schema.Struct({
    words: Field.prose("คำชม", "Words of praise"),
    stars: Field.count("ดาว", "Stars", 1, 5),
    places: Field.optional(Field.list(Schema.Struct({ place: Field.text("สถานที่", "Place") }), "สถานที่", "Places", 9))
  }),
  allow: [officers],
  refusals: ["ReasonMissing"],
  rules: ["ACT-1"],
  irreversible: false,
  onward: false,
  decide: ({ input: { places = [], stars, words }, state: { about } }) =>
    stars < 3
      ? refuse("ReasonMissing", { subject: { th: words } }, { rule: "ACT-1", field: "/stars" })
      : Result.succeed([
          MissionEvent.cases.MissionDescribed.make({
            about: { ...about, purpose: [words, "*".repeat(stars), ...places.map(({ place }) => place)].join(" ") }
          })
        ])
})

const echoed = question({
  name: "echoes.show",
  summary: { th: "สะท้อนคำ", en: "Say it again" },
  input: Schema.Struct({ id: Field.text("คำ", "Word") }),
  output: Schema.Struct({ said: Schema.String }),
  allow: [everyone],
  refusals: [],
  rules: [],
  answer: ({ id }) => Result.succeed({ said: `${id}!` })
})

const enlarged = new Catalogue({
  ...catalogue,
  handlers: [...catalogue.handlers, praised],
  pure: [...catalogue.pure, echoed]
})

let world: World
let officer: Person
beforeAll(async () => {
  world = await openWorld("memory", { catalogue: enlarged })
  officer = (await gather(handOf(library(world)), directAdmission(world))).officer
})
afterAll(() => world.close())

const mission = { title: text("ภารกิจ"), purpose: "ทดลอง", provinces: ["12"], routine: false }
const registered = () => handOf(library(world))(officer, "missions.register", mission)
const purposeOf = (shown: { readonly data: unknown }) =>
  (shown.data as { readonly about: { readonly purpose: string } }).about.purpose

const channels: ReadonlyArray<readonly [string, (world: World) => Channel]> = [
  ["the library", library],
  ["the API", api],
  ["the command line", (of) => cli(of, true)],
  ["the command line through the server", (of) => cliThroughServer(of, true)]
]

for (const [name, channelOf] of channels) {
  it(`an operation added to the catalogue is carried out, refused and asked by ${name}`, async () => {
    const channel = channelOf(world)
    const { id } = await registered()
    const input = { words: "ดีมาก", stars: 4, places: [{ place: "ชุมพร" }] }
    assert.strictEqual(purposeOf(await handOf(channel)(officer, "missions.praise", input, id)), "ดีมาก **** ชุมพร")
    const poor = { words: "พอใช้", stars: 2 }
    const refused = await channel.send({ person: officer, operation: "missions.praise", id, input: poor })
    assert.isTrue(refused._tag === "Refused")
    assert.deepStrictEqual(
      refused._tag === "Refused" ? [refused.said.tag, refused.said.rule, refused.said.field] : [],
      ["ReasonMissing", "ACT-1", "/stars"]
    )
    const asked = await channel.send({ person: null, operation: "echoes.show", input: { id: "สวัสดี" } })
    assert.deepStrictEqual(asked, { _tag: "Answered", answer: { said: "สวัสดี!" } as never })
  })
}

it("an operation added to the catalogue is among the actions of its record", async () => {
  const { id } = await registered()
  const outcome = await api(world).send({ person: officer, operation: "missions.get", id })
  const { actions } = (outcome._tag === "Answered" ? outcome.answer : {}) as {
    readonly actions: ReadonlyArray<{ readonly operation: string; readonly allowed: boolean }>
  }
  assert.deepInclude(actions, { operation: "missions.praise", allowed: true })
})

it("an operation added to the catalogue is described by the API", async () => {
  interface Described {
    readonly operationId: string
    readonly summary: string
    readonly description: string
    readonly responses: Record<string, unknown>
  }
  const response = await world.app.request("/openapi.json")
  const { paths } = (await response.json()) as { readonly paths: Record<string, Record<string, Described>> }
  const described = paths["/v1/missions/{id}/praise"]?.["post"]
  assert.include(JSON.stringify(described), "ชมเชยภารกิจ")
  assert.include(JSON.stringify(described), "Praise a mission")
  assert.include(JSON.stringify(described), "ReasonMissing")
  assert.containsAllKeys(described?.responses, ["200", "400", "403", "412", "422", "428"])
  assert.isDefined(paths["/v1/echoes/{id}"]?.["get"])
})

it("an operation added to the catalogue is in the help of the command line", async () => {
  const { exit, out } = await phakhi(["missions", "praise", "--help"], { catalogue: enlarged })
  assert.strictEqual(exit, 0)
  for (const said of ["Praise a mission", "ชมเชยภารกิจ", "--words", "--stars", "--seen", "--input"])
    assert.include(out, said)
})

it("an operation added to the catalogue is sent by the client", async () => {
  const { id } = await registered()
  const client = makeClient({
    baseUrl: world.url,
    catalogue: enlarged,
    fetch: (url, init) => fetch(url, init),
    headers: { authorization: `Bearer ${officer.key}` }
  })
  const input = { words: "ดีเยี่ยม", stars: 5 }
  const answer = await client.perform("missions.praise", { id, input, seen: "latest" })
  assert.strictEqual(purposeOf(Result.getOrThrow(answer)), "ดีเยี่ยม *****")
  const asked = await client.ask("echoes.show", { input: { id: "อีกครั้ง" } })
  assert.deepStrictEqual(Result.getOrThrow(asked), { said: "อีกครั้ง!" })
})

it("SEC-9 an act that means nothing without its link is offered by no channel, and carried out by none", async () => {
  const hand = handOf(library(world))
  const { id } = await hand(officer, "missions.register", mission)
  const name = "accounts.issue-link"
  const byLibrary = await library(world).send({ person: officer, operation: name, id, input: {} })
  assert.strictEqual(byLibrary._tag === "Refused" && byLibrary.said.tag, "OperationUnknown")
  const headers = { authorization: `Bearer ${officer.key}`, "content-type": "application/json" }
  const path = `/v1/accounts/${id}/issue-link`
  const byApi = await world.app.request(path, { method: "POST", headers, body: "{}" })
  assert.strictEqual(byApi.status, 404)
  assert.notInclude(await (await world.app.request("/openapi.json")).text(), "issue-link")
  const client = makeClient({ baseUrl: world.url, fetch: (url, init) => fetch(url, init), headers })
  const sent = await client.perform(name, { id, input: {}, seen: "latest" })
  assert.strictEqual(Result.isFailure(sent) && sent.failure.tag, "OperationUnknown")
  const replayed = await library(world).replay(officer, JSON.stringify({ op: name, on: id, input: {} }))
  assert.strictEqual(replayed._tag, "Refused")
  assert.notStrictEqual((await phakhi(["accounts", "issue-link", id])).exit, 0)
  assert.notInclude((await phakhi(["accounts", "--help"])).out, "issue-link")
})

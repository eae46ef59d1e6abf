import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import { Catalogue } from "@phakhi/domain/engine/Catalogue"
import { commandsOn } from "@phakhi/domain/engine/Handler"
import { question } from "@phakhi/domain/engine/Question"
import * as Field from "@phakhi/domain/kernel/Field"
import { describe as describeMission, missionRecord } from "@phakhi/domain/missions/Mission"
import { Result, Schema } from "effect"
import { newAgency, type Person, send } from "./People.ts"
import { openWorld, type World } from "./World.ts"

const rename = commandsOn(missionRecord).change({
  name: "missions.rename",
  summary: { th: "เปลี่ยนชื่อภารกิจ", en: "Rename a mission" },
  input: Schema.Struct({ title: Field.localized("ชื่อใหม่", "New title") }),
  allow: [{ role: "programme-officer", scope: "own-agency" }],
  refusals: [],
  rules: ["ACT-1"],
  irreversible: false,
  onward: false,
  decide: ({ input, state }) => describeMission(state, { ...state.about, title: input.title })
})

const echo = question({
  name: "echoes.say",
  summary: { th: "ทวนคำ", en: "Say it again" },
  input: Schema.Struct({ words: Field.text("คำ", "Words") }),
  output: Schema.Struct({ words: Schema.String }),
  allow: [{ role: "public", scope: "any" }],
  refusals: [],
  rules: [],
  answer: (input) => Result.succeed(input)
})

const larger = new Catalogue({
  ...catalogue,
  handlers: [...catalogue.handlers, rename],
  pure: [...catalogue.pure, echo]
})

let world: World
let officer: Person

beforeAll(async () => {
  world = await openWorld({ catalogue: larger })
  officer = await (await newAgency(world)).invite(["programme-officer"])
})
afterAll(() => world.close())

it("an operation that is new in the catalogue is served, described and offered without a line here", async () => {
  const made = await officer.send("POST", "/v1/missions", {
    title: { th: "ชื่อเดิม" },
    purpose: "บริการ",
    provinces: ["10"],
    routine: false
  })
  const view = (await made.json()) as {
    readonly id: string
    readonly actions: ReadonlyArray<{ readonly operation: string }>
  }
  assert.isTrue(view.actions.some(({ operation }) => operation === "missions.rename"))
  const renamed = await officer.send(
    "POST",
    `/v1/missions/${view.id}/rename`,
    { title: { th: "ชื่อใหม่" } },
    { "if-match": '"1"' }
  )
  assert.strictEqual(renamed.status, 200)
  assert.include(await renamed.text(), "ชื่อใหม่")
  const said = await send(world)("POST", "/v1/echoes/say", { words: "สวัสดี" })
  assert.deepStrictEqual([said.status, await said.json()], [200, { words: "สวัสดี" }])
  const { paths } = (await (await world.app.request("/openapi.json")).json()) as {
    readonly paths: Record<string, Record<string, { readonly operationId: string }>>
  }
  assert.strictEqual(paths["/v1/missions/{id}/rename"]?.["post"]?.operationId, "missions.rename")
  assert.strictEqual(paths["/v1/echoes/say"]?.["post"]?.operationId, "echoes.say")
})

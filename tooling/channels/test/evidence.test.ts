import { randomUUID } from "node:crypto"
import { existsSync, readdirSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import type { Outcome } from "../src/Channel.ts"
import { api } from "../src/channels/Api.ts"
import { cli, cliThroughServer } from "../src/channels/Cli.ts"
import { library } from "../src/channels/Library.ts"
import { directAdmission } from "../src/journeys/Admission.ts"
import { type Cast, gather } from "../src/journeys/Cast.ts"
import { givenFiles } from "../src/journeys/Giving.ts"
import { handOf } from "../src/journeys/Hand.ts"
import { partnership } from "../src/journeys/Partnership.ts"
import { readAcross } from "../src/journeys/Reading.ts"
import { openWorld, type World } from "../src/World.ts"

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await gather(handOf(library(world)), directAdmission(world))
})
afterAll(() => world.close())

const content = new TextEncoder().encode("บันทึกการประชุมหารือ\n")

const attached = (outcome: Outcome) => {
  assert.isTrue(outcome._tag === "Answered", JSON.stringify(outcome))
  const { evidence } = (outcome._tag === "Answered" ? outcome.answer.data : {}) as {
    readonly evidence: ReadonlyArray<{ readonly name: string; readonly type: string; readonly size: number }>
  }
  return evidence.map(({ name, size, type }) => ({ name, size, type }))
}

const started = async () => (await partnership(handOf(library(world)), cast, { model: "contracting" }, "started")).id

it("COL-8 evidence is put and attached by the API", async () => {
  const id = await started()
  const { put, send } = api(world)
  const stored = await put?.(cast.officer, id, content)
  const { digest } = (stored?._tag === "Answered" ? stored.answer : {}) as { readonly digest?: string }
  const input = { file: digest, name: "evidence" }
  const outcome = await send({ person: cast.officer, operation: "evidence.attach", id, input })
  assert.deepStrictEqual(attached(outcome), [{ name: "evidence", size: content.byteLength, type: "text/plain" }])
})

for (const [name, channelOf] of [
  ["on the store", cli],
  ["through the server", cliThroughServer]
] as const)
  it(`COL-8 evidence is attached from a file by the command line ${name}`, async () => {
    const id = await started()
    const outcome = await channelOf(world).put?.(cast.officer, id, content)
    assert.isDefined(outcome)
    if (outcome === undefined) return
    assert.deepStrictEqual(attached(outcome), [{ name: "evidence", size: content.byteLength, type: "text/plain" }])
  })

it("COL-8 one content attached under two names is read under each of them", async () => {
  const id = await started()
  const { put, send } = api(world)
  const stored = await put?.(cast.officer, id, content)
  const { digest } = (stored?._tag === "Answered" ? stored.answer : {}) as { readonly digest?: string }
  const names = ["บันทึก (ฉบับที่ 1)*.txt", "it's the same.txt"]
  for (const name of names)
    assert.strictEqual(
      (await send({ person: cast.officer, operation: "evidence.attach", id, input: { file: digest, name } }))._tag,
      "Answered"
    )
  const read = (name: string) =>
    world.app.request(`/v1/partnerships/${id}/files/${digest}?name=${encodeURIComponent(name)}`, {
      headers: { authorization: `Bearer ${cast.officer.key}` }
    })
  for (const name of names) {
    const said = (await read(name)).headers.get("content-disposition") ?? ""
    assert.match(said, /^attachment; filename\*=UTF-8''[\w%.!~-]+$/)
    assert.strictEqual(decodeURIComponent(said.slice(said.indexOf("''") + 2)), name)
  }
  assert.strictEqual((await read("another.txt")).status, 404)
  const broken = { file: digest, name: "บันทึก\r\nSet-Cookie: a=b.txt" }
  const refused = await send({ person: cast.officer, operation: "evidence.attach", id, input: broken })
  assert.strictEqual(refused._tag === "Refused" && refused.said.tag, "InputMalformed")
})

/** Where the store of this test keeps a content that is in no other. */
const placeOf = (digest: string): string => {
  const paths = readdirSync(tmpdir()).map((name) => join(tmpdir(), name, digest.slice(0, 2), digest))
  const found = paths.find((path) => existsSync(path))
  if (found === undefined) throw new Error(`no folder holds ${digest}`)
  return found
}

it("SEC-4 a file that somebody has changed in the folder is not served, and whoever asks is told why", async () => {
  const id = await started()
  const { put, send } = api(world)
  const stored = await put?.(cast.officer, id, new TextEncoder().encode(randomUUID()))
  const { digest = "" } = (stored?._tag === "Answered" ? stored.answer : {}) as { readonly digest?: string }
  const attach = { operation: "evidence.attach", id, input: { file: digest, name: "report.txt" } }
  assert.strictEqual((await send({ person: cast.officer, ...attach }))._tag, "Answered")
  writeFileSync(placeOf(digest), randomUUID())
  const read = async (language: string) => {
    const headers = { authorization: `Bearer ${cast.officer.key}`, "accept-language": language }
    const response = await world.app.request(`/v1/partnerships/${id}/files/${digest}`, { headers })
    return {
      status: response.status,
      said: (await response.json()) as { readonly code: string; readonly detail: string }
    }
  }
  const { said, status } = await read("en")
  assert.deepStrictEqual([status, said.code], [409, "FileDamaged"])
  assert.include(said.detail, "“report.txt”")
  assert.include((await read("th")).said.detail, "ไม่ตรงกับที่บันทึกไว้")
})

it("PRT-5b a file is read by the public where it is published, as long as it is, and nowhere else", async () => {
  const fresh = await openWorld()
  await readAcross(fresh)
  await fresh.close()
})

it("SEC-1 a record is given only a file that its giver uploaded or already sees", async () => {
  const fresh = await openWorld()
  await givenFiles(fresh)
  await fresh.close()
})

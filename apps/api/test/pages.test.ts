import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { catalogue, refusals } from "@phakhi/domain/catalogue"
import { offeredIn } from "@phakhi/domain/engine/Catalogue"
import { routeOf } from "@phakhi/domain/rendering/Route"
import { Identity } from "@phakhi/identity/Identity"
import { identityRefusals } from "@phakhi/identity/Refusals"
import { Validator } from "@seriousme/openapi-schema-validator"
import { newAgency } from "./People.ts"
import { openWorld, type World } from "./World.ts"

let world: World
const folder = mkdtempSync(join(tmpdir(), "phakhi-admin-"))

beforeAll(async () => {
  mkdirSync(join(folder, "assets"))
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Phakhi</title>")
  writeFileSync(join(folder, "assets/sarabun-thai-400-normal-1a2b.woff2"), "")
  writeFileSync(join(folder, "assets/app-1a2b.js"), "export const nothing = 0\n".repeat(50))
  world = await openWorld({ adminFolder: folder })
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true })
})

interface Document {
  readonly openapi: string
  readonly paths: Record<
    string,
    Record<
      string,
      {
        readonly operationId: string
        readonly responses: object
        readonly parameters?: ReadonlyArray<{ name: string; in: string }>
      }
    >
  >
  readonly components: { readonly schemas: Record<string, unknown> }
}

const document = async () => (await (await world.app.request("/openapi.json")).json()) as Document

it("the description is valid OpenAPI 3.1, and every reference in it leads somewhere", async () => {
  const found = await document()
  const result = await new Validator().validate(JSON.parse(JSON.stringify(found)))
  assert.deepStrictEqual([result.valid, result.errors], [true, undefined])
  assert.match(found.openapi, /^3\.1\./)
  for (const [, name] of JSON.stringify(found).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    assert.property(found.components.schemas, name ?? "")
  }
  assert.notInclude(JSON.stringify(found), "#/$defs/")
})

it("every operation is described under its route, and every route of the API is described", async () => {
  const { paths } = await document()
  for (const operation of offeredIn(catalogue)) {
    const { method, path } = routeOf(operation)
    assert.strictEqual(paths[path]?.[method.toLowerCase()]?.operationId, operation.name)
  }
  const described = new Set(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`)
    )
  )
  const pages = new Set(["GET /openapi.json", "GET /docs", "GET /fonts.css", "GET /problems/:tag", "GET *", "GET /*"])
  const routes = new Set(
    world.app.routes.map(({ method, path }) => `${method} ${path}`).filter((route) => !pages.has(route))
  )
  assert.deepStrictEqual([...routes].sort(), [...described].sort())
})

it("commands on a record ask for If-Match and offer Idempotency-Key", async () => {
  const { paths } = await document()
  const begin = paths["/v1/missions/{id}/begin-review"]?.["post"]
  assert.includeMembers(begin?.parameters?.map(({ name }) => name) ?? [], ["id", "If-Match", "Idempotency-Key"])
  assert.includeMembers(Object.keys(begin?.responses ?? {}), [
    "200",
    "400",
    "401",
    "403",
    "404",
    "409",
    "412",
    "428",
    "503"
  ])
})

it("every refusal has a page with its kind and its rule, in both languages", async () => {
  for (const tag of [...Object.keys(refusals), ...Object.keys(identityRefusals)]) {
    const explained = (await (await world.app.request(`/problems/${tag}`)).json()) as {
      readonly tag: string
      readonly rule: { readonly id: string; readonly wording: { readonly th: string; readonly en: string } }
    }
    assert.strictEqual(explained.tag, tag)
    assert.isAbove(Math.min(explained.rule.wording.th.length, explained.rule.wording.en.length), 10, tag)
  }
  const page = await world.app.request("/problems/ReviewNotOpen", { headers: { accept: "text/html" } })
  assert.include(await page.text(), "/v1/missions/{id}/conclude-review")
  assert.strictEqual((await world.app.request("/problems/Nothing")).status, 404)
})

it("the examples of /docs run as they are written", async () => {
  const officer = await (await newAgency(world)).invite(["programme-officer"])
  const { key } = await world.run(
    Identity.use((identity) => identity.createKey(officer.account, { name: "docs", scopes: ["all"] }))
  )
  const text = await (await world.app.request("/docs")).text()
  const [, block = ""] = /<pre><code>([\s\S]*?)<\/code><\/pre>/u.exec(text) ?? []
  const unescaped = block
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&")
  let made = ""
  const lines = unescaped.split("\n")
  assert.lengthOf(lines, 3)
  for (const line of lines) {
    const filled = line.replaceAll("$KEY", key).replaceAll("$ID", made)
    const [, address = ""] = /(https?:\S+)/u.exec(filled) ?? []
    const [, body] = /-d '([^']*)'/u.exec(filled) ?? []
    const [, method = body === undefined ? "GET" : "POST"] = /-X (\w+)/u.exec(filled) ?? []
    const headers = [...filled.matchAll(/-H (?:"([^"]*)"|'([^']*)')/gu)].map(([, one, other]): [string, string] => {
      const [name = "", ...value] = (one ?? other ?? "").split(": ")
      return [name, value.join(": ")]
    })
    const { pathname } = new URL(address)
    const response = await world.app.request(pathname, { method, headers, ...(body === undefined ? {} : { body }) })
    assert.isTrue(response.ok, `${line}\n${await response.clone().text()}`)
    if (response.status === 201) made = ((await response.json()) as { readonly id: string }).id
  }
  assert.notStrictEqual(made, "")
})

it("the docs page shows every operation and loads nothing from elsewhere", async () => {
  const response = await world.app.request("/docs")
  const text = await response.text()
  for (const { name } of offeredIn(catalogue)) assert.include(text, `id="${name}"`)
  assert.notMatch(text, /<(?:script|img|iframe)\b|<link[^>]* href="(?!\/[^/])/)
  assert.include(response.headers.get("content-security-policy"), "default-src 'self'")
})

it("the admin is served with its policy, compressed, and answers for its own addresses only", async () => {
  const get = (path: string, headers: Record<string, string> = { accept: "text/html" }) =>
    world.app.request(path, { headers })
  const deep = await get("/missions/123")
  assert.include(await deep.text(), "<title>Phakhi</title>")
  assert.strictEqual(
    deep.headers.get("content-security-policy"),
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
  )
  const script = await get("/assets/app-1a2b.js", { "accept-encoding": "gzip, br" })
  assert.deepStrictEqual(
    [script.headers.get("content-encoding"), script.headers.get("cache-control"), script.headers.get("content-type")],
    ["br", "public, max-age=31536000, immutable", "text/javascript; charset=UTF-8"]
  )
  assert.strictEqual((await get("/v1/nothing")).status, 404)
  assert.notInclude(await (await get("/assets/..%2f..%2fpackage.json", {})).text(), "dependencies")
})

it("the pages made here have the Thai letters of the admin", async () => {
  const response = await world.app.request("/fonts.css")
  assert.strictEqual(response.headers.get("content-type"), "text/css; charset=UTF-8")
  assert.include(
    await response.text(),
    'font-weight: 400; font-display: swap; src: url("/assets/sarabun-thai-400-normal-1a2b.woff2")'
  )
})

it("health and readiness are told apart", async () => {
  assert.strictEqual((await world.app.request("/healthz")).status, 200)
  assert.strictEqual((await world.app.request("/readyz")).status, 200)
})

it("over https every answer asks for https from then on", async () => {
  const secure = await openWorld({ url: "https://phakhi.example.go.th" })
  const answers = await Promise.all(["/healthz", "/v1/nothing", "/docs"].map((path) => secure.app.request(path)))
  for (const { headers } of answers) assert.match(headers.get("strict-transport-security") ?? "", /^max-age=31536000/)
  assert.isNull((await world.app.request("/healthz")).headers.get("strict-transport-security"))
  await secure.close()
})

import { assert, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { operationsOf } from "../../src/engine/Catalogue.ts"

interface Node {
  readonly [keyword: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value)
const nodes = (value: unknown): ReadonlyArray<Node> =>
  Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []

/** A keyword of the node or of the checks that go with it. */
const values = (node: Node, keyword: string): ReadonlyArray<unknown> =>
  [node, ...nodes(node["allOf"])].flatMap((each) => (each[keyword] === undefined ? [] : [each[keyword]]))

/** Whether nothing in the pattern goes on for ever. */
const ends = (pattern: unknown): boolean =>
  /^\^.*\$$/u.test(String(pattern)) &&
  !/[*+]|\{\d+,\}/u.test(String(pattern).replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]/gu, "x"))

const unbounded = (node: Node, defs: Node, at: string): ReadonlyArray<string> => {
  if (typeof node["$ref"] === "string") {
    const name = node["$ref"].split("/").at(-1) ?? ""
    return nodes(defs[name]).flatMap((found) => unbounded(found, defs, `${at}(${name})`))
  }
  const within = ["anyOf", "oneOf", "allOf"].flatMap((keyword) =>
    nodes(node[keyword]).flatMap((one) => unbounded(one, defs, at))
  )
  const fields = isNode(node["properties"]) ? Object.entries(node["properties"]) : []
  const inside = [
    ...fields.flatMap(([name, field]) => nodes(field).flatMap((one) => unbounded(one, defs, `${at}/${name}`))),
    ...nodes(node["items"]).flatMap((one) => unbounded(one, defs, `${at}[]`)),
    ...nodes(node["prefixItems"]).flatMap((one) => unbounded(one, defs, `${at}[]`))
  ]
  const text =
    node["type"] === "string" &&
    ["maxLength", "enum", "const"].every((keyword) => values(node, keyword).length === 0) &&
    !values(node, "pattern").some(ends)
  const list = node["type"] === "array" && values(node, "maxItems").length === 0
  return [...within, ...inside, ...(text || list ? [at] : [])]
}

const unboundedIn = (input: Schema.Top, at: string): ReadonlyArray<string> => {
  const { definitions, schema } = Schema.toJsonSchemaDocument(input)
  return unbounded(schema as Node, definitions as Node, at)
}

it("SEC-2 every text and every list that goes in has an end", () => {
  assert.deepStrictEqual(
    operationsOf(catalogue).flatMap(({ input, name }) => unboundedIn(input, name)),
    []
  )
  const planted = Schema.Struct({
    text: Schema.String,
    digits: Schema.String.check(Schema.isPattern(/^[0-9]+$/u)),
    list: Schema.Array(Schema.Struct({ word: Schema.String })),
    code: Schema.String.check(Schema.isPattern(/^[A-Z]{3}$/u, { message: "three letters" }))
  })
  assert.deepStrictEqual(unboundedIn(planted, ""), ["/text", "/digits", "/list[]/word", "/list"])
})

const inviting = operationsOf(catalogue).find(({ name }) => name === "accounts.invite")
const invited = (email: string) =>
  Schema.decodeUnknownResult(inviting?.input as Schema.Codec<{ readonly email: string }>)({
    organisation: "01910000-0000-7000-8000-000000000001",
    name: "เพื่อนร่วมงาน",
    email,
    roles: []
  })

it("SEC-1 one e-mail address is one account, however it is typed, and holds nothing that no database keeps", () => {
  assert.strictEqual(Result.getOrThrow(invited("Somchai@Example.GO.TH")).email, "somchai@example.go.th")
  for (const email of ["a\u0000b@example.org", "a\u200b@example.org", `a@b.${"c".repeat(70)}`, "a@b", "a b@c.de"])
    assert.isTrue(Result.isFailure(invited(email)), email)
})

import { assert, describe, it } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import { operationsOf, pureOf } from "@phakhi/domain/engine/Catalogue"
import { nounOf, type Query, verbOf } from "@phakhi/domain/engine/Operation"
import { Arbitrary, Effect, Schema } from "effect"
import type { Io } from "../src/Io.ts"
import { run } from "../src/Program.ts"
import { catalogueFor } from "../src/Questions.ts"

const questions = catalogue.pure.map(({ operation }) => operation)
const lineOf = (query: Query): ReadonlyArray<string> => [nounOf(query), verbOf(query)]

const said = async (args: ReadonlyArray<string>, input: string, from?: typeof catalogue) => {
  let [out, err] = ["", ""]
  const io: Io = {
    out: (chunk) => {
      out += chunk
    },
    err: (chunk) => {
      err += chunk
    },
    env: {},
    columns: undefined,
    watched: false,
    readStdin: () => Promise.resolve(input),
    readFile: () => Promise.reject(new Error("no file is read")),
    openText: () => Promise.reject(new Error("no file is read")),
    askSecret: () => Promise.resolve(null)
  }
  const code = await run(args, io, from === undefined ? {} : { catalogue: from })
  return { code, out, err }
}

describe("a question of the rules loads what answers it and nothing else", () => {
  it.each(questions.map((query) => [query.name, query] as const))("%s", async (_, query) => {
    const small = await catalogueFor(lineOf(query), {})
    assert.isDefined(pureOf(small, query.name))
    assert.isBelow(operationsOf(small).length, operationsOf(catalogue).length / 4)
  })

  it("everything is there for help, for a server, and for whatever is no such question", async () => {
    for (const args of [[], ["rules"], ["missions", "list"], ["models", "choose"], ["rules", "show", "--help"]])
      assert.strictEqual(await catalogueFor(args, {}), catalogue, args.join(" "))
    assert.strictEqual(await catalogueFor(["rules", "list", "--url", "http://localhost"], {}), catalogue)
    assert.strictEqual(await catalogueFor(["rules", "list"], { PHAKHI_URL: "http://localhost" }), catalogue)
  })
})

const inputsOf = async ({ input }: Query): Promise<ReadonlyArray<unknown>> => {
  const schema = input as unknown as Schema.Codec<unknown>
  const values = await Effect.runPromise(
    Arbitrary.sampleEffect(Arbitrary.schema(schema), { count: 4, seed: 2569, maxDiscards: 400 })
  )
  return [...values.map((value) => Schema.encodeSync(schema)(value)), { colour: "red" }]
}

describe("a question of the rules is answered in the same words as with everything loaded", () => {
  it.each(questions.map((query) => [query.name, query] as const))("%s", async (_, query) => {
    for (const input of await inputsOf(query)) {
      const { id, ...rest } = input as { readonly id?: unknown }
      const named = query.name === "rules.show" ? [typeof id === "string" ? id : "PBC-7"] : []
      for (const flags of [[], ["--json"], ["--lang", "en"]]) {
        const args = [...lineOf(query), ...named, "--input", "-", ...flags]
        const text = JSON.stringify(rest)
        assert.deepStrictEqual(await said(args, text), await said(args, text, catalogue), `${args.join(" ")} < ${text}`)
      }
    }
  })
})

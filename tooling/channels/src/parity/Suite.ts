import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import { operationsOf } from "@phakhi/domain/engine/Catalogue"
import { kinds, type RefusalKind } from "@phakhi/domain/kernel/Refusal"
import type { Channel, ChannelName, Said } from "../Channel.ts"
import type { Kind, World } from "../World.ts"
import { type Ground, hear, openGround, stateOf } from "./Comparing.ts"
import { table } from "./Table.ts"

export type Channels = { readonly [C in ChannelName]?: (world: World) => Channel }

const inWords = ({ code: _, ...words }: Said) => words

/** Rule ids, ids of records, e-mails, operations and places in an input are written alike in both languages. */
const written = [
  /\b[A-Z]{3}-\w+(?:-\w+)*(?:\.\d+)?/g,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g,
  /\b[0-9a-f]{64}\b/g,
  /\S+@\S+/g,
  /\b[a-z]+\/[a-z][\w.+-]*/g,
  /\b[a-z-]+\.[a-z-]+\b/g,
  /\/[a-zA-Z/0-9]+/g,
  /\(?\b(?:edits|waivers)\[\d+\]\.\w+\)?/g,
  /\b(?:phakhi --help|Idempotency-Key|If-Match|SLA|MOU|API|once-and-for-all|as|twins|th, en|true|false)\b/g
]
const foreignToThai = /[A-Za-z]{2,}/g
const thai = /[\u0e00-\u0e7f]+/g

/** The words of a sentence that belong to the other language. */
const strayIn = (sentence: string, stray: RegExp): ReadonlyArray<string> =>
  written.reduce((rest, one) => rest.replace(one, ""), sentence).match(stray) ?? []

const declared = new Map<string, ReadonlyArray<string>>(
  operationsOf(catalogue).map(({ name, refusals }) => [name, refusals])
)

const codeFor = (said: Said) => kinds[said.kind as RefusalKind]

const rows = Object.entries(table).flatMap(([tag, of]) => of.map((row) => ({ tag, row })))

/** Holds every row of the table to the same answer in each of the channels. */
export const parity = (kind: Kind, channels: Channels): void => {
  describe(`refusals through ${Object.keys(channels).join(", ")}`, () => {
    let ground: Ground
    beforeAll(async () => {
      ground = await openGround(kind)
    })
    afterAll(() => ground.close())

    for (const { row, tag } of rows.filter(({ row: { heldBy } }) => heldBy === undefined))
      it(`${row.rule} ${tag}: ${row.says}`, async () => {
        let first: Said | undefined
        const asked = row.ask(ground.company, await ground.stage(row.stage))
        if ("operation" in asked)
          assert.include(declared.get(asked.operation) ?? [], tag, "the operation does not say so")
        const before = await stateOf(ground.world)
        for (const [name, channelOf] of Object.entries(channels) as Array<[ChannelName, (world: World) => Channel]>) {
          if (row.except?.[name] !== undefined) continue
          const channel = channelOf(row.busy === true ? ground.busy : ground.world)
          const said = await hear(channel, row, ground)
          first ??= said
          assert.deepStrictEqual([said.tag, said.rule], [tag, row.rule], `${name}: ${said.en}`)
          assert.deepStrictEqual(inWords(said), inWords(first), name)
          const { exitCode, status } = codeFor(said)
          if (said.code !== undefined)
            assert.deepStrictEqual(said.code, "exit" in said.code ? { exit: exitCode } : { status }, name)
        }
        assert.strictEqual(await stateOf(ground.world), before, "something was left behind")
        assert.isDefined(first, "no channel can send it")
        if (first !== undefined) {
          assert.deepStrictEqual(strayIn(first.th, foreignToThai), [], first.th)
          assert.deepStrictEqual(strayIn(first.en, thai), [], first.en)
        }
      })
  })
}

import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import { offeredIn } from "@phakhi/domain/engine/Catalogue"
import type { Operation } from "@phakhi/domain/engine/Operation"
import { compose, latest } from "@phakhi/domain/processes/Composition"
import type { Edit, Overlay } from "@phakhi/domain/processes/Overlay"
import { routeOf } from "@phakhi/domain/rendering/Route"
import { jsonLimit } from "../src/wire/Body.ts"
import { type Busy, openBusyAgency } from "./BusyAgency.ts"
import { type Fitting, largestOf } from "./Largest.ts"
import { longestTurn } from "./Turns.ts"

/**
 * SEC-2: every operation with the largest input that its schema allows, by everybody of a busy agency: no answer is an
 * accident, and none keeps the only thread of the server from the requests of others for long. What is counted is the
 * time that the thread itself has worked, so that a busy machine makes it no longer.
 */

const longest = 200
/** Of an address; Node takes sixteen thousand bytes of a whole head. */
const addressLimit = 12_000
const questionLimit = 200_000
const answerLimit = 4 * jsonLimit

const operations = offeredIn(catalogue)

let busy: Busy

interface Doer {
  readonly by: number
  readonly id: string
}

/** Who may do what on which record now, as the records themselves say. */
let doers: ReadonlyMap<string, ReadonlyArray<Doer>>

interface Shown {
  readonly actions?: ReadonlyArray<{ readonly operation: string; readonly allowed: boolean }>
}

beforeAll(async () => {
  busy = await openBusyAgency()
  const found: Array<Doer & { readonly operation: string }> = []
  for (const query of operations) {
    if (query.type !== "query" || query.reads !== "get") continue
    for (const id of busy.ids.get(query.record ?? "") ?? []) {
      for (const [by, send] of busy.people.entries()) {
        const response = await send("GET", routeOf(query).path.replace("{id}", id))
        const { actions = [] } = (await response.json()) as Shown
        for (const { allowed, operation } of actions) if (allowed) found.push({ operation, by, id })
      }
    }
  }
  doers = Map.groupBy(found, ({ operation }) => operation)
})
afterAll(() => busy.world.close())

const rising = (index: number) => String(index + 1)
const plan: Fitting = {
  "indicators/shape": () => "FiveLevel",
  "indicators/weight": () => 200,
  "indicators/levels/value": rising,
  "indicators/levels/text": () => undefined,
  "indicators/belowBase": () => undefined,
  "indicators/direction": () => "up"
}

/** What makes an input right where its fields depend on each other: then it is not only read, but decided. */
const fitting: { readonly [operation: string]: Fitting } = {
  "plans.adopt": plan,
  "plans.revise": plan,
  "agreements.propose-amendment": plan,
  "kpi.score": {
    "indicators/scale": () => ({ _tag: "FiveLevel", levels: ["1", "2", "3", "4", "5"] }),
    "indicators/weight": () => 20,
    "indicators/direction": () => "up"
  },
  "process.diagram": { way: () => "call" }
}

const edits = 50

/** Overlays that ask for the most work: as many steps as there can be, side by side or each waiting for all others. */
const overlays = (): ReadonlyArray<Overlay> => {
  const { steps } = compose({ collaboration: latest("collaboration"), model: latest("grant"), way: "call" })
  const known = steps.map(({ key }) => key)
  const label = { th: "ขั้นตอน" }
  const step = { rule: "PRO-1", label, lane: "owner", skip: "never" } as const
  const acts = ["disbursement", "evaluation-accepted"] as const
  const acting = (act: (index: number) => (typeof acts)[number]): ReadonlyArray<Edit> =>
    Array.from({ length: edits }, (_, index) => ({
      _tag: "AddStep",
      before: ["MON-6a"],
      step: { ...step, id: `X${index}`, after: ["COL-6b"], completion: { by: "act", act: act(index) } }
    }))
  const names = Array.from({ length: edits }, (_, index) => `X${index}`)
  const woven: ReadonlyArray<Edit> = names.map((id, index) => {
    const others = [...names.slice(0, index), ...known].slice(0, edits)
    const completion = { by: "record", facts: [] } as const
    return { _tag: "AddStep", before: others, step: { ...step, id, after: others, apart: others, completion } }
  })
  return [acting(() => "disbursement"), acting((index) => acts[index % 2] ?? "disbursement"), woven].map((edits) => ({
    title: label,
    model: "grant",
    edits: [...edits],
    waivers: []
  }))
}

const asQuery = (input: unknown): string =>
  new URLSearchParams(
    Object.entries(input as object).map(([name, value]): [string, string] => [
      name,
      typeof value === "string" ? value : JSON.stringify(value)
    ])
  ).toString()

const inputsOf = (operation: Operation): ReadonlyArray<unknown> => {
  const isAddress = routeOf(operation).method === "GET"
  const limit = isAddress ? addressLimit : operation.type === "command" ? jsonLimit : questionLimit
  const size = (input: unknown) => Buffer.byteLength(isAddress ? asQuery(input) : JSON.stringify(input))
  const referred = (record: string, index: number) => {
    const known = busy.ids.get(record) ?? []
    return known[index % known.length]
  }
  const fits = (input: unknown) => size(input) <= limit
  const largest = largestOf(operation.input, { fits, referred })
  const own = fitting[operation.name]
  const right = own === undefined ? [] : [largestOf(operation.input, { fits, referred, fitting: own })]
  const adapted =
    typeof largest === "object" && largest !== null && "overlay" in largest && operation.record !== "partnership"
      ? overlays().map((overlay) => ({
          ...largest,
          ...(own?.["way"] === undefined ? {} : { model: "grant", way: "call" }),
          overlay
        }))
      : []
  return [largest, ...right, ...adapted]
}

/** Accounts last: whoever is locked or ended can ask nothing any more. */
const inOrder = operations.toSorted((a, b) => Number(a.record === "account") - Number(b.record === "account"))

describe.each(inOrder.map((operation) => [operation.name, operation] as const))("the largest %s", (_, operation) => {
  it("SEC-2 is answered as any other, and keeps nobody waiting", async () => {
    const { method, path } = routeOf(operation)
    const [known = "none"] = busy.ids.get(operation.record ?? "") ?? []
    const everybody = busy.people.map((_, by) => ({ by, id: known }))
    for (const input of inputsOf(operation)) {
      const text = JSON.stringify(input)
      for (const { by, id } of [...(doers.get(operation.name) ?? []).slice(0, 2), ...everybody]) {
        const named = busy.ids.has(operation.record ?? "") ? id : (input as { readonly id?: string }).id
        const target = path.replace("{id}", encodeURIComponent(named ?? id))
        const send = busy.people[by]!
        const ask = () =>
          method === "GET"
            ? send(method, `${target}?${asQuery(input)}`)
            : send(method, target, text, { "if-match": "*" })
        const { answer, millis } = await longestTurn(ask)
        const body = await answer.text()
        const told = `${operation.name} ${text.slice(0, 300)} answered ${answer.status} ${body.slice(0, 300)}`
        assert.isBelow(answer.status, 500, told)
        assert.isAtMost(body.length, answerLimit, told)
        assert.isAtMost(millis, longest, told)
      }
    }
  })
})

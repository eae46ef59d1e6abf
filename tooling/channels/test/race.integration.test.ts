import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { kinds } from "@phakhi/domain/kernel/Refusal"
import type { Said } from "../src/Channel.ts"
import { api } from "../src/channels/Api.ts"
import { library } from "../src/channels/Library.ts"
import { directAdmission } from "../src/journeys/Admission.ts"
import { baht, type Cast, gather } from "../src/journeys/Cast.ts"
import { handOf } from "../src/journeys/Hand.ts"
import { giveMandates, partnership } from "../src/journeys/Partnership.ts"
import { openWorld, type World } from "../src/World.ts"

const racers = 200
/** More than this often nobody is turned away for being early. */
const rounds = 60

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld("postgres")
  const act = handOf(library(world))
  cast = await gather(act, directAdmission(world))
  await giveMandates(act, cast)
})
afterAll(() => world.close())

interface Disbursement {
  readonly _tag: string
  readonly amount: { readonly amount: string }
}

const satang = (amount: string): bigint => BigInt(amount.replace(".", ""))

const preparedIn = async (id: string): Promise<bigint> => {
  const shown = await api(world).send({ person: cast.finance, operation: "partnerships.get", id })
  assert.isTrue(shown._tag === "Answered")
  const { funding } = (shown._tag === "Answered" ? shown.answer.data : {}) as {
    readonly funding: { readonly disbursements: ReadonlyArray<Disbursement> }
  }
  return funding.disbursements.reduce((sum, { amount }) => sum + satang(amount.amount), 0n)
}

interface Run {
  readonly admitted: number
  readonly busy: number
  readonly refused: ReadonlyArray<Said>
}

/** Everybody at once; those who meet a busy store come again together, after all have their answer. */
const race = async (id: string, amount: string): Promise<Run> => {
  const prepare = () =>
    api(world).send({
      person: cast.finance,
      operation: "disbursements.prepare",
      id,
      seen: "unseen",
      input: { tranche: 1, amount: baht(amount), again: true }
    })
  const refused: Array<Said> = []
  let admitted = 0
  let busy = 0
  let waiting = racers
  for (let round = 1; waiting > 0; round++) {
    if (round > rounds) throw new Error(`still busy after ${rounds} rounds`)
    const outcomes = await Promise.all(Array.from({ length: waiting }, prepare))
    waiting = 0
    for (const outcome of outcomes) {
      if (outcome._tag === "Answered") admitted += 1
      else if (outcome.said.tag !== "StoreBusy") refused.push(outcome.said)
      else {
        assert.deepStrictEqual(outcome.said.code, { status: kinds.busy.status })
        waiting += 1
      }
    }
    busy += waiting
  }
  return { admitted, busy, refused }
}

it("MON-2 two hundred disbursements at once never exceed the tranche, and the domain refuses the rest", async () => {
  const { id } = await partnership(handOf(library(world)), cast, { model: "contracting" }, "funded")
  const { admitted, busy, refused } = await race(id, "7000.00")
  console.info(`tranche: ${admitted} admitted, ${refused.length} refused, ${busy} times busy`)
  assert.deepStrictEqual([admitted, refused.length], [71, 129])
  for (const said of refused)
    assert.deepStrictEqual([said.tag, said.rule, said.code], ["TrancheExceeded", "MON-2", { status: 422 }])
  assert.strictEqual(await preparedIn(id), 71n * 700_000n)
})

it("MON-2 two hundred disbursements at once never exceed the commitment", async () => {
  const committed = "300000.00"
  const { id } = await partnership(handOf(library(world)), cast, { model: "contracting", committed }, "funded")
  const { admitted, busy, refused } = await race(id, "7000.00")
  console.info(`commitment: ${admitted} admitted, ${refused.length} refused, ${busy} times busy`)
  assert.deepStrictEqual([admitted, refused.length], [42, 158])
  for (const said of refused)
    assert.deepStrictEqual([said.tag, said.rule, said.code], ["CeilingExceeded", "MON-2", { status: 422 }])
  assert.strictEqual(await preparedIn(id), 42n * 700_000n)
})

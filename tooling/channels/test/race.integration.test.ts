import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { kinds } from "@phakhi/domain/kernel/Refusal"
import type { Said } from "../src/Channel.ts"
import { api } from "../src/channels/Api.ts"
import { library } from "../src/channels/Library.ts"
import { baht, type Cast, gather } from "../src/journeys/Cast.ts"
import { backDoor } from "../src/journeys/Doors.ts"
import { handOf } from "../src/journeys/Hand.ts"
import { giveMandates, partnership } from "../src/journeys/Partnership.ts"
import { openWorld, type World } from "../src/World.ts"

const racers = 200
/** More than this often nobody is turned away for being early. */
const patience = 60

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld("postgres")
  const act = handOf(library(world))
  cast = await gather(act, backDoor(world))
  await giveMandates(act, cast)
}, 60_000)
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

/** Everybody at once; whoever meets a busy store comes again, as the answer asks. */
const race = async (id: string, amount: string): Promise<Run> => {
  const { finance } = cast
  let busy = 0
  const run = async (): Promise<Said | undefined> => {
    for (let attempt = 1; attempt <= patience; attempt++) {
      const outcome = await api(world).send({
        person: finance,
        operation: "disbursements.prepare",
        id,
        seen: "unseen",
        input: { tranche: 1, amount: baht(amount) }
      })
      if (outcome._tag === "Answered") return undefined
      if (outcome.said.tag !== "StoreBusy") return outcome.said
      assert.deepStrictEqual(outcome.said.code, { status: kinds.busy.status })
      busy += 1
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 80))
    }
    throw new Error(`still busy after ${patience} attempts`)
  }
  const ended = await Promise.all(Array.from({ length: racers }, run))
  const refused = ended.filter((said) => said !== undefined)
  return { admitted: racers - refused.length, busy, refused }
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

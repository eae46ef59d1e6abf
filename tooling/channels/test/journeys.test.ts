import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import type { Channel } from "../src/Channel.ts"
import { api } from "../src/channels/Api.ts"
import { cli, cliThroughServer } from "../src/channels/Cli.ts"
import { library } from "../src/channels/Library.ts"
import { type Admission, apiAdmission, directAdmission, serverAdmission } from "../src/journeys/Admission.ts"
import { type Cast, gather } from "../src/journeys/Cast.ts"
import { handOf } from "../src/journeys/Hand.ts"
import { giveMandates, inRounds, partnership } from "../src/journeys/Partnership.ts"
import { openWorld, type World } from "../src/World.ts"

const standing = ({ data }: { readonly data: unknown }) =>
  (data as { readonly standing: { readonly _tag: string } }).standing._tag
const paid = ({ data }: { readonly data: unknown }) =>
  (data as { readonly funding: { readonly disbursements: ReadonlyArray<unknown> } }).funding.disbursements.length

const ways: ReadonlyArray<readonly [string, (world: World) => Channel, (world: World) => Admission]> = [
  ["the library", library, directAdmission],
  ["the API", api, apiAdmission],
  ["the command line", (world) => cli(world, true), directAdmission],
  ["the command line through the server", (world) => cliThroughServer(world, true), serverAdmission]
]

for (const [name, channelOf, doorOf] of ways) {
  describe(`by ${name} alone, on a fresh store`, () => {
    let world: World
    let cast: Cast
    beforeAll(async () => {
      world = await openWorld()
      const act = handOf(channelOf(world))
      cast = await gather(act, doorOf(world))
      await giveMandates(act, cast)
    })
    afterAll(() => world.close())

    for (const model of ["contracting", "grant", "commissioning"] as const)
      it(`COL-1…MON-6 a new mission comes to a closed account by ${model}`, async () => {
        const { shown } = await partnership(handOf(channelOf(world)), cast, { model })
        assert.strictEqual(standing(shown), "Closed")
      })

    it("PRO-1, PBC-7 an adapted process with three rounds pays four tranches on three accepted evaluations", async () => {
      const act = handOf(channelOf(world))
      const process = await inRounds(act, cast, 3)
      const { shown } = await partnership(act, cast, { model: "contracting", rounds: 3, process })
      assert.deepStrictEqual([standing(shown), paid(shown)], ["Closed", 4])
    })
  })
}

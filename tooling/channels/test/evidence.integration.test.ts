import { it } from "@effect/vitest"
import { givenFiles } from "../src/journeys/Giving.ts"
import { readAcross } from "../src/journeys/Reading.ts"
import { openWorld } from "../src/World.ts"

it("PRT-5b a file is read by the public where it is published, as long as it is, and nowhere else", async () => {
  const world = await openWorld("postgres")
  await readAcross(world)
  await world.close()
})

it("SEC-1 a record is given only a file that its giver uploaded or already sees", async () => {
  const world = await openWorld("postgres")
  await givenFiles(world)
  await world.close()
})

import { it } from "@effect/vitest"
import { openWorld } from "./World.ts"
import { walk } from "./walk.ts"

it("PRT-5 a visitor finds nowhere what is withheld, and everything that is public by default", async () => {
  const world = await openWorld({}, "postgres")
  await walk(world)
  await world.close()
})

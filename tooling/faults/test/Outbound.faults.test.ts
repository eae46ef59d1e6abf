import { freshDatabase } from "@phakhi/testing/Database"
import { assert, it } from "vitest"
import { chance, seed } from "../src/Chance.ts"
import type { Place } from "../src/Filled.ts"
import { inFolder } from "../src/Folder.ts"
import { sendUnderKills } from "../src/Sending.ts"

/** Ten minutes for a long look: `PHAKHI_SENDING_SECONDS=600 npx -y pnpm@12 test:faults Outbound`. */
const seconds = Number(process.env["PHAKHI_SENDING_SECONDS"] ?? 20)

const timeout = (seconds + 120) * 1000

const nothingLost = async (name: string, place: Place) => {
  console.info(`${name}: seed ${seed}, ${seconds} seconds`)
  const end = performance.now() + seconds * 1000
  const { failed, gaps, happened, kills, lost, phantoms, repeated, split, ticks } = await sendUnderKills({
    ...place,
    chance: chance(name),
    goesOn: (done) => done === 0 || performance.now() < end
  })
  assert.deepStrictEqual(
    { lost, phantoms, split, gaps, failed },
    { lost: [], phantoms: [], split: [], gaps: [], failed: 0 }
  )
  assert.isAbove(kills, 0)
  assert.isAbove(happened, 0)
  assert.isAbove(ticks, 0)
  console.info(
    `${name}: ${kills} kills, ${happened} acts with a mail and a webhook each, ${ticks} reminders: 0 lost, 0 after a rollback; ${repeated} arrived more than once`
  )
}

it(
  "two processes on one PostgreSQL, killed again and again, tell everything that happened and nothing else, and miss no slot",
  { timeout },
  () =>
    inFolder(async (folder) => {
      await using database = await freshDatabase()
      await nothingLost("postgres", { folder, databaseUrl: database.url })
    })
)

it(
  "a process on a folder, killed again and again, tells everything that happened and nothing else, and misses no slot",
  { timeout },
  () => inFolder((folder) => nothingLost("folder", { folder }))
)

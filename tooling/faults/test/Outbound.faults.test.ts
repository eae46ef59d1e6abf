import { freshDatabase } from "@phakhi/testing/Database"
import { assert, it } from "vitest"
import { chance, seed } from "../src/Chance.ts"
import { inFolder } from "../src/Folder.ts"
import { sendUnderKills } from "../src/Sending.ts"

/** Ten minutes for a long look: `PHAKHI_SENDING_SECONDS=600 npx -y pnpm@12 test:faults Outbound`. */
const seconds = Number(process.env["PHAKHI_SENDING_SECONDS"] ?? 20)

it(
  "two processes on one database, killed again and again, tell everything that happened and nothing else, and miss no slot",
  { timeout: (seconds + 120) * 1000 },
  () =>
    inFolder(async (folder) => {
      console.info(`outbound: seed ${seed}, ${seconds} seconds`)
      await using database = await freshDatabase()
      const end = performance.now() + seconds * 1000
      const { failed, gaps, happened, kills, lost, phantoms, repeated, split, ticks } = await sendUnderKills({
        databaseUrl: database.url,
        folder,
        chance: chance("outbound"),
        goesOn: () => performance.now() < end
      })
      assert.deepStrictEqual(
        { lost, phantoms, split, gaps, failed },
        { lost: [], phantoms: [], split: [], gaps: [], failed: 0 }
      )
      assert.isAbove(kills, 1)
      assert.isAbove(happened, 0)
      assert.isAbove(ticks, 1)
      console.info(
        `outbound: ${kills} kills, ${happened} acts with a mail and a webhook each, ${ticks} reminders: 0 lost, 0 after a rollback; ${repeated} arrived more than once`
      )
    })
)

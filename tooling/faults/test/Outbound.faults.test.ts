import { freshDatabase } from "@phakhi/testing/Database"
import { assert, it } from "vitest"
import { chance, seed } from "../src/Chance.ts"
import type { Place } from "../src/Filled.ts"
import { inFolder } from "../src/Folder.ts"
import { sendUnderKills } from "../src/Sending.ts"

/** Ten minutes for a long look: `PHAKHI_SENDING_SECONDS=600 npx -y pnpm@12 test:faults Outbound`. */
const seconds = Number(process.env["PHAKHI_SENDING_SECONDS"] ?? 20)

const timeout = (seconds + 600) * 1000

const nothingLost = async (name: string, place: Place) => {
  console.info(`${name}: seed ${seed}, ${seconds} seconds`)
  const end = performance.now() + seconds * 1000
  const { checked, kills, told, verified, work } = await sendUnderKills({
    ...place,
    chance: chance(name),
    goesOn: (done) => done === 0 || performance.now() < end
  })
  const { acts, double, failed, gaps, lapses, lost, mails, notices, phantoms, reminders, repeated, ticks, webhooks } =
    told
  console.info(
    `${name}: ${kills} kills, ${work.acknowledged.length} acts acknowledged (${work.sentAgain} sent again), ${acts} events, ` +
      `${notices} notices, ${reminders} reminders, ${lapses} lapses, ${ticks} runs of the clock, ${mails} mails, ` +
      `${webhooks} webhooks: ${lost.length} lost, ${phantoms.length} of nothing that happened, ${double.length} double; ` +
      `${repeated} arrived again under the same id`
  )
  assert.deepStrictEqual(
    { lost, phantoms, double, gaps, failed, unexpected: work.unexpected },
    { lost: [], phantoms: [], double: [], gaps: [], failed: [], unexpected: [] }
  )
  assert.deepStrictEqual([checked.lost, checked.halfDone, checked.report.findings], [[], [], []])
  assert.strictEqual(verified.code, 0, verified.said)
  for (const [what, count] of Object.entries({ kills, acts, notices, reminders, lapses, ticks, mails, webhooks }))
    assert.isAbove(count, 0, what)
}

it(
  "two servers on one PostgreSQL, killed again and again, remind, mail and tell of everything once, and of nothing else",
  {
    timeout
  },
  () =>
    inFolder(async (folder) => {
      await using database = await freshDatabase()
      await nothingLost("postgres", { folder, databaseUrl: database.url })
    })
)

it(
  "a server on a folder, killed again and again, reminds, mails and tells of everything once, and of nothing else",
  {
    timeout
  },
  () => inFolder((folder) => nothingLost("folder", { folder }))
)

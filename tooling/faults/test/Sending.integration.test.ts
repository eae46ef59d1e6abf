import { freshDatabase } from "@phakhi/testing/Database"
import { assert, it } from "vitest"
import { chance } from "../src/Chance.ts"
import { inFolder } from "../src/Folder.ts"
import { sendUnderKills } from "../src/Sending.ts"

it("two processes on one database, killed twice, tell everything that happened and nothing else", () =>
  inFolder(async (folder) => {
    await using database = await freshDatabase()
    const { failed, gaps, happened, lost, phantoms, split } = await sendUnderKills({
      databaseUrl: database.url,
      folder,
      chance: chance("sending"),
      goesOn: (kills) => kills < 2
    })
    assert.isAbove(happened, 0)
    assert.deepStrictEqual(
      { lost, phantoms, split, gaps, failed },
      { lost: [], phantoms: [], split: [], gaps: [], failed: 0 }
    )
  }))

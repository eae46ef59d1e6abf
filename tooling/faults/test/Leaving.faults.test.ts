import { freshDatabase } from "@phakhi/testing/Database"
import { assert, it } from "vitest"
import { pause, startApi } from "../src/ApiProcess.ts"
import { chance, seed } from "../src/Chance.ts"
import { check } from "../src/Checked.ts"
import { fillPlace, type Place } from "../src/Filled.ts"
import { inFolder } from "../src/Folder.ts"
import { answeredUntilClosed } from "../src/RawClients.ts"
import { writeUntil } from "../src/Writers.ts"

const leaveUnderLoad = async (name: string, place: Place) => {
  console.info(`${name}: seed ${seed}`)
  const filled = await fillPlace(place, [{ name: "grant", value: "1000000" }])
  const api = await startApi(place)
  try {
    let over = false
    const first = Promise.withResolvers<void>()
    const burst = writeUntil(api.url, filled, chance(name), { stopped: () => over, onAcknowledged: first.resolve })
    const readers = answeredUntilClosed(api.port, {
      path: "/v1/organisations",
      clients: 16,
      authorization: filled.keys.officer
    })
    await Promise.race([first.promise, api.gone])
    await pause(500)
    const began = performance.now()
    const { code, signal } = await api.kill("SIGTERM")
    const millis = performance.now() - began
    over = true
    const { acknowledged, unanswered, unexpected } = await burst
    const { answered, broken } = await readers
    assert.deepStrictEqual([code, signal], [0, null], api.said())
    assert.isAbove(acknowledged.length, 0, "nothing was written")
    assert.isAbove(answered, 0, "nothing was read")
    assert.deepStrictEqual(unexpected, [])
    assert.strictEqual(broken, 0, "a request that was taken in was not answered")
    const unansweredKeys = unanswered.map(({ key }) => key)
    const { doneUnanswered, halfDone, lost, report } = await check(place, acknowledged, { unanswered: unansweredKeys })
    assert.deepStrictEqual(doneUnanswered, [], "carried out, and never answered")
    assert.deepStrictEqual([lost, halfDone, report.findings], [[], [], []])
    console.info(
      `${name}: left in ${Math.round(millis)} ms; ${acknowledged.length} writes and ${answered} reads answered, none cut off`
    )
  } finally {
    await api.kill("SIGKILL")
  }
}

it("SIGTERM under load: whatever was accepted is answered, and the server ends with 0, in a folder", () =>
  inFolder((folder) => leaveUnderLoad("folder", { folder })))

it("SIGTERM under load: whatever was accepted is answered, and the server ends with 0, on PostgreSQL", () =>
  inFolder(async (folder) => {
    await using database = await freshDatabase()
    await leaveUnderLoad("postgres", { folder, databaseUrl: database.url })
  }))

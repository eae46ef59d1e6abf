import { freshDatabase } from "@phakhi/testing/Database"
import { assert, it } from "vitest"
import { pause, startApi } from "../src/ApiProcess.ts"
import { chance, seed } from "../src/Chance.ts"
import { type Acknowledged, check } from "../src/Checked.ts"
import { fillPlace, type Place } from "../src/Filled.ts"
import { inFolder } from "../src/Folder.ts"
import { isRace, type Sent, send, writeUntil } from "../src/Writers.ts"

const rounds = 20
const grants = Array.from({ length: 8 }, (_, index) => ({ name: `grant-${index}`, value: "1000000" }))

interface Lasting {
  readonly place: Place
  /** After which rounds everything is read again; the last is always among them. */
  readonly checked: (round: number) => boolean
}

const killAgainAndAgain = async (name: string, { checked, place }: Lasting) => {
  console.info(`${name}: seed ${seed}`)
  const random = chance(name)
  const filled = await fillPlace(place, grants)
  const acknowledged: Array<Acknowledged> = []
  let unanswered: ReadonlyArray<Sent> = []
  let repeated = 0
  const starts: Array<number> = []
  for (let round = 1; round <= rounds; round++) {
    const api = await startApi(place)
    starts.push(api.startMillis)
    try {
      // What the last kill cut off is sent again: done before or not, it is answered, and has happened once.
      const again = async (sent: Sent) => {
        const response = await send(api.url, filled, sent)
        const body = (await response.json()) as Acknowledged
        if (isRace(sent.operation, response.status)) return
        assert.isTrue(response.ok, `${sent.operation} again: ${JSON.stringify(body)}`)
        acknowledged.push({ key: sent.key, record: body.record, id: body.id, version: body.version })
        repeated++
      }
      await Promise.all(unanswered.map(again))
      let over = false
      const first = Promise.withResolvers<void>()
      const burst = writeUntil(api.url, filled, random, { stopped: () => over, onAcknowledged: first.resolve })
      await Promise.race([first.promise, api.gone])
      await pause(200 + random.below(400))
      const { signal } = await api.kill("SIGKILL")
      over = true
      const written = await burst
      assert.strictEqual(signal, "SIGKILL", "the server was killed")
      assert.deepStrictEqual(written.unexpected, [])
      assert.isAbove(written.acknowledged.length, 0, `nothing was written in round ${round}`)
      acknowledged.push(...written.acknowledged)
      unanswered = written.unanswered
    } finally {
      await api.kill("SIGKILL")
    }
    if (!checked(round) && round < rounds) continue
    const { halfDone, lost, report } = await check(place, acknowledged)
    assert.deepStrictEqual(lost, [], `acknowledged and lost by round ${round}`)
    assert.deepStrictEqual(halfDone, [], `half done by round ${round}`)
    assert.deepStrictEqual(report.findings, [], `found by round ${round}`)
    assert.isTrue(report.sound)
  }
  const middle = Math.round(starts.toSorted((a, b) => a - b)[rounds / 2] ?? 0)
  const slowest = Math.round(Math.max(...starts))
  console.info(
    `${name}: ${rounds} kills, ${acknowledged.length} acknowledged writes, 0 lost; ${repeated} sent again; ` +
      `starts in ${middle} ms, at most ${slowest} ms`
  )
}

it.concurrent("kill -9 of the server under 32-way writes loses nothing acknowledged and leaves nothing half done in a folder", () =>
  inFolder((folder) => killAgainAndAgain("folder", { place: { folder }, checked: (round) => round % 5 === 0 })))

it.concurrent("kill -9 of the server under 32-way writes loses nothing acknowledged and leaves nothing half done on PostgreSQL", () =>
  inFolder(async (folder) => {
    await using database = await freshDatabase()
    await killAgainAndAgain("postgres", {
      place: { folder, databaseUrl: database.url },
      checked: (round) => round % 2 === 0
    })
  }))

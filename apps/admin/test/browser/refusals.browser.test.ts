import { fileURLToPath } from "node:url"
import type { Person } from "@phakhi/channels/Channel"
import { api } from "@phakhi/channels/channels/Api"
import { withPassword } from "@phakhi/channels/journeys/Doors"
import { type Ground, hear, openGround, stateOf } from "@phakhi/channels/parity/Comparing"
import type { Asked, Row } from "@phakhi/channels/parity/Row"
import { type Table, table } from "@phakhi/channels/parity/Table"
import type { Fault } from "@phakhi/domain/kernel/Refusal"
import { type Browser, openBrowser, openPage, type Page } from "@phakhi/testing/Browser"
import { freePort } from "@phakhi/testing/Port"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { drive } from "./Driver.ts"
import { become, demoPassword, maxRetries } from "./Server.ts"

const adminFolder = fileURLToPath(new URL("../../dist", import.meta.url))

const rows = Object.entries(table as Table).flatMap(([tag, of]) => of.map((row: Row) => ({ tag, row })))

let ground: Ground
let browser: Browser
const pages = new Map<string, Page>()

beforeAll(async () => {
  const site = { adminFolder, port: await freePort() }
  ;[ground, browser] = await Promise.all([openGround("memory", site), openBrowser()])
  // Built beforehand, so that nothing changes any more under the open pages.
  for (const { row } of rows) await ground.stage(row.stage)
})

afterAll(async () => {
  await browser.close()
  await ground.close()
})

/** Everyone signs in with a password, as people do. */
const pageOf = async (person: Person): Promise<Page> => {
  const { account } = person.actor
  const found = pages.get(account)
  if (found !== undefined) return found
  const page = await openPage(browser)
  await become(page, ground.world.origin, await withPassword(ground.world, person, demoPassword))
  pages.set(account, page)
  return page
}

const personOf = (asked: Asked): Person | null => ("twins" in asked ? asked.twins.person : asked.person)

/** What is written goes to the same world, whose store is busy. */
const divert = async (page: Page): Promise<void> => {
  await page.route(`${ground.world.origin}/v1/**`, async (route) => {
    const request = route.request()
    if (request.method() !== "POST") return route.fallback()
    const url = request.url().replace(ground.world.origin, ground.busy.url)
    return route.fulfill({ response: await route.fetch({ url, maxRetries }) })
  })
}

const placesIn = (problems: unknown): ReadonlyArray<string> =>
  (problems as ReadonlyArray<Fault>).map(({ pointer }) => pointer)

describe("refusals on the screens", () => {
  for (const { row, tag } of rows)
    it(`${row.rule} ${tag}: ${row.says}`, async () => {
      const { busy, company, stage, world } = ground
      const asked = row.ask(company, await stage(row.stage))
      const person = personOf(asked)
      const said = await hear(api(row.busy === true ? busy : world), row, ground)
      const page = person === null ? await openPage(browser) : await pageOf(person)
      if (row.busy === true) await divert(page)
      const before = await stateOf(world)
      const heard = await drive(page, world.origin, asked)
      expect(await stateOf(world)).toBe(before)
      if (row.except?.admin !== undefined) return expect(heard).toMatchObject({ _tag: "NoWay" })
      if (heard._tag === "Marked" && row.malformed === true) {
        const named = placesIn(said.facts["problems"])
        expect(heard.fields.length).toBeGreaterThan(0)
        for (const place of heard.fields)
          expect(named.some((other) => place.startsWith(other) || other.startsWith(place))).toBe(true)
        return
      }
      expect(heard).toEqual({ _tag: "Shown", tag, rule: row.rule, th: said.th, en: said.en })
    })
})

import { fileURLToPath } from "node:url"
import type { Person, Said } from "@phakhi/channels/Channel"
import { api } from "@phakhi/channels/channels/Api"
import { type Ground, hear, openGround, stateOf } from "@phakhi/channels/parity/Comparing"
import type { Asked, Row } from "@phakhi/channels/parity/Row"
import { table } from "@phakhi/channels/parity/Table"
import type { Fault } from "@phakhi/domain/kernel/Refusal"
import { type Browser, openBrowser, openPage, type Page, type PageOptions } from "@phakhi/testing/Browser"
import { freePort } from "@phakhi/testing/Port"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { drive } from "./Driver.ts"
import { become, maxRetries } from "./Server.ts"

const adminFolder = fileURLToPath(new URL("../../dist", import.meta.url))

const rows = Object.entries(table)
  .flatMap(([tag, of]) => of.map((row) => ({ tag, row })))
  .filter(({ row }) => row.byKey !== true && row.heldBy === undefined)

let ground: Ground
let browser: Browser
/** Everything that is kept, once the API has refused every row. */
let kept: string
const said = new Map<Row, Said>()
type Session = NonNullable<PageOptions["storageState"]>
const sessions = new Map<string, Session>()
/** Pages that nobody uses at the moment, by whose they are. */
const idle = new Map<string, Array<Page>>()

beforeAll(async () => {
  const site = { adminFolder, port: await freePort() }
  ;[ground, browser] = await Promise.all([openGround("memory", site), openBrowser()])
  // Built and asked beforehand, so that nothing changes any more under the open pages.
  for (const { row } of rows) {
    const person = personOf(row.ask(ground.company, await ground.stage(row.stage)))
    if (person !== null && !sessions.has(person.actor.account)) await signIn(person)
    said.set(row, await hear(api(row.busy === true ? ground.busy : ground.world), row, ground))
  }
  kept = await stateOf(ground.world)
})

afterAll(async () => {
  await browser.close()
  await ground.close()
})

/** Everyone signs in with a password, as people do, and once: cookies are taken along to each further page. */
const signIn = async (person: Person): Promise<void> => {
  if (person.login === undefined) throw new Error(`${person.actor.account} has a key alone`)
  const { email, password } = await person.login()
  const page = await openPage(browser)
  await become(page, ground.world.origin, email, password)
  sessions.set(person.actor.account, await page.context().storageState())
  await page.context().close()
}

/** A page of this person that no other test uses meanwhile. */
const takePage = async (person: Person | null): Promise<Page> => {
  const account = person?.actor.account ?? ""
  const storageState = sessions.get(account)
  const before = idle.get(account)?.pop()
  if (before !== undefined) return before
  const page = await openPage(browser, storageState === undefined ? {} : { storageState })
  // Rows of one person on one record would find each other's drafts, and a draft is stored.
  const draft = { draft: null, keptAt: "2026-11-21T00:00:00.000Z" }
  await page.context().route(/\/v1\/drafts\//u, (route) => route.fulfill({ json: draft }))
  return page
}

const giveBack = (person: Person | null, page: Page): void => {
  const account = person?.actor.account ?? ""
  idle.set(account, [...(idle.get(account) ?? []), page])
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

/** Drives a row on the screens, and holds what is read there to what the API said. */
const hold = async (tag: string, row: Row): Promise<void> => {
  const { company, stage, world } = ground
  const asked = row.ask(company, await stage(row.stage))
  const person = personOf(asked)
  const page = await takePage(person)
  if (row.busy === true) await divert(page)
  const heard = await drive(page, world.origin, asked)
  giveBack(person, page)
  if (row.except?.admin !== undefined) return expect(heard).toMatchObject({ _tag: "NoWay" })
  const api = said.get(row)
  if (heard._tag === "Marked" && row.malformed === true) {
    const named = placesIn(api?.facts["problems"])
    expect(heard.fields.length).toBeGreaterThan(0)
    for (const place of heard.fields)
      expect(named.some((other) => place.startsWith(other) || other.startsWith(place))).toBe(true)
    return
  }
  expect(heard).toEqual({ _tag: "Shown", tag, rule: row.rule, th: api?.th, en: api?.en })
}

const isBusy = ({ row }: (typeof rows)[number]): boolean => row.busy === true

describe.concurrent("refusals on the screens", () => {
  for (const { row, tag } of rows.filter((one) => !isBusy(one)))
    it(`${row.rule} ${tag}: ${row.says}`, () => hold(tag, row))
})

// Alone: commands on one record wait in one queue, and whoever waits with this one would find the store busy too.
describe("refusals of a busy store on the screens", () => {
  for (const { row, tag } of rows.filter(isBusy)) it(`${row.rule} ${tag}: ${row.says}`, () => hold(tag, row))
})

it("SEC-2 nothing of all this was stored", async () => {
  expect(await stateOf(ground.world)).toBe(kept)
})

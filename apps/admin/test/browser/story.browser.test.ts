import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { catalogue } from "@phakhi/domain/catalogue"
import { commandsOf } from "@phakhi/domain/engine/Catalogue"
import type { Command } from "@phakhi/domain/engine/Operation"
import { fieldsOf } from "@phakhi/domain/kernel/Field"
import { ofDate } from "@phakhi/domain/kernel/FiscalYear"
import { addDays, bangkokDay, Instant, IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import { openPage, type Page } from "@phakhi/testing"
import { afterAll, beforeAll, expect, it } from "vitest"
import { titleIn } from "../../src/records/Title.ts"
import { buttonFor, pathOf, pluralOf } from "./Buttons.ts"
import { fill } from "./Filling.ts"
import { become, listOf, settled, viewOf } from "./Server.ts"
import { closeStage, openStage, stage } from "./Stage.ts"
import "./Links.ts"

interface Line {
  readonly id: string
  readonly op: string
  readonly as: string
  readonly on?: string
  readonly input: { readonly [name: string]: unknown }
}

const linesOf = (file: string): ReadonlyArray<Line> =>
  readFileSync(fileURLToPath(new URL(`../../../../demo/${file}`, import.meta.url)), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line)

const pages = new Map<string, Page>()
/** What each line made or changed, by its id; at first what the demonstration holds already. */
const known = new Map<string, { readonly id: string; readonly data?: unknown }>()

const emails = new Map<string, string>(
  linesOf("01-organisations-and-people.ndjson").flatMap(({ id, input, op }) =>
    op === "accounts.invite" ? [[`$${id}`, String(input["email"])] as const] : []
  )
)

const pageOf = async (as: string): Promise<Page> => {
  const found = pages.get(as)
  if (found !== undefined) return found
  const page = await openPage(stage().browser)
  await become(page, stage().server.origin, emails.get(as) ?? as)
  pages.set(as, page)
  return page
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null

const resolve = (value: unknown): unknown => {
  if (typeof value === "string" && value.startsWith("$")) {
    const [name = "", ...path] = value.slice(1).split(".")
    const found: unknown = known.get(name)
    if (found === undefined) throw new Error(`${value} is not known yet`)
    return path.length === 0
      ? (found as { readonly id: string }).id
      : path.reduce((inner: unknown, step) => (isObject(inner) ? inner[step] : undefined), found)
  }
  if (Array.isArray(value)) return value.map(resolve)
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resolve(inner)]))
    : value
}

/** The demonstration holds what the story makes already; by another name the two can be told apart. */
const renamed = (line: Line): Line =>
  line.on === undefined
    ? (JSON.parse(JSON.stringify(line).replaceAll(/"title":\{"th":"([^"]*)"/gu, '"title":{"th":"$1 ด้วยมือ"')) as Line)
    : line

const today = bangkokDay(Instant.make(new Date().toISOString()))
const anyDay = /"(\d{4}-\d{2}-\d{2})"/gu

const onThisDay: { readonly [op: string]: object } = {
  "sources.register": { fiscalYear: ofDate(today) },
  "agreements.draft": { termReason: "บันทึกเรื่องที่ผ่านมาด้วยมือ" },
  "assignments.assign": { from: today }
}

/** The story is of the past, and by hand all of it happens today: its term ends today. */
const asOfToday = (story: ReadonlyArray<Line>): ReadonlyArray<Line> => {
  const [to = today] = story.flatMap(({ input, op }) =>
    op === "agreements.draft" ? [(input["period"] as { readonly to: string }).to] : []
  )
  const days = Math.round((Date.parse(today) - Date.parse(to)) / 86_400_000)
  return story.map((line) => {
    const later = JSON.stringify(line.input).replaceAll(anyDay, (_, day) => `"${addDays(IsoDate.make(day), days)}"`)
    return { ...line, input: { ...JSON.parse(later), ...onThisDay[line.op] } }
  })
}

const remember = async (page: Page, plural: string, file: string, op: string) => {
  const rows = await listOf(page, stage().server.origin, plural)
  for (const { id, input, op: made } of linesOf(file)) {
    if (made !== op) continue
    const title = titleIn(input)?.th
    const organisation = resolve(input["organisation"])
    const row = rows.find(
      ({ columns, title: shown }) =>
        shown.th === title && (organisation === undefined || columns["organisation"] === organisation)
    )
    if (row !== undefined) known.set(id, row)
  }
}

const commandOf = (op: string): Command => {
  const found = commandsOf(catalogue).find(({ name }) => name === op)
  if (found === undefined) throw new Error(`${op} is not in the catalogue`)
  return found
}

/** Sends the form, past the page where irreversible acts are checked, and says what refused it. */
const send = async (page: Page, op: string): Promise<void> => {
  const form = page.locator(`[data-form='${op}']`)
  for (let press = 0; press < 2; press++) {
    if ((await form.count()) === 0) return
    await form.locator("[data-submit]").click()
    await Promise.race([
      form.waitFor({ state: "detached" }),
      form.getByRole("heading", { name: "ตรวจคำตอบก่อนส่ง" }).waitFor(),
      form.getByRole("alert").first().waitFor()
    ])
    const refused = form.getByRole("alert")
    if ((await refused.count()) > 0) throw new Error(`${op}: ${await refused.first().textContent()}`)
  }
  await form.waitFor({ state: "detached" })
}

const openForm = async (page: Page, command: Command, id: string, input: Line["input"]): Promise<void> => {
  await page.goto(stage().server.origin + pathOf(command, id))
  await page.locator(`[data-operation='${command.name}']`).first().waitFor()
  // What still loads moves the button away from under a press.
  await settled(page)
  const button = await buttonFor(page, command.name, input)
  if (button === undefined) throw new Error(`there is no button to ${command.name} for ${JSON.stringify(input)}`)
  await button.click()
}

const carryOut = async ({ as, id, input: written, on, op }: Line): Promise<void> => {
  const page = await pageOf(as)
  const command = commandOf(op)
  const input = resolve(written) as Line["input"]
  const plural = pluralOf(command.record)
  const record = on === undefined ? undefined : String(resolve(on))
  if (record === undefined) {
    await page.goto(`${stage().server.origin}/${plural}/new/${op}`)
  } else {
    await openForm(page, command, record, input)
  }
  const form = page.locator(`[data-form='${op}']`)
  await form.waitFor()
  const shown = fieldsOf(command.input)
  const settledAlready = await form.locator("[id]").evaluateAll((elements) => elements.map(({ id: own }) => own))
  const asked = shown.filter(({ name }) => settledAlready.some((own) => own.includes(`-${name}`)))
  await fill({ page, form }, asked, input)
  await send(page, op)
  if (record === undefined) await page.waitForURL(new RegExp(`/${plural}/[0-9a-f-]{36}`))
  const made = record ?? new URL(page.url()).pathname.split("/").at(-1) ?? ""
  known.set(id, await viewOf(page, stage().server.origin, plural, made))
}

beforeAll(openStage)
afterAll(closeStage)

it.concurrent("a mission goes from the choice of its model to a closed account by hand, each role signing in in turn", async () => {
  const officer = await pageOf("$dop-officer")
  await remember(officer, "organisations", "01-organisations-and-people.ndjson", "organisations.register")
  await remember(officer, "accounts", "01-organisations-and-people.ndjson", "accounts.invite")
  await remember(officer, "missions", "02-missions.ndjson", "missions.register")
  const story = linesOf("04-universal-design.ndjson")
  for (const line of asOfToday(story)) await carryOut(renamed(line))
  const end = story.at(-1)
  const closed = known.get(end?.id ?? "") as { readonly data: { readonly standing: { readonly _tag: string } } }
  expect(closed.data.standing._tag).toBe("Closed")
})

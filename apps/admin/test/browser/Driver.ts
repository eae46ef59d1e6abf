import type { Call } from "@phakhi/channels/Channel"
import type { Asked } from "@phakhi/channels/parity/Row"
import { catalogue } from "@phakhi/domain/catalogue"
import { commandsOf, handlerOf } from "@phakhi/domain/engine/Catalogue"
import type { Command } from "@phakhi/domain/engine/Operation"
import { type Field, fieldsOf } from "@phakhi/domain/kernel/Field"
import type { Locator, Page } from "@phakhi/testing/Browser"
import { buttonFor, pathOf, pluralOf } from "./Buttons.ts"
import { fill, NotOffered } from "./Filling.ts"
import { follow, maxRetries, settled } from "./Server.ts"

/** A refusal as it is read on the screen. */
export interface Shown {
  readonly _tag: "Shown"
  readonly tag: string
  readonly rule: string
  readonly th: string
  readonly en: string
}

/** What came of trying. */
export type Heard =
  | Shown
  /** The form does not send what it cannot read: these fields are marked, by their place. */
  | { readonly _tag: "Marked"; readonly fields: ReadonlyArray<string> }
  /** The screens offer no way to ask for it. */
  | { readonly _tag: "NoWay"; readonly why: string }

/** The parts of a place, as a control's id and as a problem's pointer say it. */
const placeOf = (id: string): string => id.replace(/^.*?-/u, "/").replaceAll("-", "/")

const noWay = (why: string): Heard => ({ _tag: "NoWay", why })

const speak = async (page: Page, language: "th" | "en"): Promise<void> => {
  await page
    .locator(`header input[type=radio][value=${language}]`)
    .first()
    .evaluate((radio) => (radio as HTMLInputElement).click())
  await page.locator(`html[lang=${language}]`).waitFor({ state: "attached" })
}

const firstWords = (place: Locator): Promise<string> =>
  place.evaluate((element) => (element.firstChild?.textContent ?? "").trim())

/** The words and the rule of a refusal on the page, in both languages. */
const readAt = async (page: Page, tag: string, place: Locator, words: Locator): Promise<Shown> => {
  const th = await firstWords(words)
  await speak(page, "en")
  const en = await firstWords(words)
  await speak(page, "th")
  const rule = await place.locator("a[href*='/rules/']").first().getAttribute("href")
  return { _tag: "Shown", tag, rule: rule?.split("/").at(-1) ?? "", th, en }
}

const refusalAt = async (page: Page, alert: Locator): Promise<Shown> =>
  readAt(page, (await alert.getAttribute("data-refusal")) ?? "", alert, alert.locator("p").first())

const shutAt = async (page: Page, reason: Locator): Promise<Shown> =>
  readAt(page, (await reason.getAttribute("data-shut")) ?? "", reason, reason)

/** Why the button is shut, to what the input aims at if the operation is aimed. */
const shutFor = (page: Page, op: string, input: Input): Locator | undefined => {
  const aimed = handlerOf(catalogue, op)?.targets !== undefined
  const targets = aimed
    ? Object.values(input)
        .map(String)
        .filter((value) => /^[\w.-]+$/u.test(value))
    : [""]
  if (targets.length === 0) return undefined
  const places = targets.map((value) => `[data-shut-operation='${op}'] [data-target='${value}'] [data-shut]`)
  return page.locator(places.join(", ")).first()
}

type Input = { readonly [name: string]: unknown }

/** Sends the form, past the page where irreversible acts are checked. */
const submit = async (page: Page, form: Locator): Promise<Heard> => {
  const refusal = form.locator("[data-refusal]")
  const marked = form.locator("[aria-invalid=true]")
  const check = form.getByRole("heading", { name: "ตรวจคำตอบก่อนส่ง" })
  for (let press = 0; press < 2; press++) {
    await form.locator("[data-submit]").click()
    await (press === 0 ? refusal.or(marked).or(check) : refusal.or(marked)).first().waitFor()
    if ((await refusal.count()) > 0) return refusalAt(page, refusal.first())
    if ((await marked.count()) > 0) {
      const fields = await marked.evaluateAll((elements) =>
        elements.map((element) => element.closest("[id]")?.id ?? "")
      )
      return { _tag: "Marked", fields: fields.map(placeOf) }
    }
  }
  throw new Error("the form went through its check and said nothing")
}

const carry = async (page: Page, command: Command, input: Input): Promise<Heard> => {
  const form = page.locator(`[data-form='${command.name}']`)
  await form.or(page.locator("#password")).first().waitFor()
  if ((await form.count()) === 0) return noWay("the page leads to the sign-in")
  const fields = fieldsOf(command.input)
  const unknown = Object.keys(input).filter((name) => !fields.some((field) => field.name === name))
  if (unknown.length > 0) return noWay(`the form has no field ${unknown.join(", ")}`)
  const ids = await form.locator("[id]").evaluateAll((elements) => elements.map(({ id }) => id))
  const isAsked = ({ name }: Field) => ids.some((id) => id.includes(`-${name}`))
  await fill({ page, form }, fields.filter(isAsked), input)
  return submit(page, form)
}

const dropDrafts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("phakhi.draft.")) localStorage.removeItem(key)
  })

/** Opens the address with nothing left of what was open and typed before. The screens are loaded once. */
const visit = async (page: Page, origin: string, path: string): Promise<void> => {
  if (!page.url().startsWith(origin)) return void (await page.goto(origin + path))
  await follow(page, "/nowhere")
  await page.locator("[data-record-id], [data-form]").first().waitFor({ state: "detached" })
  await dropDrafts(page)
  await follow(page, path)
}

const askOnRecord = async (page: Page, origin: string, command: Command, id: string, input: Input): Promise<Heard> => {
  await visit(page, origin, pathOf(command, id))
  const missing = page.locator("main [data-refusal]")
  await page.locator(`[data-record-id='${id}'] h1`).or(missing).first().waitFor()
  await settled(page)
  if ((await page.locator(`[data-record-id='${id}']`).count()) === 0) return refusalAt(page, missing.first())
  const button = await buttonFor(page, command.name, input)
  if (button !== undefined) {
    const question = await button.evaluate((element) =>
      element.closest("[data-question]")?.getAttribute("data-question")
    )
    if (typeof question === "string") return noWay(`the page asks ${question}`)
    await button.click()
    return carry(page, command, input)
  }
  const shut = shutFor(page, command.name, input)
  if (shut !== undefined && (await shut.count()) > 0) return shutAt(page, shut)
  return noWay(`the page has no button to ${command.name} for ${JSON.stringify(input)}`)
}

const askByForm = async (page: Page, origin: string, { id, input = {}, operation }: Call): Promise<Heard> => {
  const command = commandsOf(catalogue).find(({ name }) => name === operation)
  if (command === undefined) return noWay(`no screen asks ${operation}`)
  if (id !== undefined) return askOnRecord(page, origin, command, id, input as Input)
  await visit(page, origin, `/${pluralOf(command.record)}/new/${operation}`)
  return carry(page, command, input as Input)
}

const putFile = async (page: Page, origin: string, on: string, content: Uint8Array): Promise<Heard> => {
  await visit(page, origin, `/partnerships/${on}?tab=evidence`)
  const button = page.locator("[data-operation='evidence.attach']").first()
  await button.or(page.getByRole("alert")).first().waitFor()
  if ((await button.count()) === 0) return noWay("the page has no form for a file")
  await button.click()
  const form = page.locator("[data-form='evidence.attach']")
  const file = { name: "หลักฐาน.pdf", mimeType: "application/pdf", buffer: Buffer.from(content) }
  await form.locator("input[type=file]").setInputFiles(file)
  await form.locator("[data-refusal]").waitFor()
  return refusalAt(page, form.locator("[data-refusal]"))
}

/** The page believes that it has seen the record at this version. */
const pretend = async (page: Page, origin: string, { id, operation }: Call, seen: number): Promise<void> => {
  const record = commandsOf(catalogue).find(({ name }) => name === operation)?.record ?? ""
  await page.route(`${origin}/v1/${pluralOf(record)}/${id}`, async (route) => {
    const response = await route.fetch({ maxRetries })
    await route.fulfill({ response, json: { ...(await response.json()), version: seen } })
  })
}

/** Asks for it on the screens, as the person whose page it is would. */
export const drive = async (page: Page, origin: string, asked: Asked): Promise<Heard> => {
  if ("replay" in asked) return noWay("no screen takes a file of operations")
  if ("twins" in asked) return noWay("a form sends one request at a time")
  if ("put" in asked) return putFile(page, origin, asked.on, asked.put)
  if (asked.seen === "unseen") return noWay("a form always says which version it has seen")
  if (asked.key !== undefined) return noWay("a form makes a key of its own for each sending")
  const pretending = typeof asked.seen === "number"
  if (pretending) {
    await page.goto("about:blank")
    await pretend(page, origin, asked, asked.seen)
  }
  try {
    return await askByForm(page, origin, asked)
  } catch (error) {
    if (error instanceof NotOffered) return noWay(error.message)
    throw error
  } finally {
    await page.unrouteAll()
    if (pretending) await page.goto("about:blank")
  }
}

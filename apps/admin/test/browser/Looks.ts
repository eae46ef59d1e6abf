import { expectNoAxeViolations, openPage, type Page, type Size, screenshot, sizes } from "@phakhi/testing"
import { beforeAll, describe, expect, it } from "vitest"
import { common } from "../../src/words/common.ts"
import { become, follow, listOf, settled } from "./Server.ts"
import { stage } from "./Stage.ts"

const ids = { mission: "", partnership: "", organisation: "" }

const find = async (): Promise<void> => {
  const page = await openPage(stage().browser)
  await become(page, stage().server.origin, "officer@dcy.example.org")
  const missions = await listOf(page, stage().server.origin, "missions")
  const partnerships = await listOf(page, stage().server.origin, "partnerships")
  ids.mission = missions.find(({ status }) => status === "UnderReview")?.id ?? ""
  ids.partnership = partnerships.find(({ title }) => title.th.includes("Inclusive Care"))?.id ?? ""
  ids.organisation = (await listOf(page, stage().server.origin, "organisations"))[0]?.id ?? ""
  await page.context().close()
}

/** The clock of the pictures stands still. */
const at = new Date("2026-11-21T03:00:00Z")

interface Seen {
  readonly name: string
  readonly path: () => string
  readonly as?: string
  /** Pressed one after the other before the page is looked at, each with what it shows. */
  readonly press?: ReadonlyArray<readonly [target: string, shows: string]>
}

const officer = "officer@dcy.example.org"
const evaluator = "evaluator@observers.example.org"
const partnership = (tab: string) => () => `/partnerships/${ids.partnership}?tab=${tab}`

const pages: ReadonlyArray<Seen> = [
  { name: "sign-in", path: () => "/sign-in" },
  { name: "dashboard", path: () => "/", as: officer },
  { name: "tasks-of-others", path: () => "/?of=others", as: officer },
  { name: "nothing-late", path: () => "/?late=true", as: evaluator },
  { name: "notifications", path: () => "/notifications", as: officer, press: [["[data-mark]", "[data-undo]"]] },
  { name: "notification-settings", path: () => "/notifications/settings", as: officer },
  { name: "link-not-opened", path: () => `/partnerships/${ids.partnership}?act=closings.close`, as: officer },
  {
    name: "missions",
    path: () => "/missions",
    as: officer,
    press: [["search button[aria-expanded]", "search button[aria-expanded=true]"]]
  },
  { name: "partnerships", path: () => "/partnerships", as: officer },
  { name: "partnerships-late", path: () => "/partnerships?late=true", as: officer },
  { name: "roles", path: () => "/rules", as: officer, press: [["[data-roles]", "[role=menu]"]] },
  { name: "mission-review", path: () => `/missions/${ids.mission}`, as: officer },
  {
    name: "mission-form",
    path: () => "/missions/new/missions.register",
    as: officer,
    press: [["[data-submit]", "[data-form] [aria-invalid=true]"]]
  },
  { name: "partnership", path: partnership("overview"), as: officer },
  { name: "partnership-process", path: partnership("process"), as: officer },
  { name: "partnership-agreement", path: partnership("agreement"), as: officer },
  { name: "partnership-plan", path: partnership("plan"), as: officer },
  { name: "partnership-delivery", path: partnership("delivery"), as: officer },
  { name: "partnership-money", path: partnership("money"), as: officer },
  {
    name: "amendment",
    path: partnership("agreement"),
    as: officer,
    press: [["[data-operation='agreements.propose-amendment']", "[data-form] fieldset input"]]
  },
  { name: "partnership-evaluation", path: partnership("evaluation"), as: officer },
  {
    name: "evaluation-form",
    path: partnership("evaluation"),
    as: evaluator,
    press: [["[data-operation='evaluations.submit']", "[data-form] [data-indicator] input"]]
  },
  {
    name: "evidence",
    path: partnership("evidence"),
    as: officer,
    press: [["[data-operation='evidence.attach']", "[data-form] [data-submit]"]]
  },
  {
    name: "history",
    path: partnership("history"),
    as: officer,
    press: [["main details summary", "main details[open]"]]
  },
  { name: "organisation", path: () => `/organisations/${ids.organisation}`, as: officer },
  { name: "rules", path: () => "/rules?search=PBC", as: officer },
  { name: "rule", path: () => "/rules/PBC-7", as: officer },
  { name: "sources", path: () => "/sources", as: "finance@dcy.example.org" },
  { name: "processes", path: () => "/processes", as: officer },
  { name: "accounts", path: () => "/accounts", as: "admin@dcy.example.org" },
  { name: "keys", path: () => "/keys", as: officer },
  { name: "me", path: () => "/me", as: officer },
  { name: "sign-ins", path: () => "/sign-ins", as: "admin@dcy.example.org" },
  { name: "webhooks", path: () => "/webhooks", as: "admin@dcy.example.org" },
  { name: "failed-messages", path: () => "/failed-messages", as: "admin@dcy.example.org" }
]

interface Look {
  readonly language: "th" | "en"
  /** The size in which the pages are opened and held to every rule; in the other one they must fit too. */
  readonly size: Size
  readonly other: Size
  /** Every page by its address; in the other look the screens are loaded once, and pages follow as by a link. */
  readonly anew: boolean
}

/** Waits until nothing has moved for some frames: what fades in is too pale for a moment. */
const still = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let quiet = 0; quiet < 6; quiet++) {
      await new Promise(requestAnimationFrame)
      const moving = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .filter(({ playState }) => playState === "running")
      if (moving.length > 0) quiet = 0
      await Promise.allSettled(moving.map(({ finished }) => finished))
    }
  })

const goTo = async (page: Page, path: string, { anew, language }: Look): Promise<void> => {
  const { origin } = stage().server
  if (anew || !page.url().startsWith(origin)) return void (await page.goto(origin + path))
  // Past a page that does not exist, so that nothing of the one before is taken for the one asked for.
  await follow(page, "/nowhere")
  const nowhere = page.getByRole("heading", { level: 1, name: common.notFound[language], exact: true })
  await nowhere.waitFor()
  await follow(page, path)
  await nowhere.waitFor({ state: "detached" })
}

const looks: ReadonlyArray<Look> = [
  { language: "th", size: "desktop", other: "phone", anew: true },
  { language: "en", size: "phone", other: "desktop", anew: false }
]

const pictured: ReadonlyArray<string> = [
  "dashboard",
  "mission-review",
  "partnership",
  "partnership-money",
  "evaluation-form"
]

/** Nothing is cut off at the side of the window. */
const fits = async (page: Page, name: string, { language }: Look, size: Size): Promise<void> => {
  await page.setViewportSize(sizes[size])
  await still(page)
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
    `${name} is too wide for a ${size}`
  ).toBe(false)
  if (pictured.includes(name)) await screenshot(page, `admin-${name}-${language}-${size}`)
}

describe.concurrent.each(looks)("WCAG 2.2 AA, in $language on a $size", (look) => {
  beforeAll(find)
  it("every page passes, fits its width and the other size, and says its name", async () => {
    for (const as of new Set(pages.map((seen) => seen.as))) {
      const page = await openPage(stage().browser, { language: look.language, size: look.size, at })
      await page.addInitScript((language) => localStorage.setItem("phakhi.language", language), look.language)
      if (as !== undefined) await become(page, stage().server.origin, as)
      for (const { name, path, press = [] } of pages.filter((seen) => seen.as === as)) {
        await goTo(page, path(), look)
        await settled(page)
        for (const [target, shows] of press) {
          await page.locator(target).first().click()
          await page.locator(shows).first().waitFor()
        }
        await still(page)
        await expectNoAxeViolations(page)
        await fits(page, name, look, look.size)
        await fits(page, name, look, look.other)
        await page.setViewportSize(sizes[look.size])
        expect(await page.title(), name).toMatch(look.language === "th" ? / – ภาคี$/ : / – Phakhi$/)
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(look.language)
      }
      await page.context().close()
    }
  })
})

it.concurrent("the first stop of the keyboard skips to the content, and a new page begins there", async () => {
  const page = await openPage(stage().browser)
  await become(page, stage().server.origin, officer)
  await page.goto(stage().server.origin)
  await settled(page)
  await page.keyboard.press("Tab")
  expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#main")
  await page.getByRole("link", { name: "ภารกิจ", exact: true }).click()
  await page.waitForURL("**/missions")
  await page.waitForFunction(() => document.activeElement?.id === "main")
  await page.context().close()
})

it.concurrent("a filter lives in the address, shows as a chip, and goes with one press", async () => {
  const page = await openPage(stage().browser)
  await become(page, stage().server.origin, officer)
  await page.goto(`${stage().server.origin}/missions?status=UnderReview`)
  await settled(page)
  const chips = page.locator("[data-chips] .chip")
  expect(await chips.count()).toBe(1)
  const few = await page.locator("tbody tr").count()
  await page.getByRole("button", { name: "ล้างตัวกรอง" }).click()
  await page.waitForURL(`${stage().server.origin}/missions`)
  await page.waitForFunction((before) => document.querySelectorAll("tbody tr").length > before, few)
  await page.getByRole("button", { name: /^สถานะ/ }).click()
  await page.waitForURL("**/missions?sort=status")
  expect(await page.locator("th[aria-sort='ascending']").textContent()).toContain("สถานะ")
  await page.context().close()
})

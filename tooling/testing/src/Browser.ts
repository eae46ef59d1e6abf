import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core"
import { unpackChromium } from "./Chromium.ts"
import { patienceOfOneWait } from "./Patience.ts"

export type { Browser, Locator, Page } from "playwright-core"

/** Chromium with web security on. The sandbox is off for root alone, who cannot have one. */
export const openBrowser = async (): Promise<Browser> => {
  const { env, executablePath } = await unpackChromium()
  return await chromium.launch({
    executablePath,
    env,
    chromiumSandbox: false,
    args: ["--disable-quic", "--disable-background-networking", "--disable-dev-shm-usage", "--font-render-hinting=none"]
  })
}

export const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } }
export type Size = keyof typeof sizes

export interface PageOptions {
  readonly language?: "th" | "en"
  readonly size?: Size
  /** The clock of the page stands still at this moment. */
  readonly at?: Date
  /** Cookies and what else a page of another context has left, to go on from. */
  readonly storageState?: Awaited<ReturnType<BrowserContext["storageState"]>>
}

/** A page in a context of its own: other cookies, other storage. Close it with `page.context().close()`. */
export const openPage = async (browser: Browser, options: PageOptions = {}): Promise<Page> => {
  const context = await browser.newContext({
    locale: options.language === "en" ? "en-GB" : "th-TH",
    timezoneId: "Asia/Bangkok",
    viewport: sizes[options.size ?? "desktop"],
    reducedMotion: "reduce",
    ...(options.storageState === undefined ? {} : { storageState: options.storageState })
  })
  const page = await context.newPage()
  // So long that only what never comes is given up, on a busy machine too.
  page.setDefaultTimeout(patienceOfOneWait)
  if (options.at !== undefined) await page.clock.setFixedTime(options.at)
  return page
}

import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import type { Page } from "playwright-core"
import sharp from "sharp"
import { cacheFolder, workspaceRoot } from "./Cache.ts"

const limit = 60 * 1024
const qualities = [90, 80, 70, 60, 50, 40, 30]

/** The best WebP that fits in 60 KB. */
export const toWebp = async (png: Buffer): Promise<Buffer> => {
  for (const quality of qualities) {
    const webp = await sharp(png).webp({ quality, effort: 6 }).toBuffer()
    if (webp.byteLength <= limit) return webp
  }
  throw new Error(`not even at quality ${qualities.at(-1)} does this picture fit in ${limit} bytes; show less`)
}

/**
 * Takes a picture of what the page shows. It goes to the cache, so that a test run leaves the clone as it was;
 * with PHAKHI_SCREENSHOTS=update it replaces the one in docs/screenshots.
 */
export const screenshot = async (page: Page, name: string): Promise<string> => {
  const root =
    process.env["PHAKHI_SCREENSHOTS"] === "update"
      ? join(workspaceRoot, "docs", "screenshots")
      : join(cacheFolder, "screenshots")
  const path = join(root, `${name}.webp`)
  const webp = await toWebp(await page.screenshot({ animations: "disabled", caret: "hide" }))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, webp)
  return path
}

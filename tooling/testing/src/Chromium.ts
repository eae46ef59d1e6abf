import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { cacheFolder, once } from "./Cache.ts"

export interface Chromium {
  readonly executablePath: string
  readonly env: Readonly<Record<string, string>>
}

const packageVersion = (): string => {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium")
  return JSON.parse(readFileSync(join(dirname(entry), "..", "package.json"), "utf8")).version
}

const fontConfig = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts", "fonts")}</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`

/** The package decides on import, by these variables, where it unpacks to and whether it brings its system libraries. */
const unpackInto = async (folder: string): Promise<void> => {
  const before = { ...process.env }
  Object.assign(process.env, { AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x", TMPDIR: folder, TMP: folder, TEMP: folder })
  try {
    const { default: chromium } = await import("@sparticuz/chromium")
    await chromium.executablePath()
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
  }
}

/** Chromium from npm, unpacked once into the clone with the libraries and fonts that it comes with. */
export const unpackChromium = async (): Promise<Chromium> => {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      `The browser tests use the Chromium of @sparticuz/chromium, which runs on Linux x64, not on ${process.platform} ${process.arch}`
    )
  }
  const folder = await once(join(cacheFolder, `chromium-${packageVersion()}`), async (target) => {
    await unpackInto(target)
    rmSync(join(target, "fonts", "fonts.conf"), { force: true })
  })
  writeFileSync(join(folder, "fonts", "fonts.conf"), fontConfig(folder))
  return {
    executablePath: join(folder, "chromium"),
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: folder,
      LANG: "C.UTF-8",
      TZ: "Asia/Bangkok",
      LD_LIBRARY_PATH: join(folder, "al2023", "lib"),
      FONTCONFIG_PATH: join(folder, "fonts")
    }
  }
}

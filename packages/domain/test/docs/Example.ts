import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

export const home = fileURLToPath(new URL("../..", import.meta.url))

const readme = readFileSync(`${home}README.md`, "utf8")

const fenced = (language: string): string =>
  new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "m").exec(readme)?.[1] ?? ""

/** The example of the README, and what it says that the example prints. */
export const example = { code: fenced("ts"), prints: fenced("text") }

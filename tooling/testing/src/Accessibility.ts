import axe from "axe-core"
import type { Page } from "playwright-core"

/** WCAG 2.2, levels A and AA. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

/** Fails with what axe finds and where. The script is evaluated, not loaded, so the page's CSP stays as it is. */
export const expectNoAxeViolations = async (page: Page): Promise<void> => {
  await page.evaluate(axe.source)
  const { passes, violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, options),
    { runOnly: { type: "tag" as const, values: tags }, resultTypes: ["violations" as const] }
  )
  if (passes.length === 0) throw new Error(`axe had nothing to look at on ${page.url()}`)
  if (violations.length === 0) return
  const lines = violations.flatMap(({ help, id, impact, nodes }) => [
    `${id} (${impact}): ${help}`,
    ...nodes.map(
      (node) => `    ${node.target.join(" ")}\n        ${node.failureSummary?.replaceAll("\n", "\n        ")}`
    )
  ])
  throw new Error(`${violations.length} accessibility violations on ${page.url()}\n${lines.join("\n")}`)
}

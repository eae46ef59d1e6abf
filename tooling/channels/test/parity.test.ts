import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { assert, it } from "@effect/vitest"
import type { RuleId } from "@phakhi/domain/rules/Catalogue"
import { partsOf, rule } from "@phakhi/domain/rules/Rules"
import { api } from "../src/channels/Api.ts"
import { cli, cliThroughServer } from "../src/channels/Cli.ts"
import { library } from "../src/channels/Library.ts"
import type { Rows } from "../src/parity/Row.ts"
import { type Answers, enforced } from "../src/parity/Rules.ts"
import { fromTheStore } from "../src/parity/rows/general.ts"
import { parity } from "../src/parity/Suite.ts"
import { table } from "../src/parity/Table.ts"

parity("memory", { library, api, cli: (world) => cli(world), "cli-url": (world) => cliThroughServer(world) })

const rows = Object.values<Rows>(table).flat()

/** The rule itself, the one it is a part of, or one of its parts. */
const related = (id: RuleId): ReadonlyArray<string> => [
  id,
  rule(id).parent ?? id,
  ...partsOf(id).map((part) => part.id)
]

for (const [id, answers] of Object.entries(enforced as Record<string, Answers>)) {
  if ("by" in answers)
    it(`${id} is refused for by ${answers.by}`, () => {
      const cited = table[answers.by].map((row) => row.rule)
      assert.isTrue(
        cited.some((cites) => related(id as RuleId).includes(cites)),
        `${answers.by} cites ${cited.join(", ")}`
      )
    })
}

const root = fileURLToPath(new URL("../../..", import.meta.url))

for (const [id, answers] of Object.entries(enforced as Record<string, Answers>)) {
  if ("heldBy" in answers)
    it(`${id} is held by the test that names it`, () => {
      assert.include(readFileSync(join(root, answers.heldBy), "utf8"), id)
    })
}

for (const [tag, of] of Object.entries<Rows>(table))
  for (const { heldBy, says } of of)
    if (heldBy !== undefined)
      it(`${tag} is held by the test that names it: ${says}`, () => {
        assert.include(readFileSync(join(root, heldBy), "utf8"), tag)
      })

it("at most ten rows are merely malformed", () => {
  assert.isAtMost(rows.filter(({ malformed }) => malformed === true).length, 10)
})

it("what no request or channel can reach is said with its reason, and is little", () => {
  const rules = Object.entries(enforced as Record<string, Answers>).flatMap(([id, answers]) =>
    "unreachable" in answers ? [`${id}: ${answers.unreachable}`] : []
  )
  const channels = rows.flatMap(({ except: { admin: _, ...except } = {}, says }) =>
    Object.entries(except)
      .filter(([, why]) => why !== fromTheStore)
      .map(([channel, why]) => `${says} (${channel}): ${why}`)
  )
  console.info([...rules, ...channels].join("\n"))
  assert.isAtMost(rules.length, 10)
  assert.isAtMost(channels.length, 3)
})

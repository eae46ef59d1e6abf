import { assert, it } from "@effect/vitest"
import { catalogue } from "../../src/catalogue.ts"
import { operationsOf } from "../../src/engine/Catalogue.ts"
import { allRules } from "../../src/rules/Rules.ts"
import { asked, unseen } from "./PassedOver.ts"

const shoulds: ReadonlyArray<string> = allRules.filter(({ strength }) => strength === "should").map(({ id }) => id)
const places = new Set(asked.map(({ rule }) => rule))

it("every rule that says should asks for a reason where it is passed over, or it is said why that is not seen", () => {
  const neither = shoulds.filter((id) => !places.has(id) && !Object.hasOwn(unseen, id))
  assert.deepStrictEqual(neither, [])
})

it("none is said to be unseen that asks for a reason, and only rules that say should are passed over for one", () => {
  const both = Object.keys(unseen).filter((id) => places.has(id))
  assert.deepStrictEqual(both, [])
  assert.deepStrictEqual(
    [...places, ...Object.keys(unseen)].filter((id) => !shoulds.includes(id)),
    []
  )
})

it("an act that asks why a rule is passed over cites the rule, by itself or by what it is refused for", () => {
  const silent = asked.flatMap(({ at, rule }) => {
    const operation = operationsOf(catalogue).find(({ name }) => name === at)
    if (operation === undefined) return []
    const cited = [...operation.rules, ...operation.refusals.map((tag) => catalogue.refusals[tag]?.rule)]
    return cited.includes(rule as never) ? [] : [`${at} ${rule}`]
  })
  assert.deepStrictEqual(silent, [])
})

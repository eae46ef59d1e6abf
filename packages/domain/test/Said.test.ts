import { assert, it } from "@effect/vitest"
import { catalogue } from "../src/catalogue.ts"
import { joined } from "../src/engine/Catalogue.ts"
import { allSaid } from "../src/Said.ts"

it("what every capability says is there without what it does, in the same words", () => {
  const { handlers, pure, readers, refusals, words } = joined(allSaid)
  assert.deepStrictEqual(words, catalogue.words)
  assert.deepStrictEqual(Object.keys(refusals), Object.keys(catalogue.refusals))
  assert.isTrue(Object.entries(catalogue.refusals).every(([tag, declared]) => refusals[tag] === declared))
  assert.lengthOf([...handlers, ...pure, ...readers], 0)
})

import { spawnSync } from "node:child_process"
import { readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { assert, beforeAll, describe, it } from "@effect/vitest"

const planted = fileURLToPath(new URL("../planted", import.meta.url))
const compiler = fileURLToPath(new URL("../node_modules/.bin/tsc", import.meta.url))

/** What the compiler has to say, by file. */
const errorsOf = (): ReadonlyMap<string, ReadonlyArray<string>> => {
  const { error, status, stdout } = spawnSync(compiler, ["-p", ".", "--pretty", "false"], {
    cwd: planted,
    encoding: "utf8"
  })
  if (error !== undefined) throw error
  assert.notStrictEqual(status, 0, "the planted declarations compile")
  return Map.groupBy(
    stdout.split("\n").filter((line) => /^\S+\.ts\(\d+,\d+\): error/u.test(line)),
    (line) => line.slice(0, line.indexOf("("))
  )
}

const faults = {
  "WithoutGrant.ts": "who may",
  "WithNoGrantAtAll.ts": "anyone who may",
  "WithoutRole.ts": "a role",
  "WithoutScope.ts": "a scope",
  "WithoutSummary.ts": "a summary",
  "WithoutThai.ts": "a summary in Thai",
  "WithoutEnglish.ts": "a summary in English",
  "WithoutRefusals.ts": "refusals",
  "WithAnUnknownRefusal.ts": "refusals that there are",
  "WithARefusalThatIsNotListed.ts": "a refusal that its decision can give",
  "WithARefusalThatCannotBe.ts": "a decision that can give every refusal listed",
  "WithAnUnlistedReadiness.ts": "a refusal for which a button is shut",
  "WithoutRules.ts": "rules",
  "WithAnUnknownRule.ts": "rules that there are",
  "WithoutInput.ts": "an input",
  "WithoutAWayBack.ts": "whether there is a way back",
  "WithoutAPlaceOnTheWay.ts": "whether it carries its record on",
  "WithAnUnknownArea.ts": "an area that there is"
}

const unmasked = {
  "WithoutAnAudience.ts": "a field",
  "WithoutAnAudienceInAList.ts": "a field of the items of a list",
  "WithoutAnAudienceInACase.ts": "a field of one case",
  "WithOneAudienceForAll.ts": "the fields of a struct, which was given one list for all of them",
  "WithoutAnAudienceOfAnEvent.ts": "a field of what happened"
}

let errors: ReadonlyMap<string, ReadonlyArray<string>>
beforeAll(() => {
  errors = errorsOf()
})

describe("the declaration of an operation", () => {
  it("compiles where it is whole", () => {
    assert.deepStrictEqual(errors.get("Whole.ts"), undefined)
    assert.sameMembers([...errors.keys()], [...Object.keys(faults), ...Object.keys(unmasked)])
    const files = readdirSync(planted).filter((name) => name.endsWith(".ts"))
    assert.sameMembers(files, ["Whole.ts", ...Object.keys(faults), ...Object.keys(unmasked)])
  })

  for (const [file, what] of Object.entries(faults))
    it(`does not compile without ${what}`, () => {
      assert.isAbove(errors.get(file)?.length ?? 0, 0)
    })
})

describe("SEC-1: the mask of a record", () => {
  for (const [file, what] of Object.entries(unmasked))
    it(`does not compile without an audience for ${what}`, () => {
      assert.strictEqual(errors.get(file)?.length, 1)
    })
})

import { spawnSync } from "node:child_process"
import { readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { assert, beforeAll, describe, it } from "@effect/vitest"

const planted = fileURLToPath(new URL("../planted", import.meta.url))
const compiler = fileURLToPath(new URL("../node_modules/.bin/tsc", import.meta.url))

/** What the compiler has to say, by file; the lines that explain an error are part of it. */
const errorsOf = (): ReadonlyMap<string, ReadonlyArray<string>> => {
  const { error, status, stdout } = spawnSync(compiler, ["-p", ".", "--pretty", "false"], {
    cwd: planted,
    encoding: "utf8"
  })
  if (error !== undefined) throw error
  assert.notStrictEqual(status, 0, "the planted declarations compile")
  return Map.groupBy(
    stdout.split(/\n(?=\S)/u).filter((one) => /^\S+\.ts\(\d+,\d+\): error/u.test(one)),
    (one) => one.slice(0, one.indexOf("("))
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
  "WithARefusalThatCannotBe.ts": "a decision that can give every refusal listed",
  "WithoutRules.ts": "rules",
  "WithAnUnknownRule.ts": "rules that there are",
  "WithoutInput.ts": "an input",
  "WithoutAWayBack.ts": "whether there is a way back",
  "WithoutAPlaceOnTheWay.ts": "whether it carries its record on",
  "WithoutADecision.ts": "a decision",
  "WithAnUnknownArea.ts": "an area that there is"
}

/** What the compiler names as missing, whatever else does not fit. */
const named = {
  "WithoutGrant.ts": "allow",
  "WithoutSummary.ts": "summary",
  "WithoutRefusals.ts": "refusals",
  "WithoutRules.ts": "rules",
  "WithoutInput.ts": "input",
  "WithoutAWayBack.ts": "irreversible",
  "WithoutAPlaceOnTheWay.ts": "onward",
  "WithoutADecision.ts": "decide"
} as const satisfies { readonly [File in keyof typeof faults]?: string }

const unmasked = {
  "WithoutAnAudience.ts": "a field",
  "WithoutAnAudienceInAList.ts": "a field of the items of a list",
  "WithoutAnAudienceInACase.ts": "a field of one case",
  "WithOneAudienceForAll.ts": "the fields of a struct, which was given one list for all of them",
  "WithoutAnAudienceOfAnEvent.ts": "a field of what happened"
}

/** The compiler says what is missing in so many words. */
const unlisted = {
  "WithARefusalThatIsNotListed.ts": "the refusal can be given, and is not listed: ReasonMissing",
  "WithAnUnlistedReadiness.ts": "the refusal can be given, and is not listed: ReasonMissing",
  "WithADecisionOfAnyRefusal.ts": "leave the type of its result to the compiler",
  "WithARecordThatIsNotListed.ts": "no index.ts lists the record: mission",
  "WithNoCommandThatIsListed.ts": "no index.ts lists a command on the record: mission",
  "WithRefusalsThatAreNotListed.ts": "no index.ts lists the refusal: NothingToTakeBack",
  "WithARecordWithoutAWord.ts": "no words.ts has a word for the record: mission",
  "WithAStatusWithoutAWord.ts": "no words.ts has a word for the status: mission UnderReview"
}
const faulty = [faults, unmasked, unlisted].flatMap(Object.keys)
const sound = ["Whole.ts", "WholeCapability.ts"]

let errors: ReadonlyMap<string, ReadonlyArray<string>>
beforeAll(() => {
  errors = errorsOf()
})

describe("the declaration of an operation", () => {
  it("compiles where it is whole", () => {
    assert.sameMembers([...errors.keys()], faulty)
    const files = readdirSync(planted).filter((name) => name.endsWith(".ts"))
    assert.sameMembers(files, [...sound, ...faulty])
  })

  for (const [file, what] of Object.entries(faults))
    it(`does not compile without ${what}`, () => {
      assert.isAbove(errors.get(file)?.length ?? 0, 0)
    })

  for (const [file, property] of Object.entries(named))
    it(`is told that ${property} is missing`, () => {
      assert.include(errors.get(file)?.join("\n"), `Property '${property}' is missing`)
    })
})

describe("SEC-1: the mask of a record", () => {
  for (const [file, what] of Object.entries(unmasked))
    it(`does not compile without an audience for ${what}`, () => {
      assert.strictEqual(errors.get(file)?.length, 1)
    })
})

describe("what an operation or a capability lists", () => {
  for (const [file, missing] of Object.entries(unlisted))
    it(`is told: ${missing}`, () => {
      assert.include(errors.get(file)?.join("\n"), missing)
    })
})

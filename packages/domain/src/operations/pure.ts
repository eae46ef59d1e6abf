import { Result, Schema } from "effect"
import type { Grant } from "../kernel/Actor.ts"
import * as Field from "../kernel/Field.ts"
import type { Query } from "../kernel/Operation.ts"
import { allRules, RuleId, rule, searchRules } from "../rules/Catalogue.ts"
import { type Decision, query } from "../rules/Refusals.ts"
import { Rule } from "../rules/Rule.ts"

/** A question answered from the rules alone, without a store. */
export interface PureHandler {
  readonly operation: Query
  readonly answer: (input: unknown) => Decision<unknown>
}

const everyone: readonly [Grant] = [{ role: "public", scope: "any" }]

const pure = <Q extends Query>(operation: Q, answer: (input: Q["input"]["Type"]) => Decision<Q["output"]["Type"]>) =>
  ({ operation, answer }) as unknown as PureHandler

const showRule = query({
  name: "rules.show",
  summary: { th: "แสดงกฎหนึ่งข้อ", en: "Show one rule" },
  reads: "pure",
  input: Schema.Struct({ id: Field.written(RuleId, "text", "รหัสกฎ เช่น PBC-7", "Rule id, such as PBC-7") }),
  output: Rule,
  allow: everyone,
  refusals: ["InputMalformed"],
  rules: []
})

const listRules = query({
  name: "rules.list",
  summary: { th: "รายการกฎทั้งหมด", en: "List or search the rules" },
  reads: "pure",
  input: Schema.Struct({ search: Field.optional(Field.text("ค้นหา", "Search")) }),
  output: Schema.Struct({ data: Schema.Array(Rule) }),
  allow: everyone,
  refusals: ["InputMalformed"],
  rules: []
})

export const pureHandlers: ReadonlyArray<PureHandler> = [
  pure(showRule, ({ id }) => Result.succeed(rule(id))),
  pure(listRules, ({ search }) => Result.succeed({ data: search === undefined ? allRules : searchRules(search) }))
]

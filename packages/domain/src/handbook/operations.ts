import { Result, Schema } from "effect"
import { question } from "../engine/Question.ts"
import * as Field from "../kernel/Field.ts"
import { everyone } from "../kernel/Grants.ts"
import { RuleId } from "../rules/Catalogue.ts"
import { Rule } from "../rules/Rule.ts"

/** Loaded when asked for, so that a browser that only renders the declarations loads no texts. */
const texts = () => import("../rules/Rules.ts")
const searching = () => import("../rules/Search.ts")

export const ruleQuestions = [
  question({
    name: "rules.show",
    summary: { th: "แสดงกฎหนึ่งข้อ", en: "Show one rule" },
    input: Schema.Struct({ id: Field.written(RuleId, "text", "รหัสกฎ เช่น PBC-7", "Rule id, such as PBC-7") }),
    output: Rule,
    allow: [everyone],
    refusals: [],
    rules: [],
    answer: async ({ id }) => Result.succeed((await texts()).rule(id))
  }),
  question({
    name: "rules.list",
    summary: { th: "รายการกฎทั้งหมด", en: "List or search the rules" },
    input: Schema.Struct({ search: Field.optional(Field.text("ค้นหา", "Search")) }),
    output: Schema.Struct({ data: Schema.Array(Rule) }),
    allow: [everyone],
    refusals: [],
    rules: [],
    answer: async ({ search }) => Result.succeed({ data: (await searching()).searchRules(search ?? "") })
  })
]

import { Result, Schema } from "effect"
import { query } from "../engine/Operation.ts"
import { type PureHandler, pure } from "../engine/Pure.ts"
import { refuseScoring } from "../evaluation/Refused.ts"
import { Deduction, Reported, Scored, score, type UnreportedPolicy } from "../evaluation/Scoring.ts"
import { Reduced, reduce, StepReduction } from "../improvement/StepReduction.ts"
import * as Field from "../kernel/Field.ts"
import { everyone } from "../kernel/Grants.ts"
import { LocalizedText } from "../kernel/LocalizedText.ts"
import { answerFields } from "../models/operations.ts"
import { Recommendation, recommend } from "../models/Recommendation.ts"
import { Indicator } from "../plans/Indicator.ts"
import { problemsOf } from "../processes/AdaptedProcess.ts"
import { compose, latest } from "../processes/Composition.ts"
import { diagram, mermaid } from "../processes/Diagram.ts"
import { Overlay } from "../processes/Overlay.ts"
import { Lane } from "../processes/Process.ts"
import { allRules, RuleId, rule, searchRules } from "../rules/Catalogue.ts"
import { type Decision, refuse } from "../rules/Refusals.ts"
import { Rule } from "../rules/Rule.ts"
import { words } from "../rules/Words.ts"

const open = { reads: "pure", allow: [everyone] } as const

const showRule = query({
  ...open,
  name: "rules.show",
  summary: { th: "แสดงกฎหนึ่งข้อ", en: "Show one rule" },
  input: Schema.Struct({ id: Field.written(RuleId, "text", "รหัสกฎ เช่น PBC-7", "Rule id, such as PBC-7") }),
  output: Rule,
  refusals: ["InputMalformed"],
  rules: []
})

const listRules = query({
  ...open,
  name: "rules.list",
  summary: { th: "รายการกฎทั้งหมด", en: "List or search the rules" },
  input: Schema.Struct({ search: Field.optional(Field.text("ค้นหา", "Search")) }),
  output: Schema.Struct({ data: Schema.Array(Rule) }),
  refusals: ["InputMalformed"],
  rules: []
})

const recommendModel = query({
  ...open,
  name: "models.recommend",
  summary: { th: "แนะนำรูปแบบความร่วมมือ", en: "Recommend a model" },
  input: Schema.Struct(answerFields),
  output: Recommendation,
  refusals: ["InputMalformed"],
  rules: ["MOD-1", "MOD-1a", "MOD-1b", "MOD-1c", "MOD-1d", "MOD-1e", "MOD-1f"]
})

const document = <S extends Schema.Top>(schema: S, th: string, en: string) =>
  Field.described(schema, { kind: "document", label: { th, en } })

const policies = {
  exclude: { th: "ไม่นับตัวชี้วัดที่ไม่รายงาน", en: "leave unreported indicators out" },
  lowest: { th: "ให้คะแนนต่ำสุดแก่ตัวชี้วัดที่ไม่รายงาน", en: "give unreported indicators the lowest score" }
} as const satisfies Record<typeof UnreportedPolicy.Type, object>

const scorePlan = query({
  ...open,
  name: "kpi.score",
  summary: { th: "คำนวณคะแนนตัวชี้วัด", en: "Score indicators" },
  input: Schema.Struct({
    indicators: document(Schema.Array(Indicator).check(Schema.isMaxLength(500)), "ตัวชี้วัด", "Indicators"),
    results: document(Schema.Array(Reported).check(Schema.isMaxLength(500)), "ผล", "Results"),
    deductions: Field.optional(
      document(Schema.Array(Deduction).check(Schema.isMaxLength(100)), "รายการหักคะแนน", "Deductions")
    ),
    unreported: Field.optional(Field.choice(policies, "เมื่อไม่รายงาน", "Where unreported"))
  }),
  output: Scored,
  refusals: [
    "InputMalformed",
    "WeightsDoNotSum",
    "DirectionDisagrees",
    "LevelsNotMonotone",
    "IndicatorUnknown",
    "ScaleMisused"
  ],
  rules: ["PER-1"]
})

const measureReduction = query({
  ...open,
  name: "reductions.measure",
  summary: { th: "คำนวณการลดขั้นตอนและระยะเวลา", en: "Measure the reduction of steps and time" },
  input: Schema.Struct({ measured: document(StepReduction, "ก่อนและหลัง", "Before and after") }),
  output: Reduced,
  refusals: ["InputMalformed", "NothingBefore"],
  rules: ["RED-1", "RED-2"]
})

const Problem = Schema.Struct({
  code: Schema.String,
  at: Schema.String,
  rule: RuleId,
  th: Schema.String,
  en: Schema.String
})

const checkProcess = query({
  ...open,
  name: "process.check",
  summary: { th: "ตรวจกระบวนการที่ปรับแล้ว", en: "Check an adapted process" },
  input: Schema.Struct({ overlay: document(Overlay, "การปรับกระบวนการ", "Adaptation") }),
  output: Schema.Struct({ sound: Schema.Boolean, problems: Schema.Array(Problem) }),
  refusals: ["InputMalformed"],
  rules: ["PRO-1"]
})

const modelNames = { grant: words.grant, contracting: words.contracting, commissioning: words.commissioning }

const ways = { call: words.call, persuasion: words.persuasion }

const Node = Schema.Struct({
  key: Schema.String,
  label: LocalizedText,
  lane: Lane,
  rule: RuleId,
  container: Schema.Boolean,
  status: Schema.optionalKey(Schema.String),
  within: Schema.optionalKey(Schema.String),
  round: Schema.optionalKey(Schema.Int)
})

const drawProcess = query({
  ...open,
  name: "process.diagram",
  summary: { th: "แผนภาพกระบวนการ", en: "Draw a process" },
  input: Schema.Struct({
    model: Field.choice(modelNames, "รูปแบบ", "Model"),
    way: Field.optional(Field.choice(ways, "วิธี", "Way")),
    overlay: Field.optional(document(Overlay, "การปรับกระบวนการ", "Adaptation"))
  }),
  output: Schema.Struct({
    nodes: Schema.Array(Node),
    edges: Schema.Array(Schema.Struct({ id: Schema.String, source: Schema.String, target: Schema.String })),
    mermaid: Schema.String
  }),
  refusals: ["InputMalformed", "WayNotForModel"],
  rules: ["PRO-1", "COL-9"]
})

export const pureHandlers: ReadonlyArray<PureHandler> = [
  pure(showRule, ({ id }) => Result.succeed(rule(id))),
  pure(listRules, ({ search }) => Result.succeed({ data: search === undefined ? allRules : searchRules(search) })),
  pure(recommendModel, (answers) => Result.succeed(recommend(answers))),
  pure(scorePlan, ({ deductions, indicators, results, unreported }) =>
    refuseScoring(
      score(indicators, results, {
        ...(deductions === undefined ? {} : { deductions }),
        ...(unreported === undefined ? {} : { unreported })
      }),
      indicators
    )
  ),
  pure(measureReduction, ({ measured }) =>
    Result.match(reduce(measured), {
      onSuccess: (reduced): Decision<Reduced> => Result.succeed(reduced),
      onFailure: ({ measure }) => refuse("NothingBefore", { of: measure })
    })
  ),
  pure(checkProcess, ({ overlay }) => {
    const problems = problemsOf(overlay)
    return Result.succeed({ sound: problems.length === 0, problems })
  }),
  pure(drawProcess, ({ model: id, overlay, way }) => {
    const model = latest(id)
    const begun = way ?? model.ways?.[0] ?? "persuasion"
    if (model.ways !== undefined && !model.ways.includes(begun))
      return refuse("WayNotForModel", { model: id, way: begun })
    const composed = compose({ collaboration: latest("collaboration"), model, way: begun, overlay })
    return Result.succeed({ ...diagram(composed), mermaid: mermaid(composed) })
  })
]

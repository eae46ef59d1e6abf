import { Result, Schema } from "effect"
import { commandsOn } from "../engine/Handler.ts"
import { question } from "../engine/Question.ts"
import { accessOf } from "../kernel/Actor.ts"
import * as Field from "../kernel/Field.ts"
import { administrator, everyone, officer } from "../kernel/Grants.ts"
import { LocalizedText } from "../kernel/LocalizedText.ts"
import { RuleId } from "../rules/Catalogue.ts"
import * as Processes from "./AdaptedProcess.ts"
import { compose, latest } from "./Composition.ts"
import { diagram, mermaid } from "./Diagram.ts"
import { overlayParts } from "./EditWords.ts"
import { Overlay } from "./Overlay.ts"
import { Lane } from "./Process.ts"
import { refuse } from "./refusals.ts"
import { processWords } from "./words.ts"

const { change, create } = commandsOn(Processes.processRecord)

/** An overlay is a document: its edits are given whole, as data. */
const overlay = Field.described(Overlay, {
  kind: "document",
  label: { th: "การปรับกระบวนการ", en: "Adaptation" },
  fields: overlayParts
})

export const processCommands = [
  create({
    name: "processes.adapt",
    summary: { th: "ปรับกระบวนการของหน่วยงาน", en: "Adapt a process for the agency" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({ overlay }),
    allow: [administrator, officer],
    refusals: ["OverlayRefused"],
    rules: ["PRO-1"],
    access: ({ actor }) => accessOf({ owner: actor.organisation }),
    decide: ({ context, input }) => Processes.adapt(input.overlay, context)
  }),
  change({
    name: "processes.revise",
    summary: { th: "ปรับกระบวนการฉบับใหม่", en: "Make a new version of an adapted process" },
    irreversible: false,
    onward: false,
    restates: true,
    input: Schema.Struct({ overlay }),
    allow: [administrator, officer],
    refusals: ["OverlayRefused"],
    rules: ["PRO-1"],
    decide: ({ input, state }) => Processes.revise(state, input.overlay)
  })
]

const overlayDocument = Field.document(Overlay, "การปรับกระบวนการ", "Adaptation")

const Problem = Schema.Struct({
  code: Schema.String,
  at: Schema.String,
  rule: RuleId,
  th: Schema.String,
  en: Schema.String
})

const modelNames = {
  grant: processWords.values.grant,
  contracting: processWords.values.contracting,
  commissioning: processWords.values.commissioning
}

const ways = { call: processWords.values.call, persuasion: processWords.values.persuasion }

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

export const processQuestions = [
  question({
    name: "process.check",
    summary: { th: "ตรวจกระบวนการที่ปรับแล้ว", en: "Check an adapted process" },
    input: Schema.Struct({ overlay: overlayDocument }),
    output: Schema.Struct({ sound: Schema.Boolean, problems: Schema.Array(Problem) }),
    allow: [everyone],
    refusals: [],
    rules: ["PRO-1"],
    answer: ({ overlay }) => {
      const problems = Processes.problemsOf(overlay)
      return Result.succeed({ sound: problems.length === 0, problems })
    }
  }),
  question({
    name: "process.diagram",
    summary: { th: "แผนภาพกระบวนการ", en: "Draw a process" },
    input: Schema.Struct({
      model: Field.choice(modelNames, "รูปแบบ", "Model"),
      way: Field.optional(Field.choice(ways, "วิธี", "Way")),
      overlay: Field.optional(overlayDocument)
    }),
    output: Schema.Struct({
      nodes: Schema.Array(Node),
      edges: Schema.Array(Schema.Struct({ id: Schema.String, source: Schema.String, target: Schema.String })),
      mermaid: Schema.String
    }),
    allow: [everyone],
    refusals: ["WayNotForModel"],
    rules: ["PRO-1", "COL-9"],
    answer: ({ model: id, overlay, way }) => {
      const model = latest(id)
      const begun = way ?? model.ways?.[0] ?? "persuasion"
      if (model.ways !== undefined && !model.ways.includes(begun))
        return refuse("WayNotForModel", { model: id, way: begun })
      const composed = compose({ collaboration: latest("collaboration"), model, way: begun, overlay })
      return Result.succeed({ ...diagram(composed), mermaid: mermaid(composed) })
    }
  })
]

import { Result, Schema } from "effect"
import { capabilities } from "../../src/catalogue.ts"
import { type Catalogue, joined } from "../../src/engine/Catalogue.ts"
import { type Recorded, unknownId } from "../../src/engine/Event.ts"
import { commandsOn } from "../../src/engine/Handler.ts"
import { listing } from "../../src/engine/Listing.ts"
import { defineRecord } from "../../src/engine/Record.ts"
import { accessOf, OrganisationId } from "../../src/kernel/Actor.ts"
import { agency, everyone, openly, ownAgency } from "../../src/kernel/Audience.ts"
import * as Field from "../../src/kernel/Field.ts"
import { officer, theSystem, visitors } from "../../src/kernel/Grants.ts"
import { noWords } from "../../src/rules/Words.ts"

/** A kind of record that exists for tests only: what a visitor asks an agency, and what lapses when nobody answers. */
const Question = Schema.Struct({
  id: Schema.String,
  agency: OrganisationId,
  text: Schema.String,
  more: Schema.Array(Schema.String),
  status: Schema.Literals(["open", "answered", "lapsed"])
})
type Question = typeof Question.Type

const QuestionEvent = Schema.TaggedUnion({
  QuestionAsked: { id: Schema.String, agency: OrganisationId, text: Schema.String },
  QuestionAdded: { text: Schema.String },
  QuestionAnswered: {},
  QuestionLapsed: {}
})
type QuestionEvent = typeof QuestionEvent.Type
const event = QuestionEvent.cases

const evolve = (state: Question | undefined, { event: happened }: Recorded<QuestionEvent>): Question => {
  const question: Question = state ?? {
    id: unknownId,
    agency: OrganisationId.make(unknownId),
    text: "—",
    more: [],
    status: "open"
  }
  return QuestionEvent.match(happened, {
    QuestionAsked: ({ agency, id, text }) => ({ ...question, id, agency, text }),
    QuestionAdded: ({ text }) => ({ ...question, more: [...question.more, text] }),
    QuestionAnswered: (): Question => ({ ...question, status: "answered" }),
    QuestionLapsed: (): Question => ({ ...question, status: "lapsed" })
  })
}

const told = { seen: everyone, actor: agency } as const

const questionRecord = defineRecord({
  name: "question",
  plural: "questions",
  label: { th: "คำถาม", en: "question" },
  State: Question,
  Event: QuestionEvent,
  schemaVersion: 1,
  evolve,
  audiences: [...ownAgency, openly],
  masks: {
    state: { id: everyone, agency: everyone, text: everyone, more: { each: everyone }, status: everyone },
    events: {
      QuestionAsked: { ...told, data: { id: everyone, agency: everyone, text: everyone } },
      QuestionAdded: { ...told, data: { text: everyone } },
      QuestionAnswered: { ...told, data: {} },
      QuestionLapsed: { ...told, data: {} }
    }
  },
  access: ({ agency, status }) => accessOf({ owner: agency, public: status !== "lapsed" }),
  ...listing({ columns: {}, row: ({ status, text }: Question) => ({ title: { th: text }, status, columns: {} }) })
})

const { change, create } = commandsOn(questionRecord)
const shared = { irreversible: false, onward: false, refusals: [], rules: ["SEC-4"], concurrency: "commutes" } as const
const text = Field.text("คำถาม", "Question")

const ask = create({
  ...shared,
  name: "questions.ask",
  summary: { th: "ถาม", en: "Ask" },
  input: Schema.Struct({ agency: Field.reference(OrganisationId, "organisation", "หน่วยงาน", "Agency"), text }),
  allow: [{ actor: "visitor", scope: "any" }],
  access: ({ input }) => accessOf({ owner: input.agency, public: true }),
  decide: ({ context: { newId }, input }) =>
    Result.succeed([event.QuestionAsked.make({ id: newId(), agency: input.agency, text: input.text })])
})

const add = change({
  ...shared,
  name: "questions.add",
  summary: { th: "ถามเพิ่ม", en: "Ask more" },
  input: Schema.Struct({ text }),
  allow: [visitors],
  decide: ({ input }) => Result.succeed([event.QuestionAdded.make(input)])
})

const answer = change({
  ...shared,
  name: "questions.answer",
  summary: { th: "ตอบ", en: "Answer" },
  input: Schema.Struct({}),
  allow: [officer],
  decide: () => Result.succeed([event.QuestionAnswered.make({})])
})

const lapse = change({
  ...shared,
  name: "questions.lapse",
  summary: { th: "ปิดคำถามที่ไม่มีผู้ตอบ", en: "Let a question lapse that nobody answered" },
  input: Schema.Struct({}),
  allow: [theSystem],
  decide: () => Result.succeed([event.QuestionLapsed.make({})])
})

export const withQuestions: Catalogue = joined([
  ...capabilities,
  { records: [questionRecord], commands: [ask, add, answer, lapse], questions: [], refusals: {}, words: noWords }
])

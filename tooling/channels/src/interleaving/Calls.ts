import { type Catalogue, joined } from "@phakhi/domain/engine/Catalogue"
import { allWhere, commandsOn, reference as related } from "@phakhi/domain/engine/Handler"
import { listing } from "@phakhi/domain/engine/Listing"
import { defineRecord } from "@phakhi/domain/engine/Record"
import { accessOf } from "@phakhi/domain/kernel/Actor"
import { agency } from "@phakhi/domain/kernel/Audience"
import { reference } from "@phakhi/domain/kernel/Column"
import type { Instant } from "@phakhi/domain/kernel/ThaiDate"
import { refusal, refuse } from "@phakhi/domain/partnerships/refusals"
import { noWords } from "@phakhi/domain/rules/Words"
import { Result, Schema } from "effect"

// Kinds of record that exist for tests only: a call with an end, and sheets of it, of which there are never more than two.

const Call = Schema.Struct({ id: Schema.String, from: Schema.String, until: Schema.String })
type Call = typeof Call.Type
const CallOpened = Schema.TaggedStruct("CallOpened", Call.fields)

const Sheet = Schema.Struct({ id: Schema.String, call: Schema.String, score: Schema.Int })
type Sheet = typeof Sheet.Type
const SheetHandedIn = Schema.TaggedStruct("SheetHandedIn", Sheet.fields)
const SheetScored = Schema.TaggedStruct("SheetScored", { score: Schema.Int })

const anyone = [{ role: "public", scope: "any" }] as const
const titled = (th: string) => ({ title: { th }, status: "open" })

const callMask = { id: agency, from: agency, until: agency } as const
const sheetMask = { id: agency, call: agency, score: agency } as const
const told = { seen: agency, actor: agency } as const

const callRecord = defineRecord({
  name: "call",
  plural: "calls",
  label: { th: "ประกาศ", en: "call" },
  State: Call,
  Event: CallOpened,
  schemaVersion: 1,
  evolve: (_, { event: { _tag, ...call } }) => call,
  audiences: [{ name: "full", allow: anyone }],
  masks: { state: callMask, events: { CallOpened: { ...told, data: callMask } } },
  access: () => accessOf({ public: true }),
  ...listing({ columns: {}, row: () => ({ ...titled("ประกาศ"), columns: {} }) })
})

/** Executives alone may see a sheet: whoever else decides on all of them does so with the eyes of the system. */
const sheetRecord = defineRecord({
  name: "sheet",
  plural: "sheets",
  label: { th: "ใบคะแนน", en: "sheet" },
  State: Sheet,
  Event: Schema.Union([SheetHandedIn, SheetScored]),
  schemaVersion: 1,
  groups: ["call"],
  evolve: (state, { event }) => {
    if (event._tag === "SheetHandedIn") return { id: event.id, call: event.call, score: event.score }
    return { id: state?.id ?? "", call: state?.call ?? "", score: event.score }
  },
  audiences: [{ name: "full", allow: [{ role: "executive", scope: "any" }] }],
  masks: {
    state: sheetMask,
    events: { SheetHandedIn: { ...told, data: sheetMask }, SheetScored: { ...told, data: { score: agency } } }
  },
  access: () => accessOf({}),
  ...listing({
    columns: { call: reference("call", "ประกาศ", "Call", { seenBy: "everyone" }) },
    row: ({ call }: Sheet) => ({ ...titled("ใบคะแนน"), columns: { call } })
  })
})

const declared = {
  summary: { th: "ทดสอบ", en: "Test" },
  allow: anyone,
  irreversible: false,
  onward: false,
  concurrency: "commutes",
  rules: ["SEC-2"]
} as const

const calls = commandsOn(callRecord)
const sheets = commandsOn(sheetRecord)

const sheetsOf = (call: string) => ({
  sheets: allWhere(sheetRecord, "call", call, refusal("NotACandidate", { organisation: call }))
})
const atMost = 2

/** The tags are borrowed: full, too early or too late. */
const full = () => refuse("PartyAlreadyNamed", { organisation: "sheet", as: "sheet" })
const opened = (call: Call, now: Instant) =>
  now >= call.until || now < call.from ? refuse("PlanMissing", {}) : Result.succeed(call)

export const calling: Catalogue = joined([
  {
    records: [callRecord, sheetRecord],
    questions: [],
    refusals: {},
    words: noWords,
    commands: [
      calls.create({
        ...declared,
        name: "calls.open",
        refusals: [],
        input: Schema.Struct({ from: Schema.String, until: Schema.String }),
        access: () => accessOf({}),
        decide: ({ context, input }) => Result.succeed([CallOpened.make({ id: context.newId(), ...input })])
      }),
      sheets.create({
        ...declared,
        name: "sheets.hand-in",
        refusals: ["PartyAlreadyNamed", "NotACandidate", "PlanMissing"],
        input: Schema.Struct({ call: Schema.String, score: Schema.Int }),
        related: ({ call }) => ({ call: related(callRecord, call) }),
        many: ({ call }) => sheetsOf(call),
        access: () => accessOf({}),
        decide: ({ context, input, many, related }) =>
          Result.flatMap(opened(related.call, context.now), ({ from, until }) =>
            many.sheets.length >= atMost
              ? full()
              : Result.succeed({
                  events: [SheetHandedIn.make({ id: context.newId(), ...input })],
                  deadlines: [{ before: until as Instant }, { notBefore: from as Instant }]
                })
          )
      }),
      sheets.change({
        ...declared,
        name: "sheets.score",
        refusals: [],
        input: Schema.Struct({ score: Schema.Int }),
        decide: ({ input }) => Result.succeed([SheetScored.make(input)])
      }),
      /** Makes a sheet that is one more than the highest that there is. */
      sheets.create({
        ...declared,
        name: "sheets.outdo",
        refusals: ["NotACandidate"],
        input: Schema.Struct({ call: Schema.String }),
        many: ({ call }) => sheetsOf(call),
        access: () => accessOf({}),
        decide: ({ context, input: { call }, many }) => {
          const score = 1 + Math.max(0, ...many.sheets.map(({ state }) => state.score))
          return Result.succeed([SheetHandedIn.make({ id: context.newId(), call, score })])
        }
      })
    ]
  }
])

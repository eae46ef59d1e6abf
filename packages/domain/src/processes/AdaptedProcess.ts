import { Result, Schema } from "effect"
import type { Context } from "../engine/Context.ts"
import { type Recorded, unknownId } from "../engine/Event.ts"
import { listing } from "../engine/Listing.ts"
import { defineRecord } from "../engine/Record.ts"
import { accessOf, OrganisationId } from "../kernel/Actor.ts"
import { ownAgency } from "../kernel/Audience.ts"
import * as Column from "../kernel/Column.ts"
import { check } from "./Checker.ts"
import { compose, latest } from "./Composition.ts"
import { processEventMasks, processMask } from "./masks.ts"
import { Overlay } from "./Overlay.ts"
import { described, type Problem } from "./Problem.ts"
import { Way } from "./Process.ts"
import { refuse } from "./refusals.ts"

/** PRO-1: a process as an agency has adapted it; checked before anyone can use it. */
export const AdaptedProcess = Schema.Struct({
  id: Schema.String.check(Schema.isUUID()),
  owner: OrganisationId,
  overlay: Overlay,
  edition: Schema.Int
})
export type AdaptedProcess = typeof AdaptedProcess.Type

export const ProcessEvent = Schema.TaggedUnion({
  ProcessAdapted: { id: AdaptedProcess.fields.id, owner: OrganisationId, overlay: Overlay },
  ProcessRevised: { overlay: Overlay }
})
export type ProcessEvent = typeof ProcessEvent.Type

/** Every problem of an overlay, over each way that its model can be begun in. */
export const problemsOf = (overlay: Overlay): ReadonlyArray<Problem> => {
  const model = latest(overlay.model)
  const found = (model.ways ?? Way.literals).flatMap((way) =>
    check(compose({ collaboration: latest("collaboration"), model, way, overlay }))
  )
  return [...new Map(found.map((problem) => [`${problem.at} ${problem.code}`, problem])).values()]
}

const sound = (overlay: Overlay) => {
  const problems = problemsOf(overlay)
  return problems.length === 0
    ? Result.succeed(overlay)
    : refuse("OverlayRefused", described(problems), { field: "/overlay" })
}

export const adapt = (overlay: Overlay, { actor: { organisation }, newId }: Context) =>
  Result.gen(function* () {
    if (organisation === null)
      return yield* refuse("NotPermitted", {
        operation: "processes.adapt",
        who: ["agency-administrator"],
        act: { th: "ปรับกระบวนการของหน่วยงาน", en: "Adapt a process for the agency" }
      })
    const checked = yield* sound(overlay)
    return [ProcessEvent.cases.ProcessAdapted.make({ id: newId(), owner: organisation, overlay: checked })]
  })

export const revise = (_: AdaptedProcess, overlay: Overlay) =>
  Result.map(sound(overlay), (checked) => [ProcessEvent.cases.ProcessRevised.make({ overlay: checked })])

const unnamed: Overlay = { title: { th: "—" }, model: "contracting", edits: [], waivers: [] }

const evolve = (state: AdaptedProcess | undefined, { event }: Recorded<ProcessEvent>): AdaptedProcess =>
  event._tag === "ProcessAdapted"
    ? { id: event.id, owner: event.owner, overlay: event.overlay, edition: 1 }
    : {
        ...(state ?? { id: unknownId, owner: OrganisationId.make(unknownId), overlay: unnamed }),
        overlay: event.overlay,
        edition: (state?.edition ?? 0) + 1
      }

export const processRecord = defineRecord({
  name: "process",
  plural: "processes",
  label: { th: "กระบวนการที่ปรับแล้ว", en: "adapted process" },
  State: AdaptedProcess,
  Event: ProcessEvent,
  schemaVersion: 1,
  evolve,
  audiences: ownAgency,
  masks: { state: processMask, events: processEventMasks },
  access: ({ owner }) => accessOf({ owner }),
  ...listing({
    columns: {
      model: Column.choice("รูปแบบ", "Model", { seenBy: "everyone" }),
      edition: Column.number("ฉบับที่", "Edition", { seenBy: "everyone", plain: true })
    },
    row: ({ edition, overlay: { model, title } }: AdaptedProcess) => ({
      title,
      status: "checked",
      columns: { model, edition }
    })
  })
})

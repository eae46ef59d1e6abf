import { type EventMasks, type Mask, person } from "../engine/Mask.ts"
import { everyone, involved, parties, type SeenBy } from "../kernel/Audience.ts"
import type { AdaptedProcess, ProcessEvent } from "./AdaptedProcess.ts"
import type { AdoptedOverlay, Course, CourseEvent, StepState } from "./CourseState.ts"
import type { Edit, Overlay } from "./Overlay.ts"
import type { DefinitionRef, Step } from "./Process.ts"

const stepFor = <const Seen extends SeenBy>(seen: Seen) =>
  ({
    id: seen,
    rule: seen,
    label: seen,
    lane: seen,
    after: { each: seen },
    within: seen,
    completion: {
      by: seen,
      facts: { each: { name: seen, label: seen, rule: seen, whyNot: { name: seen, label: seen } } },
      act: seen
    },
    skip: seen,
    apart: { each: seen },
    dueDays: seen
  }) as const satisfies Mask<Step>

const editFor = <const Seen extends SeenBy>(seen: Seen) =>
  ({
    cases: {
      AddStep: { _tag: seen, step: stepFor(seen), before: { each: seen } },
      SetRounds: { _tag: seen, count: seen },
      SetThreshold: { _tag: seen, name: seen, value: seen },
      SetDue: { _tag: seen, step: seen, days: seen },
      Relabel: { _tag: seen, step: seen, label: seen }
    }
  }) as const satisfies Mask<Edit>

/** The steps that an agency has adapted are as open as the process itself. */
const overlay = {
  title: everyone,
  model: everyone,
  edits: { each: editFor(everyone) },
  waivers: { each: { rule: everyone, reason: everyone } }
} as const satisfies Mask<Overlay>

const adopted = { ...overlay, id: parties } as const satisfies Mask<AdoptedOverlay>
const definition = { id: everyone, version: everyone } as const satisfies Mask<DefinitionRef>

/** How far the work is, is public; what was said at a step stays between the parties. */
const step = {
  status: everyone,
  by: { each: { account: person(parties), side: everyone, at: everyone } },
  facts: { each: parties },
  evidence: { each: parties },
  reason: parties
} as const satisfies Mask<StepState>

/** A process that the owner proposes to the recipient. */
export const movedMask = { collaboration: definition, model: definition, overlay: adopted } as const

export const courseMask = {
  collaboration: definition,
  model: definition,
  way: everyone,
  overlay: adopted,
  withoutMoney: everyone,
  steps: { each: step }
} as const satisfies Mask<Course>

export const courseEventMasks = {
  ModelEmbedded: { seen: everyone, actor: parties, data: { model: definition, way: everyone, overlay: adopted } },
  StepConfirmed: {
    seen: everyone,
    actor: parties,
    data: {
      step: everyone,
      account: person(parties),
      side: everyone,
      status: everyone,
      facts: { each: parties },
      evidence: { each: parties }
    }
  },
  StepSkipped: {
    seen: everyone,
    actor: parties,
    data: { step: everyone, account: person(parties), side: everyone, reason: parties }
  },
  CourseEnded: {
    seen: everyone,
    actor: parties,
    data: { steps: { each: everyone }, account: person(parties), side: everyone, reason: parties }
  },
  CourseMoved: {
    seen: involved,
    actor: parties,
    data: movedMask
  }
} as const satisfies EventMasks<CourseEvent>

export const processMask = {
  id: everyone,
  owner: everyone,
  overlay,
  edition: everyone
} as const satisfies Mask<AdaptedProcess>

export const processEventMasks = {
  ProcessAdapted: { seen: everyone, actor: parties, data: { id: everyone, owner: everyone, overlay } },
  ProcessRevised: { seen: everyone, actor: parties, data: { overlay } }
} as const satisfies EventMasks<ProcessEvent>

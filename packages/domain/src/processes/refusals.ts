import { engineRefusals } from "../engine/refusals.ts"
import type { LocalizedText } from "../kernel/LocalizedText.ts"
import { declare, list, refusing } from "../rules/Refusals.ts"

export const processRefusals = {
  ReasonMissing: declare<{ subject: LocalizedText }>(
    "rule",
    "MOD-2",
    (f) => `ต้องบันทึกเหตุผลเป็นลายลักษณ์อักษร: ${f.subject}`,
    (f) => `A written reason is needed: ${f.subject}.`
  ),
  WayNotForModel: declare<{ model: string; way: string }>(
    "rule",
    "COL-9",
    (f) => `รูปแบบ ${f.model} ใช้กับวิธี ${f.way} ไม่ได้`,
    (f) => `The model ${f.model} does not go with the way ${f.way}.`
  ),
  StepUnknown: declare<{ step: string }>(
    "missing",
    "COL-9",
    (f) => `กระบวนการนี้ไม่มีขั้นตอน ${f.step}`,
    (f) => `This process has no step ${f.step}.`
  ),
  StepNotOpen: declare<{ step: string; waitsFor: ReadonlyArray<string> }>(
    "rule",
    "COL-9",
    (f) => `ขั้นตอน ${f.step} ยังเริ่มไม่ได้ ต้องทำ ${list(f.waitsFor)} ให้เสร็จก่อน`,
    (f) => `Step ${f.step} cannot start yet: first finish ${list(f.waitsFor)}.`
  ),
  StepAlreadyDone: declare<{ step: string }>(
    "conflict",
    "COL-9",
    (f) => `ขั้นตอน ${f.step} เสร็จแล้ว`,
    (f) => `Step ${f.step} is already done.`
  ),
  StepNotSkippable: declare<{ step: string }>(
    "rule",
    "COL-9",
    (f) => `ขั้นตอน ${f.step} ข้ามไม่ได้`,
    (f) => `Step ${f.step} cannot be skipped.`
  ),
  StepFactsMissing: declare<{ step: string; missing: ReadonlyArray<string>; labels: LocalizedText }>(
    "rule",
    "COL-9",
    (f) => `ขั้นตอน ${f.step} ต้องระบุให้ครบ ยังขาด ${f.labels}`,
    (f) => `Step ${f.step} must state all of it; missing: ${f.labels}.`
  ),
  StepDoneByAct: declare<{ step: string; act: string }>(
    "rule",
    "COL-9",
    (f) => `ขั้นตอน ${f.step} เสร็จโดยการดำเนินการ ${f.act} เอง ไม่ใช่โดยการกดว่าเสร็จ`,
    (f) => `Step ${f.step} is finished by the act ${f.act} itself, not by marking it done.`
  ),
  WrongLane: declare<{ step: string; lane: string }>(
    "forbidden",
    "COL-9",
    (f) => `ขั้นตอน ${f.step} เป็นของฝ่าย ${f.lane}`,
    (f) => `Step ${f.step} belongs to the ${f.lane} lane.`
  ),
  AlreadyConfirmed: declare<{ step: string; side: string }>(
    "conflict",
    "COM-1",
    (f) => `ฝ่าย ${f.side} ยืนยันขั้นตอน ${f.step} แล้ว รออีกฝ่าย`,
    (f) => `The ${f.side} side has already confirmed step ${f.step}; the other side must follow.`
  ),
  SeparationOfDuties: declare<{ step: string; other: string }>(
    "rule",
    "SEP-1",
    (f) => `ผู้ที่ทำ ${f.other} แล้ว ทำ ${f.step} ด้วยตนเองไม่ได้ ต้องเป็นอีกคนหนึ่ง`,
    (f) => `Whoever did ${f.other} cannot also do ${f.step}; it must be another person.`
  ),
  OverlayRefused: declare<{ problems: ReadonlyArray<string>; count: number; details: LocalizedText }>(
    "rule",
    "PRO-1",
    (f) => `การปรับกระบวนการมีปัญหา ${f.count} แห่ง: ${f.details}`,
    (f) => `The adapted process has ${f.count} problem(s): ${f.details}`
  ),
  ProcessMoveRefused: declare<{ lost: ReadonlyArray<string> }>(
    "rule",
    "PRO-1",
    (f) => `ย้ายไปใช้กระบวนการนี้ไม่ได้ เพราะขั้นตอนที่ทำแล้วจะหายไป: ${list(f.lost)}`,
    (f) => `The partnership cannot move to this process: steps already done would be lost: ${list(f.lost)}.`
  ),
  ProcessUpToDate: declare<Record<never, never>>(
    "conflict",
    "PRO-1",
    () => "ความร่วมมือนี้ใช้กระบวนการฉบับล่าสุดอยู่แล้ว",
    () => "The partnership already runs on the newest version of its process."
  )
}

export const { refusal, refuse } = refusing({ ...engineRefusals, ...processRefusals })

/** What an act can be refused for that waits for its step. */
export const onAnyStep = ["StepUnknown", "StepNotOpen", "StepAlreadyDone"] as const satisfies ReadonlyArray<
  keyof typeof processRefusals
>

/** What an act that completes a step of the process can be refused for, beside its own reasons. */
export const onAnyAct = [...onAnyStep, "WrongLane", "SeparationOfDuties"] as const satisfies ReadonlyArray<
  keyof typeof processRefusals
>

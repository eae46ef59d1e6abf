import { deliveryRefusals } from "../delivery/refusals.ts"
import { planRefusals } from "../plans/refusals.ts"
import { processRefusals } from "../processes/refusals.ts"
import { declare, list, refusing } from "../rules/Refusals.ts"

export const evaluationRefusals = {
  SamePerson: declare<{ act: string; other: string }>(
    "rule",
    "SEP-1",
    (f) => `ผู้ที่${f.other}แล้ว จะ${f.act}เองไม่ได้ ต้องเป็นอีกคนหนึ่ง`,
    (f) => `Two people are needed: the same person cannot both ${f.other} and ${f.act}.`
  ),
  EvaluationUnknown: declare<{ evaluation: string }>(
    "missing",
    "COL-8",
    (f) => `ไม่พบการประเมิน ${f.evaluation}`,
    (f) => `There is no evaluation ${f.evaluation}.`
  ),
  EvaluationNotSubmitted: declare<{ status: string }>(
    "conflict",
    "COL-8",
    (f) => `การประเมินอยู่ในสถานะ ${f.status}`,
    (f) => `The evaluation is ${f.status}.`
  ),
  MethodsIncomplete: declare<{ missing: ReadonlyArray<string> }>(
    "rule",
    "PBC-6",
    (f) => `การประเมินนี้ยังไม่ครบวิธี ยังขาดผลโดย${list(f.missing)}`,
    (f) => `This evaluation needs findings by more methods; missing: ${list(f.missing)}.`
  ),
  FindingAlreadyGiven: declare<{ step: string; method: string }>(
    "conflict",
    "PBC-6",
    (f) => `มีผลการประเมิน ${f.step} โดย${f.method}แล้ว ส่งใหม่ได้เมื่อมีการส่งผลเดิมกลับ`,
    (f) => `${f.step} has a finding by the ${f.method} method already. It can be given anew once that is sent back.`
  ),
  ResultsIncomplete: declare<{ reported: number; needed: number; missing: number }>(
    "rule",
    "PER-1",
    (f) =>
      `มีผลเพียงร้อยละ ${f.reported} ของน้ำหนักตัวชี้วัด ต้องมีอย่างน้อยร้อยละ ${f.needed} ยังขาดผลของ ${f.missing} ตัวชี้วัด ส่งกลับให้ประเมินให้ครบ`,
    (f) =>
      `Only ${f.reported}% of the indicators' weight is reported, and ${f.needed}% is needed: ${f.missing} indicator(s) have no result. Send it back to be completed.`
  ),
  SiteVisitMissing: declare<{ step: string }>(
    "rule",
    "PBC-6a",
    (f) => `การประเมิน ${f.step} ควรมีการลงพื้นที่ บันทึกวันที่ลงพื้นที่ หรือเหตุผลที่ไม่ได้ลง`,
    (f) => `Evaluation ${f.step} should include a site visit. Give its date, or record why there was none.`
  ),
  SiteVisitAhead: declare<{ day: string }>(
    "rule",
    "PBC-6a",
    (f) => `วันที่ลงพื้นที่ ${f.day} ยังมาไม่ถึง บันทึกวันที่ได้ลงพื้นที่แล้ว หรือเหตุผลที่ไม่ได้ลง`,
    (f) => `The site visit of ${f.day} has not taken place yet. Give the day of one that has, or why there was none.`
  ),
  EvaluatorIsPayee: declare<{ organisation: string }>(
    "rule",
    "SEP-2",
    () => "ผู้รับเงินประเมินหรือยอมรับผลการประเมินของตนเองไม่ได้",
    () => "The payee cannot evaluate itself, nor accept its own evaluation."
  ),
  MethodNotYours: declare<{ method: string }>(
    "rule",
    "PBC-6",
    (f) => `ผู้ประเมินของหน่วยงานเจ้าของภารกิจใช้วิธีภายใน ผู้อื่นใช้วิธีภายนอก ท่านส่งผลแบบ${f.method}ไม่ได้`,
    (f) =>
      `The owner's own evaluators use the internal method, all others the external one. You cannot submit as ${f.method}.`
  ),
  ScoreBelowThreshold: declare<{ score: string; threshold: string }>(
    "rule",
    "PBC-7a",
    (f) => `คะแนนสุดท้าย ${f.score} ต่ำกว่าเกณฑ์ยอมรับ ${f.threshold} ส่งกลับให้ปรับปรุง หรือปรับเกณฑ์ผ่านกระบวนการ`,
    (f) =>
      `The final score ${f.score} is below the acceptance threshold ${f.threshold}. Send it back, or adapt the process.`
  )
}

export const { refusal, refuse } = refusing({
  ...processRefusals,
  ...planRefusals,
  ...deliveryRefusals,
  ...evaluationRefusals
})

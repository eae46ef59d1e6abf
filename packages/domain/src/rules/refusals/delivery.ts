import type { LocalizedText } from "../../kernel/LocalizedText.ts"
import { declare, list } from "./declare.ts"

export const deliveryRefusals = {
  AuthorityMissing: declare<{ activity: LocalizedText }>(
    "rule",
    "COL-7a",
    (f) => `กิจกรรม ${f.activity} ควรระบุอำนาจตามกฎหมาย ระบุ หรือบันทึกเหตุผลที่ยังไม่มี`,
    (f) => `Activity ${f.activity} should name its legal authority. Name it, or record why there is none yet.`
  ),
  WeightsDoNotSum: declare<{ sum: number }>(
    "rule",
    "PER-1",
    (f) => `น้ำหนักตัวชี้วัดรวม ${f.sum / 100}% ต้องรวมเป็น 100%`,
    (f) => `The indicators' weights add up to ${f.sum / 100}%; they must add up to 100%.`
  ),
  DirectionDisagrees: declare<{ indicator: LocalizedText; declared: string; derived: string }>(
    "rule",
    "PER-1",
    (f) => `ตัวชี้วัด ${f.indicator} ระบุทิศทาง ${f.declared} แต่ระดับคะแนนแสดงทิศทาง ${f.derived}`,
    (f) => `Indicator ${f.indicator} declares ${f.declared}, but its levels run ${f.derived}.`
  ),
  LevelsNotMonotone: declare<{ indicator: LocalizedText }>(
    "rule",
    "PER-1",
    (f) => `ระดับของตัวชี้วัด ${f.indicator} ต้องเพิ่มขึ้นหรือลดลงตลอด และไม่ซ้ำกัน`,
    (f) => `The levels of indicator ${f.indicator} must rise or fall throughout, with none equal.`
  ),
  ScaleMisused: declare<{ problem: string; indicator: LocalizedText }>(
    "rule",
    "PER-1",
    (f) => `เกณฑ์หรือผลของตัวชี้วัด ${f.indicator} ใช้คำนวณคะแนนไม่ได้: ${f.problem}`,
    (f) => `The scale or result of indicator ${f.indicator} cannot be scored: ${f.problem}.`
  ),
  StepTextMissing: declare<{ indicator: LocalizedText; level: number }>(
    "rule",
    "PER-1",
    (f) => `ตัวชี้วัด ${f.indicator} แบบขั้น ต้องระบุสิ่งที่ต้องทำให้ถึงระดับ ${f.level}`,
    (f) => `Indicator ${f.indicator} is scored in steps: state what level ${f.level} asks.`
  ),
  StepsOutOfOrder: declare<{ indicator: LocalizedText }>(
    "rule",
    "PER-1",
    (f) => `ตัวชี้วัด ${f.indicator} แบบขั้น ต้องเรียงระดับ 1, 2, 3, 4, 5`,
    (f) => `Indicator ${f.indicator} is scored in steps: its levels must be 1, 2, 3, 4, 5, in this order.`
  ),
  NothingBefore: declare<{ of: string }>(
    "rule",
    "RED-1",
    (f) => `ก่อนลด ต้องมี${f.of === "steps" ? "ขั้นตอน" : "ระยะเวลา"}มากกว่าศูนย์`,
    (f) => `Before the reduction, ${f.of} must be more than zero.`
  ),
  ActivityMisplaced: declare<{ activity: LocalizedText; problem: string }>(
    "rule",
    "COL-6",
    (f) => `กิจกรรม ${f.activity} ใช้ในแผนไม่ได้: ${f.problem}`,
    (f) => `Activity ${f.activity} does not fit the plan: ${f.problem}.`
  ),
  PlanMissing: declare<Record<never, never>>(
    "rule",
    "ACT-8",
    () => "ยังไม่มีแผนปฏิบัติการที่รับรองแล้ว",
    () => "There is no adopted action plan yet."
  ),
  IndicatorUnknown: declare<{ indicator: string }>(
    "missing",
    "COL-8",
    (f) => `แผนไม่มีตัวชี้วัด ${f.indicator}`,
    (f) => `The plan has no indicator ${f.indicator}.`
  ),
  ReportMissing: declare<{ step: string }>(
    "rule",
    "MON-3",
    (f) => `ต้องมีรายงานความก้าวหน้าของผู้รับมอบก่อน ${f.step}`,
    (f) => `The recipient's progress report is needed before ${f.step}.`
  ),
  SpendingExceedsPayments: declare<{ spent: string; paid: string }>(
    "rule",
    "MON-2",
    (f) => `รายงานการใช้จ่ายรวม ${f.spent} บาท เกินเงินที่ได้รับ ${f.paid} บาท`,
    (f) => `Spending of ${f.spent} baht is reported, more than the ${f.paid} baht received.`
  ),
  ReportUnknown: declare<{ report: number }>(
    "missing",
    "GRA-4",
    (f) => `ไม่มีรายงานฉบับที่ ${f.report} ที่ยังใช้อยู่`,
    (f) => `There is no report ${f.report} that still counts.`
  ),
  NoticeUnknown: declare<{ notice: string }>(
    "missing",
    "GRA-4a",
    (f) => `ไม่พบหนังสือแจ้งปัญหา ${f.notice}`,
    (f) => `There is no notice ${f.notice}.`
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
    (f) => `การประเมินระยะกลางต้องใช้ทั้งวิธีภายในและภายนอก ยังขาด ${list(f.missing)}`,
    (f) => `A mid-term evaluation uses internal and external methods; missing: ${list(f.missing)}.`
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
  PlanUnderEvaluation: declare<{ step: string }>(
    "rule",
    "COL-8a",
    (f) => `กำลังประเมิน ${f.step} ตามตัวชี้วัดนี้อยู่ ยอมรับหรือส่งกลับผลการประเมินก่อนปรับแผน`,
    (f) =>
      `${f.step} is being evaluated on these indicators. Accept the evaluation or send it back before revising the plan.`
  ),
  ScoreBelowThreshold: declare<{ score: string; threshold: string }>(
    "rule",
    "PBC-7",
    (f) => `คะแนนสุดท้าย ${f.score} ต่ำกว่าเกณฑ์ยอมรับ ${f.threshold} ส่งกลับให้ปรับปรุง หรือปรับเกณฑ์ผ่านกระบวนการ`,
    (f) =>
      `The final score ${f.score} is below the acceptance threshold ${f.threshold}. Send it back, or adapt the process.`
  ),
  EvidenceUnknown: declare<{ file: string }>(
    "missing",
    "COL-8",
    (f) => `ไม่พบไฟล์หลักฐาน ${f.file} อัปโหลดก่อนแนบ`,
    (f) => `There is no evidence file ${f.file}. Upload it before attaching it.`
  )
}

import type { LocalizedText } from "../kernel/LocalizedText.ts"
import { declare, refusing } from "../rules/Refusals.ts"

export const planRefusals = {
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
  ActivityMisplaced: declare<{ activity: LocalizedText; problem: string }>(
    "rule",
    "COL-6",
    (f) => `กิจกรรม ${f.activity} ใช้ในแผนไม่ได้: ${f.problem}`,
    (f) => `Activity ${f.activity} does not fit the plan: ${f.problem}.`
  )
}

export const { refusal, refuse } = refusing(planRefusals)

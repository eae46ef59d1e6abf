import type { Wording } from "../kernel/Refusal.ts"

/** The parts of a partnership, in the order in which they are shown. Each of its operations belongs to one. */
export const areas = {
  process: { th: "ขั้นตอน", en: "Process" },
  agreement: { th: "ข้อตกลง", en: "Agreement" },
  plan: { th: "แผนและตัวชี้วัด", en: "Plan and indicators" },
  delivery: { th: "การดำเนินงาน", en: "Delivery" },
  money: { th: "การเงิน", en: "Money" },
  evaluation: { th: "การประเมินผล", en: "Evaluation" },
  evidence: { th: "หลักฐาน", en: "Evidence" }
} as const satisfies Record<string, Wording>

export type Area = keyof typeof areas

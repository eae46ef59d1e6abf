import type { RuleId } from "../rules/Catalogue.ts"

interface Words {
  readonly th: (what: string) => string
  readonly en: (what: string) => string
}

const words = {
  "definition-unknown": {
    th: (what) => `ไม่พบนิยามกระบวนการ ${what}`,
    en: (what) => `There is no process definition ${what}.`
  },
  "way-refused": {
    th: (what) => `รูปแบบนี้เริ่มด้วยวิธี ${what} ไม่ได้`,
    en: (what) => `This model cannot be begun by ${what}.`
  },
  "model-mismatch": {
    th: (what) => `การปรับกระบวนการนี้ทำไว้สำหรับรูปแบบ ${what}`,
    en: (what) => `This overlay was made for the model ${what}.`
  },
  "duplicate-step": { th: (what) => `มีขั้นตอน ${what} อยู่แล้ว`, en: (what) => `There already is a step ${what}.` },
  "unknown-step": { th: (what) => `ไม่มีขั้นตอน ${what}`, en: (what) => `There is no step ${what}.` },
  "not-a-container": {
    th: (what) => `${what} ไม่ใช่ขั้นตอนที่มีขั้นตอนย่อย`,
    en: (what) => `${what} is not a step that holds other steps.`
  },
  cycle: {
    th: (what) => `ลำดับวนกลับมาที่เดิม: ${what}`,
    en: (what) => `The order runs in a circle: ${what}.`
  },
  unreachable: { th: (what) => `ไปไม่ถึงขั้นตอน ${what}`, en: (what) => `Step ${what} can never be reached.` },
  "dead-end": {
    th: (what) => `ขั้นตอน ${what} ไม่มีทางเสร็จ เพราะไม่มีขั้นตอนย่อย`,
    en: (what) => `Step ${what} holds no steps, so it can never be finished.`
  },
  "missing-step": {
    th: (what) => `ขาดขั้นตอนที่กฎกำหนด: ${what}`,
    en: (what) => `What a rule demands is missing: ${what}.`
  },
  "missing-fact": {
    th: (what) => `ขั้นตอนต้องระบุ ${what}`,
    en: (what) => `The step must state ${what}.`
  },
  "skip-refused": {
    th: (what) => `ขั้นตอน ${what} เป็นขั้นตอนบังคับ ให้ข้ามไม่ได้`,
    en: (what) => `Step ${what} is enforced and cannot be made skippable.`
  },
  "waiver-refused": { th: (what) => `กฎ ${what} ยกเว้นไม่ได้`, en: (what) => `Rule ${what} cannot be waived.` },
  "rounds-refused": {
    th: (what) => `จำนวนรอบต้องอยู่ระหว่าง ${what}`,
    en: (what) => `The number of rounds must be between ${what}.`
  },
  "threshold-unknown": { th: (what) => `ไม่มีเกณฑ์ชื่อ ${what}`, en: (what) => `There is no threshold ${what}.` },
  "threshold-refused": {
    th: (what) => `ค่าของเกณฑ์ใช้ไม่ได้: ${what}`,
    en: (what) => `The threshold cannot have this value: ${what}.`
  },
  "due-refused": {
    th: (what) => `กำหนดเวลาต้องเป็น 1 ถึง 3650 วัน ไม่ใช่ ${what}`,
    en: (what) => `A due time is 1 to 3650 days, not ${what}.`
  },
  "lane-refused": {
    th: (what) => `ฝ่าย ${what} ทำการนี้ไม่ได้`,
    en: (what) => `This act cannot belong to the ${what} lane.`
  },
  "act-twice": {
    th: (what) => `ขั้นตอน ${what} ไม่มีทางเสร็จ เพราะการนี้ทำได้ครั้งเดียวและมีขั้นตอนของตนอยู่แล้ว`,
    en: (what) => `Step ${what} can never be finished: its act is done once, and has a step already.`
  },
  "act-too-early": {
    th: (what) => `ขั้นตอน ${what} ต้องรอการลงนามข้อตกลงและแผนปฏิบัติการ`,
    en: (what) => `Step ${what} must wait for the signed agreement and the action plan.`
  },
  "apart-from-itself": {
    th: (what) => `ขั้นตอน ${what} แยกผู้ทำออกจากตัวเองไม่ได้`,
    en: (what) => `Step ${what} cannot be kept apart from itself.`
  },
  "disbursement-without-evaluation": {
    th: (what) => `จ่ายเงินใน ${what} ได้โดยไม่มีผลการประเมินที่ได้รับการยอมรับหลังการจ่ายครั้งก่อน`,
    en: (what) => `${what} can pay without an accepted evaluation since the payment before it.`
  },
  "closing-not-last": {
    th: (what) => `ปิดบัญชีได้ทั้งที่ ${what} ยังไม่เสร็จ`,
    en: (what) => `The accounts can be closed while ${what} is unfinished.`
  },
  "closing-without-audit": {
    th: (what) => `ปิดบัญชีใน ${what} ได้โดยยังไม่ตรวจสอบบัญชี`,
    en: (what) => `${what} can close the accounts before they are audited.`
  }
} as const satisfies { readonly [code: string]: Words }

export type ProblemCode = keyof typeof words

/** What is wrong with a definition or an overlay, and where. */
export interface Problem {
  readonly code: ProblemCode
  /** `edits[2].step.after[0]` in an overlay, `steps.PBC-7.1` in the composed process. */
  readonly at: string
  readonly rule: RuleId
  readonly th: string
  readonly en: string
}

export const problem = (code: ProblemCode, at: string, what: string | number, rule: RuleId = "PRO-1"): Problem => {
  const { th, en }: Words = words[code]
  return { code, at, rule, th: th(String(what)), en: en(String(what)) }
}

/** The first of many problems, as the facts of a refusal: places and codes, and the words of both languages. */
export const described = (problems: ReadonlyArray<Problem>) => {
  const first = problems.slice(0, 20)
  return {
    problems: first.map(({ at, code }) => `${at}: ${code}`),
    count: problems.length,
    details: {
      th: first.map(({ at, th }) => `${th} (${at})`).join("; "),
      en: first.map(({ at, en }) => `${en} (${at})`).join(" ")
    }
  }
}

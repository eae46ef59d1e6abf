import { Schema } from "effect"

export interface BothLanguages {
  readonly th: string
  readonly en: string
}

/** The documents that rules come from; PHAKHI is the project itself. */
export const Document = Schema.Literals(["OPDC", "OPDC-2557", "PLAN", "GG", "UK", "PHAKHI"])
export type Document = typeof Document.Type

export const documentNames: { readonly [D in Document]: BothLanguages } = {
  OPDC: {
    th: "แนวทางการเปิดให้หน่วยงานอื่นเข้ามามีบทบาทร่วมในการจัดบริการสาธารณะ: คู่มือการจัดทำสัญญาข้อตกลงระหว่างภาครัฐกับภาคประชาสังคมหรือชุมชน สำนักงาน ก.พ.ร.",
    en: "Handbook on agreements between the state and civil society or communities, Public Sector Development Commission"
  },
  "OPDC-2557": {
    th: "การพัฒนาการบริหารราชการแบบบูรณาการ สำนักงาน ก.พ.ร. พ.ศ. 2557",
    en: "Development of integrated public administration, Public Sector Development Commission, 2014"
  },
  PLAN: {
    th: "แผนยุทธศาสตร์การพัฒนาระบบราชการไทย พ.ศ. 2551–2555 (เอกสารนำเสนอ)",
    en: "Strategic Plan for Thai Public Sector Development, 2008–2012 (slides)"
  },
  GG: {
    th: "บทเรียนของคณะทำงานด้านการบริหารกิจการบ้านเมืองที่ดี",
    en: "Lessons of a good-governance working group"
  },
  UK: {
    th: "Working Together: Public Services on Your Side สหราชอาณาจักร มีนาคม พ.ศ. 2552",
    en: "Working Together: Public Services on Your Side, United Kingdom, March 2009"
  },
  PHAKHI: { th: "ข้อกำหนดของระบบภาคี", en: "Decision of the Phakhi project" }
}

/** Where in a document a rule stands: OPDC's chapters, sections of 2557, and the titles of slides and parts. */
export const chapterNames = {
  why: { th: "ทำไมต้องร่วมมือกัน ?", en: "Why work together?" },
  policy: { th: "ทางเปิดสำหรับการร่วมมือกัน: ข้อกำหนดเชิงนโยบาย", en: "Openings for cooperation: what policy says" },
  models: {
    th: "รูปแบบและวิธีการในการเปิดให้หน่วยงานอื่นเข้ามามีบทบาทร่วมในการจัดบริการสาธารณะ",
    en: "Models and ways of opening public services to others"
  },
  process: { th: "กระบวนการสร้างความร่วมมือ", en: "Collaboration process" },
  factors: {
    th: "ความร่วมมือจะประสบความสำเร็จได้ต้องคำนึงอะไรบ้าง ?",
    en: "What has to be thought of for cooperation to succeed?"
  },
  cases: { th: "บทสรุปจากกรณีศึกษา", en: "Conclusions from the case studies" },
  "1.2": { th: "ข้อ 1.2", en: "Section 1.2" },
  "1.3": { th: "ข้อ 1.3", en: "Section 1.3" },
  "1.4": { th: "ข้อ 1.4", en: "Section 1.4" },
  reform: { th: "การปฏิรูประบบราชการ", en: "Reform of the administration" },
  governance: { th: "การบริหารกิจการบ้านเมืองที่ดี", en: "Good governance" },
  decree: {
    th: "พระราชกฤษฎีกาว่าด้วยหลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี พ.ศ. 2546",
    en: "Royal Decree on Good Governance B.E. 2546"
  },
  implementation: {
    th: "การนำยุทธศาสตร์การพัฒนาระบบราชการไทยไปสู่การปฏิบัติ",
    en: "Putting the strategy for developing the administration into practice"
  },
  blueprint: {
    th: "แนวทางการวิเคราะห์เพื่อวางพิมพ์เขียวเพื่อการเปลี่ยนแปลง",
    en: "Analysis towards a blueprint for change"
  },
  conditions: {
    th: "ปัจจัยเงื่อนไขแห่งความสำเร็จในการพัฒนาระบบราชการไทย",
    en: "Conditions of success in developing the administration"
  },
  pilots: {
    th: "การนำร่องข้อริเริ่มในการพัฒนาระบบราชการร่วมกับหน่วยงานต่าง ๆ",
    en: "Pilots of developing the administration with agencies"
  },
  "step-reduction": { th: "การลดขั้นตอน", en: "Step reduction" },
  "strategic-government": { th: "รัฐบาลเชิงยุทธศาสตร์", en: "Strategic government" }
} as const satisfies { readonly [chapter: string]: BothLanguages }

export type Chapter = keyof typeof chapterNames
const isChapter = (name: string): name is Chapter => Object.hasOwn(chapterNames, name)
export const Chapter = Schema.Literals(Object.keys(chapterNames).filter(isChapter))

/** Where a rule comes from. */
export const Source = Schema.Struct({
  document: Document,
  chapter: Schema.optionalKey(Chapter),
  /**
   * The printed page on which it begins. Only the pages on which chapters begin are printed in the table of contents; the
   * others are worked out from where the text breaks off, and can be one off.
   */
  page: Schema.optionalKey(Schema.Int)
}).annotate({ identifier: "Source" })
export type Source = typeof Source.Type

/** On which pages of OPDC a chapter is. */
export const chapterPages: { readonly [C in Chapter]?: { readonly from: number; readonly to: number } } = {
  why: { from: 1, to: 5 },
  policy: { from: 6, to: 8 },
  models: { from: 9, to: 27 },
  process: { from: 28, to: 37 },
  factors: { from: 38, to: 46 },
  cases: { from: 47, to: 51 }
}

export const printed = (
  chapter: "why" | "policy" | "models" | "process" | "factors" | "cases",
  page: number
): Source => ({ document: "OPDC", chapter, page })
export const section = (chapter: "1.2" | "1.3" | "1.4"): Source => ({ document: "OPDC-2557", chapter })
export const slide = (
  chapter: "reform" | "governance" | "decree" | "implementation" | "blueprint" | "conditions" | "pilots"
): Source => ({ document: "PLAN", chapter })
export const lessons = (chapter: "step-reduction"): Source => ({ document: "GG", chapter })
export const workingTogether = (chapter: "strategic-government"): Source => ({ document: "UK", chapter })
export const own: Source = { document: "PHAKHI" }

/** A source as it is cited: document, chapter, printed page. */
export const cited = ({ chapter, document, page }: Source): BothLanguages => {
  const parts = [documentNames[document], ...(chapter === undefined ? [] : [chapterNames[chapter]])]
  return {
    th: [...parts.map(({ th }) => th), ...(page === undefined ? [] : [`หน้า ${page}`])].join(" › "),
    en: [...parts.map(({ en }) => en), ...(page === undefined ? [] : [`page ${page}`])].join(" › ")
  }
}

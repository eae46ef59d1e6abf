import { wordsOf } from "../rules/Words.ts"

export const planWords = wordsOf({
  values: {
    up: { th: "ยิ่งมากยิ่งดี", en: "the more the better" },
    down: { th: "ยิ่งน้อยยิ่งดี", en: "the less the better" },
    PointsNotRising: { th: "คะแนนของค่าเป้าหมายไม่เพิ่มขึ้น", en: "the points do not rise" },
    BaseNotPositive: { th: "ค่าขั้นต้นต้องมากกว่าศูนย์", en: "the base must be more than zero" },
    LevelOutOfScale: { th: "ระดับอยู่นอกเกณฑ์", en: "a level lies outside the scale" },
    ScalesMixed: { th: "ใช้เกณฑ์ต่างชนิดในแผนเดียวกัน", en: "scales of different ranges in one plan" },
    ReportedTwice: { th: "รายงานซ้ำ", en: "reported twice" },
    NotALevel: { th: "ผลไม่ตรงกับระดับใด", en: "the result is not one of the levels" },
    IndicatorTwice: { th: "ระบุซ้ำ", en: "listed twice" },
    DeductionWithoutScore: { th: "หักคะแนนโดยไม่มีคะแนน", en: "a deduction without a score" },
    ActivityTwice: { th: "ระบุซ้ำ", en: "listed twice" },
    ActivityOutsideTerm: { th: "อยู่นอกระยะเวลาของข้อตกลง", en: "outside the agreement's term" },
    FiveLevel: { th: "ห้าระดับ คิดระหว่างระดับ", en: "five levels, counted between them" },
    FiveLevelStep: { th: "ห้าระดับ เป็นขั้น", en: "five levels, in steps" },
    Anchors: { th: "ขั้นต้น มาตรฐาน ขั้นสูง", en: "base, standard, advanced" },
    LevelsMiscounted: { th: "จำนวนระดับไม่ตรงกับชนิดของเกณฑ์", en: "the number of levels does not fit the kind of scale" },
    TextsNotForShape: { th: "ข้อความของระดับมีได้เฉพาะเกณฑ์แบบขั้น", en: "only levels in steps have texts" }
  },
  statuses: {},
  parts: {
    plan: { th: "แผนปฏิบัติการ", en: "Plan" },
    scale: { th: "เกณฑ์การให้คะแนน", en: "Scale" },
    adoptedBy: { th: "รับรองโดย", en: "Adopted by" },
    agreed: { th: "ผู้รับมอบภารกิจเห็นชอบ", en: "Agreed to by the recipient" },
    measures: { th: "ตัวชี้วัดและเกณฑ์", en: "Indicators and levels" },
    adoptedAt: { th: "รับรองเมื่อ", en: "Adopted" },
    points: { th: "คะแนน", en: "Points" },
    range: { th: "ช่วงคะแนน", en: "Range" },
    base: { th: "ขั้นต้น", en: "Base" },
    standard: { th: "มาตรฐาน", en: "Standard" },
    advanced: { th: "ขั้นสูง", en: "Advanced" },
    indicator: { th: "ตัวชี้วัด", en: "Indicator" },
    weight: { th: "น้ำหนัก", en: "Weight" },
    target: { th: "เป้าหมาย", en: "Target" },
    measure: { th: "สิ่งที่วัด", en: "Measure" }
  }
})

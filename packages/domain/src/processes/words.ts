import { wordsOf } from "../rules/Words.ts"

export const processWords = wordsOf({
  values: {
    evaluator: { th: "ผู้ประเมิน", en: "evaluator" },
    public: { th: "ประชาชน", en: "the public" },
    checked: { th: "ตรวจแล้ว", en: "checked" },
    done: { th: "เสร็จแล้ว", en: "done" },
    skipped: { th: "ข้าม", en: "skipped" },
    grant: { th: "การให้เงินอุดหนุน", en: "Grant" },
    contracting: { th: "การทำสัญญาข้อตกลง", en: "Performance-based Contracting" },
    commissioning: { th: "กลไกขับเคลื่อนงานภายใต้สัญญาร่วม", en: "Commissioning" },
    call: { th: "ประกาศรับข้อเสนอ", en: "an open call" },
    persuasion: { th: "ชักชวนโดยตรง", en: "direct persuasion" },
    owner: { th: "ผู้มอบภารกิจ", en: "mission owner" },
    recipient: { th: "ผู้รับมอบภารกิจ", en: "mission recipient" },
    joint: { th: "ทั้งสองฝ่าย", en: "both sides" },
    supporter: { th: "ภาคส่วนอื่นสนับสนุน", en: "supporter" },
    "third-party": { th: "ฝ่ายที่สาม", en: "third party" },
    AddStep: { th: "เพิ่มขั้นตอน", en: "a step added" },
    SetRounds: { th: "กำหนดจำนวนรอบ", en: "rounds set" },
    SetThreshold: { th: "กำหนดเกณฑ์", en: "threshold set" },
    SetDue: { th: "กำหนดเวลา", en: "due time set" },
    Relabel: { th: "เปลี่ยนชื่อขั้นตอน", en: "step renamed" },
    process: { th: "กระบวนการที่ปรับแล้ว", en: "adapted process" }
  },
  statuses: {
    process: ["checked"]
  },
  parts: {
    startedAt: { th: "เริ่มเมื่อ", en: "Started" },
    course: { th: "กระบวนการ", en: "Process" },
    collaboration: { th: "กระบวนการสร้างความร่วมมือ", en: "Collaboration process" },
    withoutMoney: { th: "ไม่มีวงเงิน", en: "Without money" },
    steps: { th: "ขั้นตอน", en: "Steps" },
    step: { th: "ขั้นตอน", en: "Step" },
    overlay: { th: "การปรับกระบวนการ", en: "Adaptation" },
    edits: { th: "สิ่งที่ปรับ", en: "Edits" },
    waivers: { th: "กฎที่ยกเว้น", en: "Waivers" },
    edition: { th: "ฉบับที่", en: "Edition" },
    lane: { th: "ผู้รับผิดชอบ", en: "Lane" },
    within: { th: "อยู่ใน", en: "Within" },
    container: { th: "กลุ่มขั้นตอน", en: "Group of steps" },
    round: { th: "รอบที่", en: "Round" }
  }
})

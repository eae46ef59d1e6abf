import { wordsOf } from "../rules/Words.ts"

export const engineWords = wordsOf({
  values: {
    none: { th: "ยังไม่มี", en: "none yet" },
    // Whose people may do something.
    "own-agency": { th: "ของหน่วยงานเจ้าของรายการ", en: "of the agency that owns the record" },
    "own-organisation": { th: "ขององค์กรที่ร่วมในรายการ", en: "of an organisation that takes part in the record" },
    assigned: { th: "ที่ได้รับมอบหมายในรายการ", en: "assigned to the record" }
  },
  statuses: {},
  parts: {
    id: { th: "รหัส", en: "Id" },
    at: { th: "เมื่อ", en: "When" },
    by: { th: "โดย", en: "By" },
    text: { th: "ข้อความ", en: "Text" },
    value: { th: "ค่า", en: "Value" },
    name: { th: "ชื่อ", en: "Name" },
    amount: { th: "จำนวนเงิน", en: "Amount" },
    note: { th: "บันทึก", en: "Note" },
    currency: { th: "สกุลเงิน", en: "Currency" },
    status: { th: "สถานะ", en: "Status" },
    account: { th: "บัญชีผู้ใช้", en: "Account" },
    personal: { th: "ข้อมูลส่วนบุคคล", en: "Personal data" },
    subject: { th: "บุคคล", en: "Person" },
    about: { th: "รายละเอียด", en: "Description" },
    erasedAt: { th: "ลบข้อมูลส่วนบุคคลเมื่อ", en: "Personal data erased" },
    version: { th: "รุ่น", en: "Version" },
    no: { th: "ลำดับ", en: "No." },
    total: { th: "คะแนนรวม", en: "Total" },
    size: { th: "ขนาด", en: "Size" },
    type: { th: "ชนิด", en: "Type" },
    _tag: { th: "สถานะหรือชนิด", en: "Status or kind" },
    operation: { th: "การดำเนินการ", en: "Act" },
    from: { th: "ตั้งแต่", en: "From" },
    to: { th: "ถึง", en: "To" },
    count: { th: "จำนวนรอบ", en: "Rounds" },
    days: { th: "จำนวนวัน", en: "Days" },
    due: { th: "ครบกำหนด", en: "Due" },
    title: { th: "ชื่อ", en: "Title" },
    updatedAt: { th: "แก้ไขล่าสุด", en: "Last change" },
    events: { th: "เหตุการณ์", en: "Events" },
    streams: { th: "รายการ", en: "Records" },
    batches: { th: "ชุดที่ผนึก", en: "Sealed batches" },
    unsealed: { th: "ยังไม่ผนึก", en: "Not sealed yet" },
    erased: { th: "ข้อมูลส่วนบุคคลที่ลบแล้ว", en: "Personal data erased" },
    findings: { th: "ข้อที่พบ", en: "Findings" },
    sound: { th: "ถูกต้อง", en: "Sound" },
    reason: { th: "เหตุผล", en: "Reason" },
    time: { th: "ระยะเวลา", en: "Time" },
    problems: { th: "ปัญหา", en: "Problems" },
    code: { th: "รหัส", en: "Code" },
    file: { th: "ไฟล์", en: "File" }
  }
})

export const engineChoices = { currency: { THB: { th: "บาท", en: "baht" } } }

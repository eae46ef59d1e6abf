import type { RuleTexts } from "../Rule.ts"

// Handbook section 5. MON-1a is ours, for the part with a strength of its own.
export const money = {
  "MON-1": {
    source: "OPDC",
    wording: {
      th: "แหล่งเงินของความร่วมมือคืองบประมาณแผ่นดินของผู้มอบภารกิจ งบรายได้ของผู้รับมอบภารกิจที่เป็นหน่วยงานของรัฐ เงินบริจาค และแหล่งอื่น",
      en: "The sources of money are the owner's state budget, the recipient's revenue where it is a state body, donations and others."
    }
  },
  "MON-1a": {
    source: "OPDC",
    parent: "MON-1",
    wording: {
      th: "เงินบริจาคและเงินจากแหล่งอื่นควรมีระเบียบเฉพาะที่โปร่งใส",
      en: "Donations and other money should come under a specific, transparent rule."
    }
  },
  "MON-2": {
    source: "PHAKHI",
    wording: {
      th: "จ่ายเงินเกินวงเงินที่ผูกพันไว้ไม่ได้ และผูกพันวงเงินเกินกว่าที่แหล่งเงินมีอยู่ไม่ได้",
      en: "Nothing is paid above what is committed, and nothing is committed above what the sources hold."
    }
  },
  "MON-3": {
    source: "PHAKHI",
    wording: {
      th: "แต่ละงวดเงินเบิกได้เมื่อรายงานและผลการประเมินที่เป็นเงื่อนไขของงวดนั้นครบถ้วนแล้ว",
      en: "A tranche is released only when the reports and evaluations that it depends on are there."
    }
  },
  "MON-4": {
    source: "UK",
    wording: {
      th: "การจ่ายเงินตามผลลัพธ์แทนกิจกรรมคำนวณจากผลลัพธ์ที่ตรวจยืนยันแล้วคูณด้วยอัตรา ภายในเพดานที่กำหนด",
      en: "Payment on outcomes rather than activity is verified outcomes times a rate, within caps."
    }
  },
  "MON-5": {
    source: "PHAKHI",
    wording: {
      th: "เงินที่ใช้ไม่หมดส่งคืนหรือยกไปตามที่มีการตัดสินใจเป็นทางการ",
      en: "Unspent money is returned or carried over by a decision on record."
    }
  },
  "MON-6": {
    source: "PHAKHI",
    wording: {
      th: "ปิดบัญชีได้ต่อเมื่อกระทบยอดเป็นศูนย์และผ่านการตรวจสอบแล้ว",
      en: "Accounts are closed only after they are reconciled to zero and audited."
    }
  },
  "MON-7": {
    source: "PHAKHI",
    wording: {
      th: "จำนวนเงินบันทึกและคำนวณอย่างแม่นยำถึงสตางค์โดยไม่ใช้ค่าประมาณ",
      en: "Amounts are exact: they are never approximated."
    }
  }
} as const satisfies RuleTexts

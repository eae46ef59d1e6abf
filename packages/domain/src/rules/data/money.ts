import type { RuleTexts } from "../Rule.ts"
import { own, printed, workingTogether } from "../Sources.ts"

// Handbook section 5. MON-1a, MON-1b and MON-4a are ours, for parts with a strength of their own.
export const money = {
  "MON-1": {
    source: printed("process", 37),
    wording: {
      th: "แหล่งงบประมาณ เช่น งบประมาณแผ่นดินของหน่วยงานเจ้าของภารกิจ งบรายได้ของหน่วยงานของรัฐที่รับมอบภารกิจ และแหล่งอื่น อาทิ เงินบริจาค",
      en: "Sources of the budget are the state budget of the mission owner, the revenue of a state body that takes the mission on, and others, as donations."
    }
  },
  "MON-1a": {
    source: printed("process", 37),
    word: "ควร",
    parent: "MON-1",
    wording: {
      th: "การใช้จ่ายเงินจากแหล่งอื่นควรอาศัยระเบียบเฉพาะที่จัดทำขึ้นและเป็นไปอย่างโปร่งใส",
      en: "Money from other sources should be spent under a rule made for it, and transparently."
    }
  },
  "MON-1b": {
    source: printed("process", 37),
    word: "ควร",
    parent: "MON-1",
    wording: {
      th: "ควรแสวงหางบประมาณจากแหล่งอื่นที่ไม่อยู่ในกรอบกฎหมายหรือระเบียบด้านงบประมาณที่เคร่งครัด เพื่อให้เกิดความคล่องตัว",
      en: "Money from other sources, outside the strict laws and rules of the budget, should be sought for flexibility."
    }
  },
  "MON-2": {
    source: own,
    wording: {
      th: "จ่ายเงินเกินวงเงินที่ผูกพันไว้ไม่ได้ และผูกพันวงเงินเกินกว่าที่แหล่งเงินมีอยู่ไม่ได้",
      en: "Nothing is paid above what is committed, and nothing is committed above what the sources hold."
    }
  },
  "MON-3": {
    source: own,
    wording: {
      th: "แต่ละงวดเงินเบิกได้เมื่อรายงานและผลการประเมินที่เป็นเงื่อนไขของงวดนั้นครบถ้วนแล้ว",
      en: "A tranche is released only when the reports and evaluations that it depends on are there."
    }
  },
  "MON-4": {
    source: workingTogether("strategic-government"),
    wording: {
      th: "หน่วยงานที่มอบบริการสำรวจวิธีใหม่ในการจ่ายเงินแก่ผู้ให้บริการตามผลลัพธ์ที่ทำได้ แทนกิจกรรมที่ทำ",
      en: "Commissioners explore new ways of paying providers on the basis of the outcomes they achieve rather than the activity they undertake."
    }
  },
  "MON-4a": {
    source: own,
    parent: "MON-4",
    wording: {
      th: "การจ่ายเงินตามผลลัพธ์คำนวณจากผลลัพธ์ที่ตรวจยืนยันแล้วคูณด้วยอัตรา ภายในเพดานที่กำหนด",
      en: "Payment on outcomes is verified outcomes times a rate, within caps."
    }
  },
  "MON-5": {
    source: own,
    wording: {
      th: "เงินที่ใช้ไม่หมดส่งคืนหรือยกไปตามที่มีการตัดสินใจเป็นทางการ",
      en: "Unspent money is returned or carried over by a decision on record."
    }
  },
  "MON-6": {
    source: own,
    wording: {
      th: "ปิดบัญชีได้ต่อเมื่อกระทบยอดเป็นศูนย์และผ่านการตรวจสอบแล้ว",
      en: "Accounts are closed only after they are reconciled to zero and audited."
    }
  },
  "MON-7": {
    source: own,
    wording: {
      th: "จำนวนเงินบันทึกและคำนวณอย่างแม่นยำถึงสตางค์โดยไม่ใช้ค่าประมาณ",
      en: "Amounts are exact: they are never approximated."
    }
  }
} as const satisfies RuleTexts

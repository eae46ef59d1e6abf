import type { RuleTexts } from "../Rule.ts"
import { own, slide } from "../Sources.ts"

// Handbook section 7. REV-1 to REV-7 are the questions of the plan's figure, word for word.
export const review = {
  "REV-0": {
    source: own,
    wording: {
      th: "ลำดับคำถามและทางเลือกของการทบทวนภารกิจเป็นการอ่านแผนภาพตามความหมาย เนื่องจากแผนภาพต้นฉบับไม่ระบุตำแหน่งของป้ายกำกับ",
      en: "The order and branches of the mission review are a reading by sense, because the extracted figure lost the places of its labels."
    }
  },
  "REV-1": {
    source: slide("blueprint"),
    wording: {
      th: "ภารกิจ/งานนั้นยังจำเป็นต้องปฏิบัติอยู่หรือไม่",
      en: "Does this mission or work still need to be done?"
    }
  },
  "REV-2": {
    source: slide("blueprint"),
    wording: {
      th: "ภารกิจ/งานนั้นมีหน่วยงานใดปฏิบัติอยู่แล้วหรือไม่",
      en: "Does any other agency already do this mission or work?"
    }
  },
  "REV-3": {
    source: slide("blueprint"),
    wording: {
      th: "ภารกิจ/งานนั้นเป็นภารกิจหลักใช่หรือไม่",
      en: "Is this mission or work a core mission?"
    }
  },
  "REV-4": {
    source: slide("blueprint"),
    wording: {
      th: "ภารกิจ/งานนั้นสามารถมอบอำนาจหรือกระจายอำนาจไปให้ราชการส่วนภูมิภาค หรือองค์กรปกครองส่วนท้องถิ่นดำเนินการได้หรือไม่",
      en: "Can authority for this mission or work be delegated or decentralised to provincial administration or local government?"
    }
  },
  "REV-5": {
    source: slide("blueprint"),
    wording: {
      th: "ภารกิจ/งานนั้นสามารถดำเนินการโดยจัดตั้งเป็นหน่วยงานของรัฐรูปแบบอื่นได้หรือไม่",
      en: "Can this mission or work be done by setting up a state body of another form?"
    }
  },
  "REV-6": {
    source: slide("blueprint"),
    wording: {
      th: "ภารกิจ/งานนั้นจำเป็นต้องดำเนินการโดยภาครัฐทั้งหมดหรือไม่",
      en: "Does all of this mission or work need to be done by the state?"
    }
  },
  "REV-7": {
    source: slide("blueprint"),
    wording: {
      th: "ภารกิจ/งานนั้นมีการทบทวนอำนาจหน้าที่ การจัดโครงสร้าง ระบบงาน และการใช้ทรัพยากรที่เหมาะสมหรือไม่",
      en: "Have the powers, structure, work systems and use of resources of this mission or work been suitably reviewed?"
    }
  },
  "REV-8": {
    source: slide("implementation"),
    wording: {
      th: "การทบทวนบทบาทภารกิจสอบทานพันธกิจ อำนาจหน้าที่ โครงสร้างระบบงาน อัตรากำลัง ทรัพยากร และผลสัมฤทธิ์ เพื่อออกแบบใหม่และนำเสนอพิมพ์เขียวต่อคณะรัฐมนตรีภายใน 6 เดือน",
      en: "A review of roles goes over mandate, powers, structure of work systems, staffing, resources and results, so as to design anew, and the blueprint goes to the Cabinet within six months."
    }
  },
  "REV-9": {
    source: slide("implementation"),
    word: "ต้อง",
    wording: {
      th: "การทบทวนต้องยอมรับความแตกต่างหลากหลาย ไม่พยายามดึงให้เข้ามาอยู่ในระเบียบแบบแผนเดียวกันทั้งหมด ไม่ตั้งสมมติฐานว่าหน่วยงานราชการจะต้องเป็นผู้ดำเนินการทุกอย่างเอง ไม่ปรับปรุงสิ่งที่ไม่ควรทำเองอีกต่อไป และดำเนินการแบบคู่ขนานโดยเลือกเน้นบางจุดก่อน",
      en: "A review must accept diversity, does not draw everything into one pattern, does not assume that the state does everything itself, does not improve what it is no longer to do, and runs in parallel with some points going first."
    }
  },
  "REV-10": {
    source: own,
    wording: {
      th: "เฉพาะผลการทบทวนที่เปิดให้ภาคส่วนอื่นเข้ามาดำเนินการจึงไปต่อได้ โดยเลือกและบันทึกทางเลือกหนึ่ง คือ สร้างความร่วมมือ จัดซื้อจัดจ้างตามปกติ หรือถ่ายโอนนอกระบบ",
      en: "Only a verdict that lets others in opens a way on, and one way is chosen and recorded: a partnership, ordinary procurement, or a transfer outside the system."
    }
  }
} as const satisfies RuleTexts

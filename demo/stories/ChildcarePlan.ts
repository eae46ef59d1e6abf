import { level, steps } from "./Partnership.ts"
import { baht } from "./Scene.ts"

const ownerSupports = "สนับสนุนการดำเนินงาน องค์ความรู้ ทักษะ และความเชี่ยวชาญ"
export const term = { from: "2026-01-15", to: "2027-07-14" }

export const potential = "พัฒนาศักยภาพเด็กกลุ่มเปราะบางและขยายผลสู่ศูนย์พัฒนาเด็กเล็กในท้องถิ่น"
export const curriculum = "จัดทำหลักสูตรเสริมสร้างความเข้มแข็งของศูนย์"
export const followUp = "ติดตามระหว่างดำเนินงานและประเมินผลหลังสิ้นสุด"

/** The handbook's activities, each side's role and results; names, values and weights of indicators are invented. */
export const plan = {
  activities: [
    {
      title: { th: potential, en: "Develop vulnerable children's potential, and extend to local centres" },
      ownerRole: ownerSupports,
      recipientRole: "จัดกิจกรรม พัฒนาเด็ก และเสริมความเข้มแข็งของศูนย์",
      period: { from: "2026-02-15", to: "2027-06-30" },
      legalAuthority: "ข้อตกลงกับองค์กรปกครองส่วนท้องถิ่นในพื้นที่ (สมมติ)"
    },
    {
      title: { th: curriculum, en: "A curriculum to strengthen the centres" },
      ownerRole: ownerSupports,
      recipientRole: "วิจัย จัดทำ ทดลองใช้ และส่งมอบหลักสูตรกับแนวปฏิบัติ",
      period: { from: "2026-03-01", to: "2027-05-31" },
      legalAuthority: "อำนาจหน้าที่ของสถาบันตามข้อบังคับมหาวิทยาลัย (สมมติ)"
    },
    {
      title: { th: followUp, en: "Follow up during the work, and evaluate after it" },
      ownerRole: "ร่วมติดตามและรับมอบผลงานเป็นมาตรฐานของกรม",
      recipientRole: "เก็บข้อมูล รายงาน และถอดบทเรียน",
      period: { from: "2026-04-01", to: "2027-07-14" },
      noAuthorityReason: "ระเบียบการสนับสนุนงบประมาณแก่ศูนย์ของท้องถิ่นอยู่ระหว่างหารือกับกรมส่งเสริมการปกครองท้องถิ่น (สมมติ)"
    }
  ],
  indicators: [
    {
      name: {
        th: "ร้อยละของเด็กกลุ่มเปราะบางในโครงการที่มีพัฒนาการสมวัย (ค่าสมมติ)",
        en: "Share of vulnerable children with age-appropriate development (invented values)"
      },
      unit: { th: "ร้อยละ", en: "percent" },
      weight: 4000,
      shape: "FiveLevel",
      levels: level(60, 65, 70, 75, 80),
      target: "75",
      baseline: "58"
    },
    {
      name: {
        th: "จำนวนศูนย์ที่จัดระบบ Inclusive Care ตามแนวปฏิบัติ (ค่าสมมติ)",
        en: "Centres that run Inclusive Care by the guideline (invented values)"
      },
      unit: { th: "ศูนย์", en: "centres" },
      weight: 2500,
      shape: "FiveLevel",
      levels: level(10, 15, 20, 25, 30),
      target: "25",
      direction: "up"
    },
    {
      name: { th: "ต้นทุนต่อหัว (ค่าสมมติ)", en: "Unit cost per head (invented values)" },
      unit: { th: "บาทต่อคน", en: "baht per head" },
      weight: 1500,
      shape: "FiveLevel",
      levels: level(11_000, 10_500, 10_000, 9_500, 9_000),
      target: "9500",
      direction: "down"
    },
    {
      name: {
        th: "ระดับความสำเร็จของการจัดทำและส่งมอบแนวปฏิบัติกับหลักสูตรฝึกอบรมเป็นมาตรฐานของกรม (ค่าสมมติ)",
        en: "Success in making and handing over the practice guideline and training curriculum (invented values)"
      },
      unit: { th: "ระดับ", en: "level" },
      weight: 2000,
      shape: "FiveLevelStep",
      levels: steps(
        { th: "จัดทำร่างแนวปฏิบัติและร่างหลักสูตร", en: "Guideline and curriculum drafted" },
        { th: "ทดลองใช้ในศูนย์นำร่อง", en: "Tried out in the pilot centres" },
        { th: "ปรับปรุงตามผลการทดลองใช้", en: "Improved by what the trial showed" },
        { th: "ส่งมอบให้กรม", en: "Handed over to the department" },
        { th: "กรมประกาศใช้เป็นมาตรฐาน", en: "Announced by the department as its standard" }
      ),
      target: "4"
    }
  ],
  participants: "ผู้แทนศูนย์พัฒนาเด็กเล็ก ผู้ปกครอง องค์กรปกครองส่วนท้องถิ่น และประชาชนในพื้นที่ (สมมติ)"
}

export const unitCosts = [
  { item: "พัฒนาศักยภาพเด็กกลุ่มเปราะบาง", unit: "คน", quantity: 400, unitCost: baht(9_000) },
  { item: "อบรมครูและผู้ดูแลเด็ก", unit: "คน", quantity: 200, unitCost: baht(6_000) },
  { item: "หลักสูตรและแนวปฏิบัติ", unit: "ชุด", quantity: 2, unitCost: baht(450_000) },
  { item: "ติดตามและประเมินผล", unit: "ครั้ง", quantity: 6, unitCost: baht(50_000) }
]

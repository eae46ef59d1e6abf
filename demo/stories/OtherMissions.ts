import type { Mission } from "./Reviews.ts"

/** Missions at the other stages, with every verdict, and with the ways on that lead out of the system. */
export const otherMissions: ReadonlyArray<Mission> = [
  {
    key: "consumer-line",
    agency: "area",
    title: { th: "สายด่วนรับเรื่องร้องเรียนของผู้บริโภคในพื้นที่", en: "A local line for consumers' complaints" },
    purpose: "ให้เรื่องร้องเรียนของผู้บริโภคได้รับคำตอบที่เข้าใจได้",
    targetGroup: "ผู้บริโภคในจังหวัด",
    provinces: ["40", "44"],
    registered: "2026-11-16"
  },
  {
    key: "youth-space",
    agency: "dcy",
    title: { th: "พื้นที่สร้างสรรค์สำหรับเยาวชน", en: "Creative spaces for young people" },
    purpose: "ให้เยาวชนมีพื้นที่ปลอดภัยทำกิจกรรมหลังเลิกเรียน",
    targetGroup: "เยาวชนอายุ 12–18 ปี",
    provinces: ["10", "11"],
    registered: "2026-11-18",
    contest: { market: "competitive", ratings: [3, 3, 5, 3], note: "มีผู้จัดพื้นที่หลายราย (คะแนนสมมติ)" }
  },
  {
    key: "children-residences",
    agency: "dcy",
    title: { th: "สถานสงเคราะห์เด็กส่วนกลาง", en: "Central residences for children" },
    purpose: "ดูแลเด็กที่ไม่มีผู้ปกครอง",
    targetGroup: "เด็กที่ไม่มีผู้ปกครอง",
    provinces: ["10", "12"],
    routine: true,
    registered: "2026-10-05",
    review: { begun: "2026-11-09", answered: [true, false] }
  },
  {
    key: "elder-loans",
    agency: "dop",
    title: { th: "เงินกู้ยืมประกอบอาชีพผู้สูงอายุ", en: "Loans for older people's trades" },
    purpose: "ให้ผู้สูงอายุมีทุนประกอบอาชีพ",
    targetGroup: "ผู้สูงอายุที่ยังทำงาน",
    provinces: ["10"],
    routine: true,
    registered: "2026-03-02",
    review: { begun: "2026-03-16", answered: [true, false, true, false], tookBack: true }
  },
  {
    key: "paper-cards",
    agency: "dcy",
    title: { th: "บัตรสมาชิกศูนย์เยาวชนแบบกระดาษ", en: "Paper membership cards of youth centres" },
    purpose: "ออกบัตรสมาชิก",
    targetGroup: "สมาชิกศูนย์เยาวชน",
    provinces: ["10"],
    routine: true,
    registered: "2025-11-03",
    review: { begun: "2025-11-10", verdict: "abolish", because: "ใช้การยืนยันตัวตนทางดิจิทัลแทนแล้ว (สมมติ)" }
  },
  {
    key: "news-portal",
    agency: "dop",
    title: { th: "เว็บไซต์ข่าวสารผู้สูงอายุ", en: "A news site for older people" },
    purpose: "เผยแพร่ข่าวสารสำหรับผู้สูงอายุ",
    targetGroup: "ผู้สูงอายุทั่วประเทศ",
    provinces: ["10"],
    registered: "2025-11-05",
    review: {
      begun: "2025-11-12",
      verdict: "abolish-merge-transfer",
      because: "มีเว็บไซต์อื่นของรัฐทำเรื่องเดียวกันอยู่แล้ว (สมมติ)"
    }
  },
  {
    key: "printing",
    agency: "dcy",
    title: { th: "การผลิตสื่อการเรียนรู้สำหรับเด็ก", en: "Production of learning media for children" },
    purpose: "ผลิตและแจกสื่อการเรียนรู้",
    targetGroup: "ศูนย์พัฒนาเด็กเล็ก",
    provinces: ["10"],
    registered: "2026-04-20",
    review: { begun: "2026-04-27", verdict: "study-conversion", because: "การผลิตสื่อมิใช่ภารกิจหลักของกรม (สมมติ)" }
  },
  {
    key: "elder-centres",
    agency: "dop",
    title: { th: "ศูนย์พัฒนาคุณภาพชีวิตผู้สูงอายุในตำบล", en: "Subdistrict centres for older people's quality of life" },
    purpose: "เป็นที่ทำกิจกรรมของผู้สูงอายุในตำบล",
    targetGroup: "ผู้สูงอายุในตำบล",
    provinces: ["41", "42"],
    routine: true,
    registered: "2026-07-06",
    review: { begun: "2026-07-13", verdict: "transfer", because: "ท้องถิ่นมีอาคารและบุคลากรพร้อม (สมมติ)" }
  },
  {
    key: "area-research",
    agency: "area",
    title: { th: "การวิจัยสังคมพื้นที่", en: "Research on the society of the area" },
    purpose: "ศึกษาและเสนอแนวทางพัฒนาสังคมในพื้นที่",
    targetGroup: "หน่วยงานในพื้นที่",
    provinces: ["40"],
    registered: "2026-02-16",
    review: {
      begun: "2026-02-23",
      verdict: "other-body",
      because: "ต้องการความคล่องตัวแบบองค์การมหาชน (สมมติ)"
    }
  },
  {
    key: "transport",
    agency: "area",
    title: { th: "รถรับส่งผู้สูงอายุและคนพิการ", en: "Transport for older and disabled people" },
    purpose: "ให้ผู้ที่เดินทางลำบากไปถึงบริการของรัฐ",
    targetGroup: "ผู้สูงอายุและคนพิการ",
    provinces: ["34", "35"],
    routine: true,
    registered: "2026-08-03",
    contest: { market: "competitive", ratings: [5, 4, 3, 4], note: "มีผู้ประกอบการขนส่งหลายราย (คะแนนสมมติ)" },
    review: {
      begun: "2026-08-10",
      verdict: "study-contracting-out",
      because: "เอกชนและสหกรณ์เดินรถได้ถูกกว่า (สมมติ)"
    }
  },
  {
    key: "standards",
    agency: "dcy",
    title: { th: "การกำหนดมาตรฐานสถานรองรับเด็ก", en: "Standards for children's residences" },
    purpose: "กำหนดและกำกับมาตรฐานสถานรองรับเด็ก",
    targetGroup: "สถานรองรับเด็กทั่วประเทศ",
    provinces: ["10"],
    routine: true,
    registered: "2025-12-01",
    review: {
      begun: "2025-12-08",
      verdict: "keep",
      because: "ทบทวนอำนาจหน้าที่และโครงสร้างแล้วเมื่อปีก่อน (สมมติ)"
    }
  },
  {
    key: "elder-fund",
    agency: "dop",
    title: { th: "การบริหารกองทุนผู้สูงอายุ", en: "Management of the older persons' fund" },
    purpose: "บริหารกองทุนให้ถึงผู้สูงอายุที่จำเป็น",
    targetGroup: "ผู้สูงอายุที่มีรายได้น้อย",
    provinces: ["10"],
    routine: true,
    registered: "2025-12-03",
    review: {
      begun: "2025-12-15",
      verdict: "develop-organisation",
      because: "ยังไม่ได้ทบทวนระบบงานและอัตรากำลัง (สมมติ)"
    }
  },
  {
    key: "cleaning",
    agency: "dcy",
    title: { th: "งานทำความสะอาดและดูแลอาคาร", en: "Cleaning and upkeep of buildings" },
    purpose: "ดูแลอาคารของกรม",
    targetGroup: "บุคลากรและผู้มาติดต่อ",
    provinces: ["10"],
    routine: true,
    registered: "2026-01-05",
    review: {
      begun: "2026-01-06",
      verdict: "study-conversion",
      because: "เป็นงานสนับสนุน (สมมติ)",
      way: "procurement",
      wayBecause: "จ้างเหมาตามระเบียบพัสดุตามปกติ"
    }
  },
  {
    key: "elder-clubs",
    agency: "dop",
    title: { th: "การจัดกิจกรรมชมรมผู้สูงอายุ", en: "Activities of older people's clubs" },
    purpose: "ให้ชมรมผู้สูงอายุมีกิจกรรมต่อเนื่อง",
    targetGroup: "สมาชิกชมรมผู้สูงอายุ",
    provinces: ["16", "17"],
    routine: true,
    registered: "2026-03-09",
    review: {
      begun: "2026-03-23",
      verdict: "transfer",
      because: "ท้องถิ่นจัดอยู่แล้วบางส่วน (สมมติ)",
      way: "transfer",
      wayBecause: "โอนให้องค์กรปกครองส่วนท้องถิ่นทั้งหมด"
    }
  }
]

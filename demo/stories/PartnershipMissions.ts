import type { Mission } from "./Reviews.ts"

/** Missions on which a partnership is built; the first two are the handbook's pilots, under its titles. */
export const partnershipMissions: ReadonlyArray<Mission> = [
  {
    key: "childcare",
    agency: "dcy",
    title: {
      th: "การพัฒนาศักยภาพศูนย์พัฒนาเด็กเล็กขององค์กรปกครองส่วนท้องถิ่น เพื่อส่งเสริมพัฒนาการกลุ่มเด็กที่มีความเปราะบางทางสังคมด้วยระบบ Inclusive Care",
      en: "Developing local governments' childcare centres to foster the development of socially vulnerable children through Inclusive Care"
    },
    purpose:
      "ให้เด็กเล็กกลุ่มเปราะบางทางสังคมเข้าถึงการดูแลและส่งเสริมพัฒนาการในศูนย์พัฒนาเด็กเล็กใกล้บ้าน ซึ่งโครงสร้างและอัตรากำลังของส่วนราชการเข้าไม่ถึงทุกพื้นที่",
    targetGroup: "เด็กเล็กที่มีความเปราะบางทางสังคมและครอบครัว",
    provinces: ["73", "12", "13"],
    registered: "2025-10-10",
    contest: {
      market: "delegated",
      ratings: [4, 5, 4, 4],
      note: "ยังไม่มีตลาดของบริการนี้ ให้แข่งขันกันตอนยื่นข้อเสนอ (คะแนนสมมติ)"
    },
    review: {
      begun: "2025-10-13",
      verdict: "study-contracting-out",
      because: "โครงสร้างและอัตรากำลังของกรมเข้าไม่ถึงเด็กกลุ่มเปราะบางทุกพื้นที่ แต่สถาบันวิชาการมีองค์ความรู้",
      way: "partnership",
      wayBecause: "ให้ภาคส่วนที่มีองค์ความรู้ร่วมจัดบริการ โดยกรมยังรับผิดชอบต่อประชาชน"
    }
  },
  {
    key: "universal-design",
    agency: "dop",
    title: {
      th: "การจัดตั้งศูนย์การพัฒนาเมืองอารยสถาปัตย์ เทศบาลนครนนทบุรี จังหวัดนนทบุรี",
      en: "Setting up a centre for a city of universal design, Nonthaburi City Municipality, Nonthaburi"
    },
    purpose: "ให้บ้านและสถานที่ในเมืองเหมาะกับผู้สูงอายุและทุกคนตามหลักอารยสถาปัตย์",
    targetGroup: "ผู้สูงอายุในเขตเทศบาลนครนนทบุรี ทั้งผู้ด้อยโอกาสและผู้มีกำลัง",
    provinces: ["12"],
    registered: "2025-10-10",
    contest: {
      market: "delegated",
      ratings: [4, 4, 5, 4],
      note: "เทศบาลเป็นผู้มีอำนาจในพื้นที่เพียงรายเดียว (คะแนนสมมติ)"
    },
    review: {
      begun: "2025-10-14",
      verdict: "transfer",
      because: "เทศบาลมีอำนาจหน้าที่และพื้นที่ และมีผู้สูงอายุมากพอ",
      way: "partnership",
      wayBecause: "ทำร่วมกันในระยะแรกเพื่อสร้างฐานความรู้ ก่อนขยายผลไปท้องถิ่นอื่น"
    }
  },
  {
    key: "children-survey",
    agency: "dcy",
    title: {
      th: "การประเมินปัญหาและความต้องการของเด็กและเยาวชน",
      en: "Assessing the problems and needs of children and young people"
    },
    purpose: "ให้มีข้อมูลสถานการณ์เด็กรายจังหวัดสำหรับกำหนดนโยบาย",
    targetGroup: "เด็กและเยาวชนใน 5 จังหวัด",
    provinces: ["10", "40", "50", "80", "90"],
    registered: "2026-01-12",
    review: {
      begun: "2026-01-19",
      verdict: "study-conversion",
      because: "งานสำรวจและฐานข้อมูลเป็นงานสนับสนุน ภาคประชาสังคมทำได้",
      way: "partnership",
      wayBecause: "องค์กรภาคประชาสังคมเข้าถึงครอบครัวได้ดีกว่า"
    }
  },
  {
    key: "child-protection",
    agency: "area",
    title: { th: "กลไกการคุ้มครองเด็กระดับจังหวัด", en: "A provincial mechanism for child protection" },
    purpose: "ให้การป้องกัน การรับแจ้ง และการฟื้นฟูเด็กในจังหวัดอยู่ภายใต้นโยบายเดียวกัน",
    targetGroup: "เด็กที่เสี่ยงหรือถูกกระทำความรุนแรง",
    provinces: ["40"],
    routine: true,
    registered: "2026-01-14",
    contest: {
      market: "delegated",
      ratings: [3, 5, 3, 5],
      note: "ต้องอาศัยความไว้วางใจระยะยาวมากกว่าการแข่งขัน (คะแนนสมมติ)"
    },
    review: {
      begun: "2026-01-21",
      verdict: "study-contracting-out",
      because: "หลายภารกิจในพื้นที่ต้องทำร่วมกับภาคประชาสังคมและชุมชน",
      way: "partnership",
      wayBecause: "แต่ละฝ่ายสมทบทรัพยากร และบริหารร่วมกัน"
    }
  },
  {
    key: "elder-rehabilitation",
    agency: "dop",
    title: { th: "การฟื้นฟูสมรรถภาพผู้สูงอายุในชุมชน", en: "Rehabilitation of older people in the community" },
    purpose: "ให้ผู้สูงอายุที่พ้นระยะเฉียบพลันได้รับการฟื้นฟูใกล้บ้าน",
    targetGroup: "ผู้สูงอายุที่มีภาวะพึ่งพิง",
    provinces: ["20", "21"],
    routine: true,
    registered: "2025-10-13",
    contest: { market: "competitive", ratings: [4, 4, 3, 3], note: "มีผู้ให้บริการหลายรายในพื้นที่ (คะแนนสมมติ)" },
    review: {
      begun: "2025-10-15",
      verdict: "study-contracting-out",
      because: "กรมไม่มีนักกายภาพบำบัดในพื้นที่",
      way: "partnership",
      wayBecause: "จ่ายตามผลงานได้ และมีผู้พร้อมหลายราย"
    }
  },
  {
    key: "children-homes",
    agency: "dcy",
    title: { th: "บ้านพักเด็กและครอบครัวในพื้นที่", en: "Homes for children and families in the area" },
    purpose: "ให้เด็กที่ต้องออกจากครอบครัวชั่วคราวได้อยู่ในบ้านที่ปลอดภัย",
    targetGroup: "เด็กอายุ 3–15 ปีที่ต้องการที่พักชั่วคราว",
    provinces: ["13"],
    routine: true,
    registered: "2026-01-15",
    contest: { market: "competitive", ratings: [3, 4, 3, 4], note: "มีผู้ให้บริการที่พักหลายราย (คะแนนสมมติ)" },
    review: {
      begun: "2026-01-22",
      verdict: "study-contracting-out",
      because: "สถานที่ของรัฐไม่พอ และเอกชนจัดที่พักได้มาตรฐาน",
      way: "partnership",
      wayBecause: "มอบบริการและจ่ายตามผลงาน"
    }
  },
  {
    key: "family-shelters",
    agency: "area",
    title: { th: "ที่พักพิงชั่วคราวของครอบครัวที่ประสบปัญหา", en: "Shelters for families in trouble" },
    purpose: "ให้ครอบครัวที่ประสบปัญหาฉุกเฉินมีที่พักและได้รับคำปรึกษา",
    targetGroup: "ครอบครัวที่ประสบปัญหาฉุกเฉิน",
    provinces: ["34"],
    registered: "2026-02-02",
    review: {
      begun: "2026-02-09",
      verdict: "transfer",
      because: "องค์การบริหารส่วนตำบลมีสถานที่และใกล้ชิดประชาชน",
      way: "partnership",
      wayBecause: "ทดลองร่วมกันหนึ่งปีก่อนโอนภารกิจ"
    }
  },
  {
    key: "elder-database",
    agency: "dop",
    title: { th: "ฐานข้อมูลเพื่อการคุ้มครองผู้สูงอายุ", en: "A database to protect older people" },
    purpose: "ให้รู้ว่าผู้สูงอายุคนใดอยู่ลำพังและต้องการความช่วยเหลือ",
    targetGroup: "ผู้สูงอายุที่อยู่ลำพัง",
    provinces: ["41", "43"],
    registered: "2026-02-04",
    review: {
      begun: "2026-02-11",
      verdict: "study-conversion",
      because: "เป็นงานฐานข้อมูลที่มีขอบเขตชัดเจน",
      way: "partnership",
      wayBecause: "ชุมชนรู้จักผู้สูงอายุในพื้นที่"
    }
  },
  {
    key: "special-needs",
    agency: "dcy",
    title: {
      th: "หลักสูตรและบริการพัฒนาทักษะเด็กออทิสติก",
      en: "Curriculum and skills service for children with autism"
    },
    purpose: "ให้เด็กออทิสติกได้รับการพัฒนาทักษะตั้งแต่ก่อนวัยเรียน",
    targetGroup: "เด็กออทิสติกก่อนวัยเรียนและครอบครัว",
    provinces: ["50", "51"],
    registered: "2026-06-01",
    review: {
      begun: "2026-06-08",
      verdict: "study-contracting-out",
      because: "กรมไม่มีบุคลากรเฉพาะทาง",
      way: "partnership",
      wayBecause: "สถาบันเฉพาะทางมีมาตรฐานและผลงาน"
    }
  },
  {
    key: "playgroups",
    agency: "dcy",
    title: { th: "กลุ่มเล่นเพื่อพัฒนาการในชุมชน", en: "Community playgroups for development" },
    purpose: "ให้เด็กก่อนวัยเรียนในชุมชนห่างไกลมีพื้นที่เล่นที่ส่งเสริมพัฒนาการ",
    targetGroup: "เด็กอายุ 2–5 ปีในชุมชนห่างไกล",
    provinces: ["40"],
    registered: "2026-05-11",
    review: {
      begun: "2026-05-18",
      verdict: "transfer",
      because: "ชุมชนและท้องถิ่นจัดได้เอง",
      way: "partnership",
      wayBecause: "ให้ชุมชนเป็นผู้จัด โดยกรมสนับสนุนความรู้"
    }
  },
  {
    key: "youth-training",
    agency: "dcy",
    title: { th: "การฝึกอบรมแกนนำสภาเด็กและเยาวชน", en: "Training of leaders of the children and youth councils" },
    purpose: "ให้แกนนำเยาวชนจัดกิจกรรมในพื้นที่ของตนได้",
    targetGroup: "แกนนำสภาเด็กและเยาวชนระดับอำเภอ",
    provinces: ["30", "31"],
    registered: "2026-09-07",
    review: {
      begun: "2026-09-14",
      verdict: "study-conversion",
      because: "งานฝึกอบรมมิใช่ภารกิจหลัก",
      way: "partnership",
      wayBecause: "มีองค์กรที่เชี่ยวชาญการฝึกอบรมเยาวชน"
    }
  },
  {
    key: "mobile-library",
    agency: "dcy",
    title: { th: "ห้องสมุดของเล่นเคลื่อนที่", en: "A mobile toy library" },
    purpose: "ให้เด็กในพื้นที่ห่างไกลได้ยืมของเล่นและหนังสือ",
    targetGroup: "เด็กเล็กในพื้นที่ห่างไกล",
    provinces: ["30"],
    registered: "2025-10-20",
    review: {
      begun: "2025-10-27",
      verdict: "study-contracting-out",
      because: "ไม่จำเป็นต้องเดินรถเอง",
      way: "partnership",
      wayBecause: "สหกรณ์ในพื้นที่มีรถและคน"
    }
  }
]

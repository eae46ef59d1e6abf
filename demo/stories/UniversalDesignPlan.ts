import { level } from "./Partnership.ts"
import { baht } from "./Scene.ts"

export const term = { from: "2025-12-01", to: "2026-09-30" }

export const knowledge = "แผนงานเสริมสร้าง พัฒนา และเผยแพร่องค์ความรู้ด้านอารยสถาปัตย์"
export const database = "แผนงานพัฒนาและบูรณาการฐานข้อมูลด้านอารยสถาปัตย์"
export const homes = "แผนงานพัฒนาที่อยู่อาศัยตามแนวคิดอารยสถาปัตย์"

/** The handbook's three programmes. It does not print the roles, so these are invented, as are all figures. */
export const plan = {
  activities: [
    {
      title: { th: knowledge, en: "Programme: building, developing and spreading knowledge of universal design" },
      ownerRole: "สนับสนุนวิทยากรและคู่มือ (สมมติ)",
      recipientRole: "จัดอบรมช่าง ผู้ดูแล และผู้สูงอายุ (สมมติ)",
      period: { from: "2026-01-05", to: "2026-06-30" },
      legalAuthority: "พระราชบัญญัติเทศบาล หน้าที่ส่งเสริมการพัฒนาผู้สูงอายุ (อ้างอิงสมมติ)"
    },
    {
      title: { th: database, en: "Programme: developing and joining data on universal design" },
      ownerRole: "กำหนดชุดข้อมูลและการคุ้มครองข้อมูลส่วนบุคคล (สมมติ)",
      recipientRole: "สำรวจบ้านและบันทึกข้อมูล (สมมติ)",
      period: { from: "2026-01-05", to: "2026-08-31" },
      legalAuthority: "พระราชบัญญัติผู้สูงอายุ (อ้างอิงสมมติ)"
    },
    {
      title: { th: homes, en: "Programme: homes by universal design" },
      ownerRole: "สนับสนุนงบประมาณและแบบบ้าน (สมมติ)",
      recipientRole: "ปรับปรุงบ้านผู้ด้อยโอกาส และให้คำปรึกษาแก่ผู้มีกำลัง (สมมติ)",
      period: { from: "2026-02-01", to: "2026-09-30" },
      noAuthorityReason: "ระเบียบการสนับสนุนงบประมาณในพื้นที่ยังไม่ชัด เทศบาลใช้อำนาจเท่าที่มีในระยะแรก (สมมติ)"
    }
  ],
  indicators: [
    {
      name: {
        th: "จำนวนบ้านที่ปรับปรุงตามหลักอารยสถาปัตย์ (ค่าสมมติ)",
        en: "Homes improved by universal design (invented values)"
      },
      unit: { th: "หลัง", en: "homes" },
      weight: 4000,
      shape: "Anchors",
      levels: level(30, 36, 40),
      target: "36",
      belowBase: "zero"
    },
    {
      name: {
        th: "ร้อยละของบ้านผู้สูงอายุที่มีในฐานข้อมูล (ค่าสมมติ)",
        en: "Share of older people's homes in the database (invented values)"
      },
      unit: { th: "ร้อยละ", en: "percent" },
      weight: 3000,
      shape: "Anchors",
      levels: level(70, 80, 90),
      target: "80",
      belowBase: "pro-rata",
      baseline: "35"
    },
    {
      name: {
        th: "วันเฉลี่ยตั้งแต่รับคำขอจนเริ่มปรับปรุง (ค่าสมมติ)",
        en: "Mean days from request to start of work (invented values)"
      },
      unit: { th: "วัน", en: "days" },
      weight: 1500,
      shape: "Anchors",
      levels: level(60, 45, 30),
      target: "45",
      direction: "down"
    },
    {
      name: { th: "ร้อยละของผู้เข้าอบรมที่ผ่านเกณฑ์ความรู้ (ค่าสมมติ)", en: "Share of trainees who passed (invented values)" },
      unit: { th: "ร้อยละ", en: "percent" },
      weight: 1500,
      shape: "Anchors",
      levels: level(70, 80, 90),
      target: "80"
    }
  ],
  participants: "ชมรมผู้สูงอายุและชุมชนในเขตเทศบาล (สมมติ)"
}

export const unitCosts = [
  { item: "อบรมความรู้อารยสถาปัตย์", unit: "คน", quantity: 300, unitCost: baht(2_000) },
  { item: "สำรวจและบันทึกฐานข้อมูลบ้าน", unit: "หลังคาเรือน", quantity: 1_200, unitCost: baht(500) },
  { item: "ปรับปรุงบ้านผู้ด้อยโอกาส", unit: "หลัง", quantity: 40, unitCost: baht(40_000) },
  { item: "ให้คำปรึกษาและแบบบ้านแก่ผู้มีกำลัง", unit: "หลัง", quantity: 80, unitCost: baht(5_000) }
]

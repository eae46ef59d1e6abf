import { declare, refusing } from "../rules/Refusals.ts"

export const deliveryRefusals = {
  IndicatorUnknown: declare<{ indicator: string }>(
    "missing",
    "COL-8",
    (f) => `แผนไม่มีตัวชี้วัด ${f.indicator}`,
    (f) => `The plan has no indicator ${f.indicator}.`
  ),
  SpendingExceedsPayments: declare<{ spent: string; paid: string }>(
    "rule",
    "MON-2",
    (f) => `รายงานการใช้จ่ายรวม ${f.spent} บาท เกินเงินที่ได้รับ ${f.paid} บาท`,
    (f) => `Spending of ${f.spent} baht is reported, more than the ${f.paid} baht received.`
  ),
  ReportUnknown: declare<{ report: number }>(
    "missing",
    "GRA-4",
    (f) => `ไม่มีรายงานฉบับที่ ${f.report} ที่ยังใช้อยู่`,
    (f) => `There is no report ${f.report} that still counts.`
  ),
  NoticeUnknown: declare<{ notice: string }>(
    "missing",
    "GRA-4a",
    (f) => `ไม่พบหนังสือแจ้งปัญหา ${f.notice}`,
    (f) => `There is no notice ${f.notice}.`
  )
}

export const { refusal, refuse } = refusing(deliveryRefusals)

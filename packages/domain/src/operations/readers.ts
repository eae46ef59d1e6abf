import { type Reader, readerFor } from "../engine/Reader.ts"
import { sourceRecord } from "../funding/Source.ts"
import { missionRecord } from "../missions/Mission.ts"
import { accountRecord } from "../parties/Account.ts"
import { organisationRecord } from "../parties/Organisation.ts"
import { partnershipRecord } from "../partnerships/Record.ts"
import { processRecord } from "../processes/AdaptedProcess.ts"

const status = { th: "สถานะ", en: "Status" }
const owner = { th: "หน่วยงาน", en: "Agency" }

export const readers: ReadonlyArray<Reader> = [
  readerFor(
    missionRecord,
    {
      status,
      owner,
      verdict: { th: "ผลการทบทวน", en: "Verdict" },
      way: { th: "แนวทาง", en: "Way on" },
      market: { th: "ลักษณะตลาด", en: "Kind of market" }
    },
    ["Registered", "UnderReview", "Reviewed"]
  ),
  readerFor(
    partnershipRecord,
    {
      status,
      owner,
      mission: { th: "ภารกิจ", en: "Mission" },
      model: { th: "รูปแบบ", en: "Model" },
      recipient: { th: "ผู้รับมอบภารกิจ", en: "Recipient" },
      step: { th: "ขั้นตอนปัจจุบัน", en: "Current step" }
    },
    ["Running", "Suspended", "Terminated"]
  ),
  readerFor(sourceRecord, {
    status,
    owner,
    kind: { th: "ประเภทแหล่งเงิน", en: "Kind of source" },
    fiscalYear: { th: "ปีงบประมาณ", en: "Fiscal year" }
  }),
  readerFor(processRecord, {
    owner,
    model: { th: "รูปแบบ", en: "Model" }
  }),
  readerFor(organisationRecord, {
    status,
    sector: { th: "ภาคส่วน", en: "Sector" },
    legalForm: { th: "รูปแบบตามกฎหมาย", en: "Legal form" },
    province: { th: "จังหวัด", en: "Province" },
    juristicId: { th: "เลขทะเบียน", en: "Registration number" }
  }),
  readerFor(accountRecord, {
    status,
    organisation: { th: "องค์กร", en: "Organisation" }
  })
]

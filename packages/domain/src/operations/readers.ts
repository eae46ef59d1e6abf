import { type NonEmpty, type Reader, readerFor } from "../engine/Reader.ts"
import { sourceRecord } from "../funding/Source.ts"
import type { Grant, Role } from "../kernel/Actor.ts"
import { missionRecord } from "../missions/Mission.ts"
import { accountRecord } from "../parties/Account.ts"
import { organisationRecord } from "../parties/Organisation.ts"
import { partnershipRecord } from "../partnerships/Record.ts"
import { processRecord } from "../processes/AdaptedProcess.ts"

const agencyRoles: ReadonlyArray<Role> = [
  "programme-officer",
  "executive",
  "finance",
  "evaluator",
  "auditor",
  "agency-administrator"
]
const staff = agencyRoles.map((role): Grant => ({ role, scope: "own-agency" }))
const partners: NonEmpty<Grant> = [
  { role: "partner-editor", scope: "own-organisation" },
  { role: "partner-signatory", scope: "own-organisation" },
  { role: "third-party", scope: "own-organisation" },
  { role: "evaluator", scope: "own-organisation" }
]
const everyone: Grant = { role: "public", scope: "public" }

const status = { th: "สถานะ", en: "Status" }
const owner = { th: "หน่วยงาน", en: "Agency" }

export const readers: ReadonlyArray<Reader> = [
  readerFor(
    missionRecord,
    [everyone, ...staff],
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
    [everyone, ...staff, ...partners],
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
  readerFor(sourceRecord, [...partners, ...staff], {
    status,
    owner,
    kind: { th: "ประเภทแหล่งเงิน", en: "Kind of source" },
    fiscalYear: { th: "ปีงบประมาณ", en: "Fiscal year" }
  }),
  readerFor(processRecord, [{ role: "programme-officer", scope: "own-agency" }, ...staff], {
    owner,
    model: { th: "รูปแบบ", en: "Model" }
  }),
  readerFor(organisationRecord, [everyone], {
    status,
    sector: { th: "ภาคส่วน", en: "Sector" },
    legalForm: { th: "รูปแบบตามกฎหมาย", en: "Legal form" },
    province: { th: "จังหวัด", en: "Province" },
    juristicId: { th: "เลขทะเบียน", en: "Registration number" }
  }),
  readerFor(accountRecord, [{ role: "agency-administrator", scope: "any" }, ...staff, ...partners], {
    status,
    organisation: { th: "องค์กร", en: "Organisation" }
  })
]

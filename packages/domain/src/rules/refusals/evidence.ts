import { declare } from "./declare.ts"

export interface Numbered {
  readonly [name: string]: number
  readonly evidence: number
}

export const evidenceRefusals = {
  EvidenceNotAttached: declare<Numbered>(
    "missing",
    "PRT-5b",
    (f) => `ไม่มีหลักฐานลำดับที่ ${f.evidence} ดูลำดับได้ในรายการหลักฐานของความร่วมมือ`,
    (f) => `There is no evidence no. ${f.evidence}. The partnership's list of evidence shows the numbers.`
  ),
  EvidencePublic: declare<Numbered>(
    "conflict",
    "PRT-5b",
    (f) => `หลักฐานลำดับที่ ${f.evidence} เผยแพร่อยู่แล้ว`,
    (f) => `Evidence no. ${f.evidence} is public already.`
  ),
  EvidenceNotPublic: declare<Numbered>(
    "conflict",
    "PRT-5b",
    (f) => `หลักฐานลำดับที่ ${f.evidence} ยังไม่ได้เผยแพร่ จึงไม่มีการเผยแพร่ให้ยุติ`,
    (f) => `Evidence no. ${f.evidence} is not public, so there is nothing to stop.`
  ),
  EvidenceHoldsPersonalData: declare<Numbered>(
    "rule",
    "PRT-5b",
    (f) => `หลักฐานลำดับที่ ${f.evidence} มีข้อมูลส่วนบุคคล จึงเผยแพร่ไม่ได้ ให้ปกปิดข้อมูลนั้นแล้วแนบไฟล์ใหม่`,
    (f) => `Evidence no. ${f.evidence} holds personal data and cannot be published. Attach a copy without that data.`
  ),
  ConsentMissing: declare<Numbered>(
    "rule",
    "PRT-5b",
    (f) => `หลักฐานลำดับที่ ${f.evidence} เป็นของอีกฝ่าย ต้องให้ฝ่ายที่แนบไฟล์นี้เป็นรายแรกยินยอมก่อนเผยแพร่`,
    (f) =>
      `Evidence no. ${f.evidence} came from another organisation. Whoever attached it first must agree before it is published.`
  ),
  ConsentGiven: declare<Numbered>(
    "conflict",
    "PRT-5b",
    (f) => `ยินยอมให้เผยแพร่หลักฐานลำดับที่ ${f.evidence} ไว้แล้ว`,
    (f) => `Publishing evidence no. ${f.evidence} has been agreed to already.`
  ),
  EvidenceOfAnother: declare<Numbered>(
    "rule",
    "PRT-5b",
    (f) =>
      `หลักฐานลำดับที่ ${f.evidence} เป็นของอีกฝ่าย ฝ่ายที่แนบไฟล์นี้เป็นรายแรกเท่านั้นที่ตัดสินใจได้ หากมีข้อมูลส่วนบุคคล ให้ยุติการเผยแพร่โดยระบุเหตุนั้น`,
    (f) =>
      `Evidence no. ${f.evidence} came from another organisation; whoever attached it first decides. If it holds personal data, stop its publication on that ground.`
  )
}

import type { LocalizedText } from "../../kernel/LocalizedText.ts"
import { declare, list } from "./declare.ts"

export const missionRefusals = {
  ReviewNotOpen: declare<{ status: string }>(
    "conflict",
    "REV-0",
    (f) => `ภารกิจนี้ไม่ได้อยู่ระหว่างทบทวน (สถานะ ${f.status}) เริ่มการทบทวนก่อน`,
    (f) => `The mission is not under review (it is ${f.status}). Begin a review first.`
  ),
  ReviewAlreadyOpen: declare<Record<never, never>>(
    "conflict",
    "REV-0",
    () => "กำลังทบทวนภารกิจนี้อยู่แล้ว",
    () => "The mission is already under review."
  ),
  QuestionOutOfOrder: declare<{ expected: string; given: string }>(
    "rule",
    "REV-0",
    (f) => `ต้องตอบคำถาม ${f.expected} ก่อน ยังตอบ ${f.given} ไม่ได้`,
    (f) => `The next question is ${f.expected}; ${f.given} cannot be answered now.`
  ),
  ReviewAnswered: declare<{ verdict: LocalizedText }>(
    "conflict",
    "REV-0",
    (f) => `ตอบครบทุกข้อแล้ว ผลคือ ${f.verdict} สรุปผลการทบทวนได้เลย หรือย้อนคำตอบล่าสุด`,
    (f) => `Every question is answered; they lead to: ${f.verdict}. Conclude the review, or take back the last answer.`
  ),
  NothingToTakeBack: declare<Record<never, never>>(
    "conflict",
    "REV-0",
    () => "ยังไม่มีคำตอบให้ย้อนกลับ",
    () => "There is no answer to take back."
  ),
  ReviewIncomplete: declare<{ next: string }>(
    "rule",
    "REV-0",
    (f) => `การทบทวนยังไม่จบ คำถามถัดไปคือ ${f.next}`,
    (f) => `The review is not finished: the next question is ${f.next}.`
  ),
  VerdictNotOpening: declare<{ verdict: LocalizedText }>(
    "rule",
    "REV-10",
    (f) => `ผลการทบทวนคือ ${f.verdict} ซึ่งไม่เปิดให้ภาคส่วนอื่นเข้าร่วม จึงเลือกแนวทางนี้ไม่ได้ ทบทวนใหม่หากสภาพเปลี่ยนไป`,
    (f) =>
      `The verdict is ${f.verdict}, which does not let others in, so no way on can be chosen. Review again if things have changed.`
  ),
  MissionNotOpen: declare<{ status: string }>(
    "rule",
    "COL-1",
    (f) => `ภารกิจยังไม่เปิดให้ร่วมดำเนินการ (สถานะ ${f.status}) ต้องทบทวนและเลือกแนวทางความร่วมมือก่อน`,
    (f) =>
      `The mission is not open to a partnership (it is ${f.status}). Review it and choose the partnership way first.`
  ),
  CompetitionNeeded: declare<{ mission: string }>(
    "rule",
    "CNT-1",
    () => "ภารกิจนี้ไม่มีการแข่งขันตามธรรมชาติ ก่อนต่ออายุต้องเปิดการแข่งขันใหม่ด้วยการประกาศรับข้อเสนอ",
    () => "No market competes for this mission: before a renewal, open a new competition by a call."
  ),
  ReasonMissing: declare<{ subject: LocalizedText }>(
    "rule",
    "MOD-2",
    (f) => `ต้องบันทึกเหตุผลเป็นลายลักษณ์อักษร: ${f.subject}`,
    (f) => `A written reason is needed: ${f.subject}.`
  ),
  ModelAlreadyChosen: declare<{ model: string }>(
    "conflict",
    "MOD-1",
    (f) => `เลือกรูปแบบ ${f.model} ไปแล้ว`,
    (f) => `The model ${f.model} has already been chosen.`
  ),
  WayNotForModel: declare<{ model: string; way: string }>(
    "rule",
    "COL-9",
    (f) => `รูปแบบ ${f.model} ใช้กับวิธี ${f.way} ไม่ได้`,
    (f) => `The model ${f.model} does not go with the way ${f.way}.`
  ),
  OverrideNotAuthorised: declare<{ roles: ReadonlyArray<string> }>(
    "forbidden",
    "MOD-2",
    (f) => `การเลือกรูปแบบต่างจากข้อแนะนำต้องกระทำโดยผู้มีอำนาจ: ${list(f.roles)}`,
    (f) => `Only an authorised person may choose against the recommendation: ${list(f.roles)}.`
  )
}

import { declare, list, refusing } from "../rules/Refusals.ts"

export const committeeRefusals = {
  CommitteeIncomplete: declare<{ missing: ReadonlyArray<string> }>(
    "rule",
    "COL-6b",
    (f) => `คณะกรรมการร่วมควรมีผู้แทนจากทุกฝ่าย ยังขาด ${list(f.missing)} เพิ่มกรรมการ หรือบันทึกเหตุผล (สัญญาร่วมต้องครบทุกฝ่าย)`,
    (f) =>
      `The joint committee should have members from every side; missing: ${list(f.missing)}. Add them, or record why; commissioning needs them all.`
  ),
  SeatRefused: declare<{ member: number; problem: string }>(
    "rule",
    "ACT-9",
    (f) => `กรรมการลำดับที่ ${f.member} แต่งตั้งไม่ได้: ${f.problem}`,
    (f) => `Member ${f.member} cannot be seated on the committee: ${f.problem}.`
  ),
  CommitteeNotWaivable: declare<Record<never, never>>(
    "rule",
    "COL-6a",
    () => "รูปแบบกลไกขับเคลื่อนงานภายใต้สัญญาร่วมต้องมีคณะกรรมการร่วมเต็มรูป ยกเว้นไม่ได้",
    () => "Commissioning requires a full joint committee; it cannot be waived."
  ),
  CommitteeAlreadyFormed: declare<Record<never, never>>(
    "conflict",
    "COL-6",
    () => "ตั้งคณะกรรมการร่วมหรือบันทึกการยกเว้นแล้ว",
    () => "The committee has already been formed or waived."
  ),
  SecretariatMissing: declare<Record<never, never>>(
    "rule",
    "COM-1c",
    () => "สัญญาร่วมควรมีสำนักงานเลขานุการร่วม ระบุสำนักงาน หรือบันทึกเหตุผลที่ไม่มี",
    () => "Commissioning should have a formal joint secretariat. Name its office, or record why there is none."
  )
}

export const { refusal, refuse } = refusing(committeeRefusals)

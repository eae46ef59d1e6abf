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
    () => "ตั้งคณะกรรมการร่วมหรือบันทึกการยกเว้นแล้ว เปลี่ยนได้ด้วยคำสั่งต่อมา",
    () => "The committee has already been formed or waived. Change it by a further order."
  ),
  CommitteeNotFormed: declare<Record<never, never>>(
    "conflict",
    "COL-6",
    () => "ยังไม่ได้ตั้งคณะกรรมการร่วม แต่งตั้งก่อนจึงเปลี่ยนได้",
    () => "The committee has not been formed yet. Appoint it first."
  ),
  SeatUnknown: declare<{ seat: string }>(
    "missing",
    "COL-6h",
    (f) => `ไม่พบที่นั่ง ${f.seat} ในคณะกรรมการร่วมชุดปัจจุบัน`,
    (f) => `No seat ${f.seat} is on the committee as it is now.`
  ),
  SeatOfOtherSide: declare<{ side: string }>(
    "rule",
    "COL-6h",
    (f) => `ที่นั่งของ${f.side}เปลี่ยนได้ด้วยคำสั่งของผู้บริหารสูงสุดของฝ่ายนั้นเท่านั้น ระบุเฉพาะที่นั่งของฝ่ายตนและของภาคส่วนอื่นสนับสนุน`,
    (f) =>
      `The seats of the ${f.side} are changed only by the order of its own head. Name seats of your own side and of supporters only.`
  ),
  CommitteeUnchanged: declare<Record<never, never>>(
    "conflict",
    "COL-6h",
    () => "คำสั่งนี้ไม่เปลี่ยนคณะกรรมการร่วม ระบุผู้พ้นจากตำแหน่ง ผู้ได้รับแต่งตั้ง หรือสำนักงานเลขานุการใหม่",
    () => "This order changes nothing on the committee. Say who leaves, who joins, or its new secretariat."
  ),
  SecretariatMissing: declare<Record<never, never>>(
    "rule",
    "COM-1c",
    () => "สัญญาร่วมควรมีสำนักงานเลขานุการร่วม ระบุสำนักงาน หรือบันทึกเหตุผลที่ไม่มี",
    () => "Commissioning should have a formal joint secretariat. Name its office, or record why there is none."
  )
}

export const { refusal, refuse } = refusing(committeeRefusals)

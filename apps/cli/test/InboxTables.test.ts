import type { Notification } from "@phakhi/client/Notifications"
import { catalogue } from "@phakhi/domain/catalogue"
import type { TaskRow } from "@phakhi/domain/engine/TaskQuestion"
import { Instant } from "@phakhi/domain/kernel/ThaiDate"
import { assert, it } from "vitest"
import { told, waiting } from "../src/InboxTables.ts"
import { displayWidth } from "../src/Width.ts"
import { uuid } from "./Harness.ts"

const task: TaskRow = {
  record: "partnership",
  id: uuid(1),
  title: { th: "กลุ่มเล่นเพื่อพัฒนาการ", en: "Playgroups" },
  status: "Running",
  operation: "disbursements.approve",
  target: { field: "disbursement", value: uuid(5), label: { th: "งวดที่ 1", en: "Tranche 1" } },
  words: { th: "อนุมัติการเบิกจ่าย: PBC-5 งวดที่ 1", en: "Approve the disbursement: PBC-5 tranche 1" },
  organisation: uuid(2),
  roles: ["finance", "executive"],
  account: null,
  since: Instant.make("2026-10-20T02:00:00.000Z"),
  due: "2026-11-20",
  late: true
}

it("a task says what waits, on which record, since when and until when, and that it is late, in Thai and พ.ศ.", () => {
  const [head = "", , body = ""] = waiting([task], "th", catalogue, undefined, undefined)
  for (const part of ["สิ่งที่ต้องทำ", "ชื่อรายการ", "รอมาตั้งแต่", "ครบกำหนด", "เกินกำหนด"]) assert.include(head, part)
  for (const part of [task.words.th, task.title.th, "20 ต.ค. 2569 09:00 น.", "20 พ.ย. 2569", "เกินกำหนด"]) {
    assert.include(body, part)
  }
  assert.notInclude(head, "ผู้ที่ต้องทำ")
  assert.notMatch(`${head}${body}`, /2026|finance/u)
})

it("whose turn it is is said by role and organisation, where that is asked", () => {
  const names = new Map([[uuid(2), { th: "กรมทดสอบ", en: "Test department" }]])
  assert.include(waiting([task], "th", catalogue, undefined, names)[2], "เจ้าหน้าที่การเงิน หรือ ผู้บริหาร – กรมทดสอบ")
  const unseen = waiting([task], "en", catalogue, undefined, new Map())
  assert.include(unseen[0], "Whose turn")
  assert.include(unseen[2], "finance officer or executive")
  assert.notInclude(unseen[2], uuid(2))
})

it("a notification that is unread says so; a narrow terminal keeps what it says", () => {
  const one: Notification = {
    id: uuid(9),
    kind: "late",
    at: "2026-11-21T02:00:00.000Z",
    words: { th: "ลงนามข้อตกลง", en: "Sign the agreement" },
    about: { th: "ห้องสมุดของเล่น" },
    record: "partnership",
    recordId: uuid(1),
    operation: "agreements.sign",
    target: null,
    readAt: null
  }
  const rows = told([one, { ...one, id: uuid(8), readAt: one.at, about: null }], "th", catalogue, undefined)
  for (const part of ["ยังไม่อ่าน", "เกินกำหนด", "ลงนามข้อตกลง", "ห้องสมุดของเล่น", "21 พ.ย. 2569 09:00 น."]) {
    assert.include(rows[2], part)
  }
  assert.notInclude(rows[3], "ยังไม่อ่าน")
  const narrow = told([one], "th", catalogue, 80)
  for (const line of narrow) assert.isAtMost(displayWidth(line), 80)
  assert.include(narrow[2], "ลงนามข้อตกลง")
})

import { text } from "../../kernel/LocalizedText.ts"
import { type Definition, stating } from "../Process.ts"

// OPDC handbook: กระบวนการสร้างความร่วมมือ, eight steps, and the closing of the accounts (MON-6) as the end of them.
export const collaboration1: Definition = {
  id: "collaboration",
  version: 1,
  title: text("กระบวนการสร้างความร่วมมือ", "Collaboration process"),
  thresholds: { "sla-value": 5_000_000, "sla-months": 12, "acceptance-score": 3, "reported-share": 80 },
  steps: [
    {
      id: "COL-1",
      rule: "COL-1",
      label: text("การประยุกต์ใช้ตัวแบบ", "Apply a model"),
      lane: "owner",
      after: [],
      completion: { by: "act", act: "model-chosen" },
      skip: "never"
    },
    {
      id: "COL-2",
      rule: "COL-2",
      label: text("การเจรจากับหน่วยงานเจ้าของภารกิจ", "Negotiate with the mission owner"),
      lane: "owner",
      after: ["COL-1"],
      completion: {
        by: "record",
        facts: [
          { name: "way", label: text("ริเริ่มจากภายในหรือจากภายนอก", "Started from inside or from outside") },
          { name: "policy", label: text("นโยบายที่รองรับ", "The policy that carries it") }
        ]
      },
      skip: "with-reason"
    },
    {
      id: "COL-3",
      rule: "COL-3",
      label: text("การแสวงหาหน่วยงานรับมอบภารกิจ", "Seek the recipient"),
      lane: "owner",
      after: ["COL-1"],
      completion: { by: "act", act: "recipient-selected" },
      skip: "never"
    },
    {
      id: "COL-4",
      rule: "COL-4",
      label: text("การหารือเบื้องต้นเพื่อกำหนดภารกิจและกิจกรรม", "Preliminary discussion"),
      lane: "joint",
      after: ["COL-2", "COL-3"],
      completion: { by: "children" },
      skip: "never"
    },
    {
      id: "COL-4a",
      rule: "COL-4a",
      label: text("กรอบวิสัยทัศน์ร่วม", "Shared common visions"),
      lane: "joint",
      after: [],
      within: "COL-4",
      completion: {
        by: "record",
        facts: [
          { name: "mission", label: text("ภารกิจที่ทำด้วยความสมัครใจ", "The voluntary mission") },
          { name: "success", label: text("ความสำเร็จระยะยาว", "Long-term success") },
          { name: "expectations", label: text("ความคาดหวังของแต่ละฝ่าย", "What each side expects") }
        ]
      },
      skip: "never"
    },
    {
      id: "COL-4b",
      rule: "COL-4b",
      label: text("ความเป็นไปได้และลำดับความสำคัญ", "Priorities and possibilities"),
      lane: "joint",
      after: ["COL-4a"],
      within: "COL-4",
      completion: {
        by: "record",
        facts: [
          { name: "technical", label: text("ความเป็นไปได้ด้านเทคนิค", "Technical possibility") },
          { name: "economic", label: text("ความเป็นไปได้ด้านเศรษฐกิจ", "Economic possibility") },
          { name: "operational", label: text("ความเป็นไปได้ด้านการปฏิบัติ", "Operational possibility") },
          { name: "schedule", label: text("ความเป็นไปได้ด้านกำหนดเวลา", "Possibility of the schedule") },
          { name: "supports", label: text("สิ่งสนับสนุนของทั้งสองฝ่าย", "Supports of both sides") },
          {
            name: "constraints",
            label: text(
              "ข้อจำกัดของทั้งสองฝ่าย กฎหมาย ระเบียบ งบประมาณ และเวลา",
              "Constraints of both sides: law, rules, budget and time"
            )
          }
        ]
      },
      skip: "never"
    },
    {
      id: "COL-4c",
      rule: "COL-4c",
      label: text("การเลือกโครงการและกิจกรรม", "Project and activity selections"),
      lane: "joint",
      after: ["COL-4b"],
      within: "COL-4",
      completion: {
        by: "record",
        facts: [
          { name: "activities", label: text("โครงการและกิจกรรมที่เลือก", "Projects and activities selected") },
          {
            name: "needs",
            label: text(
              "ความต้องการของทั้งสองฝ่ายและประชาชน หรือความเร่งด่วน",
              "Needs of both sides and the people, or the urgency"
            )
          },
          {
            name: "publicInterest",
            label: text("เหตุที่ไม่กระทบต่อประโยชน์สาธารณะ", "Why the public interest is not harmed")
          }
        ]
      },
      skip: "never"
    },
    {
      id: "COL-4d",
      rule: "COL-4d",
      label: text("ร่างข้อตกลงด้วยความสมัครใจ", "Mutual agreements"),
      lane: "joint",
      after: ["COL-4c"],
      within: "COL-4",
      completion: {
        by: "record",
        facts: [
          { name: "mission", label: text("ภารกิจ", "Mission") },
          { name: "powers", label: text("อำนาจ", "Powers") },
          { name: "responsibilities", label: text("ความรับผิดชอบ", "Responsibilities") },
          { name: "administration", label: text("การบริหารและธุรการ", "Administration and clerical work") }
        ]
      },
      skip: "never"
    },
    {
      id: "COL-5",
      rule: "COL-5",
      label: text("จัดทำข้อตกลงหรือลงนามบันทึกข้อตกลงความร่วมมือ (MOU)", "Agreement or MOU signed"),
      lane: "joint",
      after: ["COL-4"],
      completion: { by: "children" },
      skip: "never"
    },
    {
      id: "COL-5b",
      rule: "COL-5b",
      label: text("ลงนามโดยผู้มีอำนาจของทั้งสองฝ่าย", "Signed by both sides with a mandate"),
      lane: "joint",
      after: [],
      within: "COL-5",
      completion: { by: "act", act: "agreement-signed" },
      skip: "never"
    },
    {
      id: "COL-5a",
      rule: "COL-5a",
      label: text("ประกาศข้อตกลงต่อสาธารณะ", "Announced to the public"),
      lane: "owner",
      after: ["COL-5b"],
      within: "COL-5",
      completion: { by: "act", act: "agreement-announced" },
      skip: "never"
    },
    {
      id: "COL-5c",
      rule: "COL-5c",
      label: text("สื่อสารภายในและกับผู้มีส่วนได้ส่วนเสีย", "Communicated inside and to stakeholders"),
      lane: "joint",
      after: ["COL-5b"],
      within: "COL-5",
      completion: {
        by: "record",
        facts: [
          { name: "inside", label: text("การสื่อสารภายในของแต่ละฝ่าย", "How each side told its own people") },
          { name: "stakeholders", label: text("การสื่อสารกับผู้มีส่วนได้ส่วนเสีย", "How stakeholders were told") }
        ]
      },
      skip: "never"
    },
    {
      id: "COL-6",
      rule: "COL-6",
      label: text("การจัดตั้งคณะกรรมการร่วมและจัดทำแผนปฏิบัติการ", "Joint committee and action plan"),
      lane: "joint",
      after: ["COL-5"],
      completion: { by: "children" },
      skip: "never"
    },
    {
      id: "COL-6a",
      rule: "COL-6a",
      label: text("จัดตั้งคณะกรรมการร่วม", "Form the joint committee"),
      lane: "joint",
      after: [],
      within: "COL-6",
      completion: { by: "act", act: "committee-formed" },
      skip: "with-reason"
    },
    {
      id: "COL-6b",
      rule: "COL-6e",
      label: text("จัดทำแผนปฏิบัติการ (Action Plan)", "Adopt the action plan"),
      lane: "joint",
      after: ["COL-6a"],
      within: "COL-6",
      completion: { by: "act", act: "plan-adopted" },
      skip: "with-reason"
    },
    {
      id: "COL-7",
      rule: "COL-7",
      label: text("การดำเนินกิจกรรมตามแผนปฏิบัติการ", "Carry out the action plan"),
      lane: "joint",
      after: ["COL-6"],
      completion: { by: "children" },
      skip: "never"
    },
    {
      id: "COL-7c",
      rule: "COL-7c",
      label: text("ตกลงแหล่งงบประมาณและผูกพันวงเงิน", "Agree the budget's sources and commit the money"),
      lane: "owner",
      after: [],
      within: "COL-7",
      completion: { by: "act", act: "money-committed" },
      skip: "never"
    },
    {
      id: "COL-8",
      rule: "COL-8",
      label: text("การประเมินผลการดำเนินงาน", "Evaluate"),
      lane: "evaluator",
      after: ["COL-7"],
      completion: { by: "children" },
      skip: "never"
    },
    {
      id: "COL-8-evaluation",
      rule: "COL-8",
      label: text("ผลการประเมินตามตัวชี้วัดของแผนได้รับการยอมรับ", "Evaluation against the plan's indicators accepted"),
      lane: "evaluator",
      after: [],
      within: "COL-8",
      completion: { by: "act", act: "evaluation-accepted" },
      skip: "never"
    },
    {
      id: "MON-6",
      rule: "MON-6",
      label: text("การปิดบัญชี", "Closing the accounts"),
      lane: "owner",
      after: ["COL-8"],
      completion: { by: "children" },
      skip: "never"
    },
    {
      id: "MON-6a",
      rule: "MON-6",
      label: text("กระทบยอดบัญชีเป็นศูนย์", "Accounts reconciled to zero"),
      lane: "owner",
      after: [],
      within: "MON-6",
      completion: { by: "act", act: "accounts-reconciled" },
      skip: "never"
    },
    {
      id: "MON-6b",
      rule: "MON-6",
      label: text("ตรวจสอบบัญชี", "Accounts audited"),
      lane: "evaluator",
      after: ["MON-6a"],
      within: "MON-6",
      completion: { by: "act", act: "accounts-audited" },
      skip: "never",
      apart: ["MON-6a"]
    },
    {
      id: "MON-6c",
      rule: "MON-6",
      label: text("ปิดบัญชี", "Accounts closed"),
      lane: "owner",
      after: ["MON-6b"],
      within: "MON-6",
      completion: { by: "act", act: "accounts-closed" },
      skip: "never",
      apart: ["MON-6b"]
    }
  ]
}

/** COL-5d: since its second version, communication is two-way, or it is said why it is not. */
export const collaboration: Definition = {
  ...collaboration1,
  version: 2,
  steps: collaboration1.steps.map((step) =>
    step.id === "COL-5c"
      ? stating(step, {
          name: "twoWay",
          label: text("การสื่อสารแบบสองทางอย่างต่อเนื่อง", "How the communication is two-way, and goes on"),
          rule: "COL-5d",
          whyNot: {
            name: "oneWayReason",
            label: text("เหตุผลที่ไม่สื่อสารแบบสองทาง", "Why the communication is not two-way")
          }
        })
      : step
  )
}

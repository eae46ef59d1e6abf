import { text } from "../../kernel/LocalizedText.ts"
import { type Definition, stating } from "../Process.ts"

// OPDC handbook: รูปแบบกลไกขับเคลื่อนงานภายใต้สัญญาร่วม, six steps.
export const commissioning1: Definition = {
  id: "commissioning",
  version: 1,
  title: text("รูปแบบกลไกขับเคลื่อนงานภายใต้สัญญาร่วม", "Commissioning"),
  ways: ["persuasion"],
  rounds: { steps: ["COM-6-interim", "COM-3-further"], min: 0, max: 12, default: 0 },
  insists: ["COL-6a"],
  places: [
    { in: "COL-4", mode: "adds", steps: ["COM-1", "COM-2"], ways: ["persuasion"], before: ["COL-4d"] },
    { in: "COL-5", mode: "adds", steps: ["COM-3"], ways: ["persuasion"], before: ["COL-5b"] },
    { in: "COL-6", mode: "adds", steps: ["COM-4"], ways: ["persuasion"], before: ["COL-6b"] },
    {
      in: "COL-7",
      mode: "adds",
      steps: ["COM-3-money", "COM-5", "COM-6-interim", "COM-3-further"],
      ways: ["persuasion"]
    },
    { in: "COL-8", mode: "replaces", steps: ["COM-6"], ways: ["persuasion"] }
  ],
  steps: [
    {
      id: "COM-1",
      rule: "COM-1",
      label: text("การจัดลำดับความสำคัญของภารกิจและผลลัพธ์", "Rank missions and results"),
      lane: "joint",
      after: ["COL-4b"],
      completion: {
        by: "record",
        facts: [
          { name: "priorities", label: text("ลำดับความสำคัญที่ตัดสินใจร่วมกัน", "Priorities decided together") },
          { name: "duties", label: text("การแบ่งหน้าที่", "Division of duties"), rule: "COM-1b" }
        ]
      },
      skip: "never"
    },
    {
      id: "COM-2",
      rule: "COM-2",
      label: text("การประเมินความจำเป็นและความต้องการของกลุ่มเป้าหมาย", "Assess the target group's needs and wants"),
      lane: "joint",
      after: ["COM-1"],
      completion: {
        by: "record",
        facts: [
          { name: "facts", label: text("ข้อเท็จจริงและปัญหา", "Facts and problems") },
          {
            name: "consultation",
            label: text("การปรึกษาหารือร่วมกับกลุ่มผู้รับบริการ", "Consultation together with the service users"),
            rule: "PRT-1"
          }
        ]
      },
      skip: "never"
    },
    {
      id: "COM-3",
      rule: "COM-3",
      label: text("การจัดสรรทรัพยากรเพื่อการจัดบริการสาธารณะ", "Allocate resources for the public service"),
      lane: "joint",
      after: [],
      completion: {
        by: "record",
        facts: [{ name: "resources", label: text("ทรัพยากรและงบประมาณของแต่ละฝ่าย", "Each side's resources and money") }]
      },
      skip: "never"
    },
    {
      id: "COM-4",
      rule: "COM-4",
      label: text(
        "การกำหนดรูปแบบการจัดบริการสาธารณะที่เหมาะสมกับกลุ่มเป้าหมาย",
        "Design the form of service that fits the target group"
      ),
      lane: "joint",
      after: ["COL-6a"],
      completion: {
        by: "record",
        facts: [
          { name: "form", label: text("รูปแบบการจัดบริการ", "Form of the service") },
          { name: "fit", label: text("ความเหมาะสมกับกลุ่มเป้าหมายและงบประมาณ", "Fit to the target group and the budget") }
        ]
      },
      skip: "never"
    },
    {
      id: "COM-3-money",
      rule: "MON-3",
      label: text("จัดสรรงบประมาณงวดที่ 1", "The first tranche is allocated"),
      lane: "owner",
      after: ["COL-7c"],
      completion: { by: "act", act: "disbursement" },
      skip: "never"
    },
    {
      id: "COM-5",
      rule: "COM-5",
      label: text("การจัดบริการสาธารณะ", "Deliver the public service"),
      lane: "recipient",
      after: ["COM-3-money"],
      completion: {
        by: "record",
        facts: [
          { name: "services", label: text("บริการที่จัด", "Services delivered") },
          {
            name: "capability",
            label: text("เหตุที่อยู่ภายในขีดความสามารถและศักยภาพ", "Why they are within capability and potential"),
            rule: "PAR-1"
          }
        ]
      },
      skip: "never"
    },
    {
      id: "COM-6-interim",
      rule: "COM-6",
      label: text("ประเมินผลก่อนจัดสรรงบประมาณงวดถัดไป", "Evaluation before the next tranche"),
      lane: "evaluator",
      after: ["COM-3-money"],
      completion: { by: "act", act: "evaluation-accepted" },
      skip: "never"
    },
    {
      id: "COM-3-further",
      rule: "MON-3",
      label: text("จัดสรรงบประมาณงวดที่ {tranche}", "Tranche {tranche} is allocated"),
      lane: "owner",
      after: ["COM-6-interim"],
      completion: { by: "act", act: "disbursement" },
      skip: "never",
      apart: ["COM-6-interim"]
    },
    {
      id: "COM-6",
      rule: "COM-6",
      label: text("การติดตามและประเมินผล", "Follow-up and evaluation"),
      lane: "evaluator",
      after: [],
      completion: { by: "act", act: "evaluation-accepted" },
      skip: "never"
    }
  ]
}

/** COM-1b: since its second version, the roles are those that the handbook sees, or it is said why not. */
export const commissioning: Definition = {
  ...commissioning1,
  version: 2,
  steps: commissioning1.steps.map((step) =>
    step.id === "COM-1"
      ? stating(step, {
          name: "roles",
          label: text(
            "ผู้มอบภารกิจเป็นผู้จัดการโครงการ (Project Manager) และภาคส่วนอื่นเป็นฝ่ายปฏิบัติการ",
            "The owner as project manager, and the partner as operations"
          ),
          rule: "COM-1b",
          whyNot: {
            name: "otherRolesReason",
            label: text("เหตุผลที่แบ่งบทบาทเป็นอย่างอื่น", "Why the roles are divided otherwise")
          }
        })
      : step
  )
}

import { text } from "../../kernel/LocalizedText.ts"
import type { Definition } from "../Process.ts"

// OPDC handbook: รูปแบบการให้เงินอุดหนุน, four steps in two lanes.
export const grant1: Definition = {
  id: "grant",
  version: 1,
  title: text("รูปแบบการให้เงินอุดหนุน", "Grant"),
  ways: ["call", "persuasion"],
  rounds: { steps: ["GRA-4-evaluation", "GRA-3-further"], min: 0, max: 12, default: 0 },
  places: [
    { in: "COL-3", mode: "replaces", steps: ["GRA-1-owner", "GRA-1-recipient"], ways: ["call"] },
    { in: "COL-4", mode: "replaces", steps: ["GRA-2-owner", "GRA-2-recipient", "GRA-2-select"], ways: ["call"] },
    {
      in: "COL-7",
      mode: "adds",
      steps: ["GRA-3", "GRA-4-evaluation", "GRA-3-further", "GRA-4"],
      ways: ["call", "persuasion"]
    }
  ],
  steps: [
    {
      id: "GRA-1-owner",
      rule: "GRA-1",
      label: text("การเตรียมความพร้อม: ผู้มอบภารกิจ", "Preparation: the owner"),
      lane: "owner",
      after: [],
      completion: {
        by: "record",
        facts: [
          { name: "mission", label: text("ภารกิจ", "Mission") },
          { name: "conditions", label: text("เงื่อนไข", "Conditions") },
          { name: "qualifications", label: text("คุณสมบัติของผู้รับมอบภารกิจ", "The recipient's qualifications") },
          { name: "activities", label: text("รายละเอียดกิจกรรม", "Activity details") }
        ]
      },
      skip: "never"
    },
    {
      id: "GRA-1-recipient",
      rule: "GRA-1",
      label: text("การเตรียมความพร้อม: ผู้รับมอบภารกิจ", "Preparation: the recipient"),
      lane: "recipient",
      after: ["GRA-1-owner"],
      completion: {
        by: "record",
        facts: [
          { name: "proposal", label: text("ข้อเสนอ", "Proposal") },
          { name: "documents", label: text("เอกสารประกอบ", "Documents") }
        ]
      },
      skip: "never"
    },
    {
      id: "GRA-2-owner",
      rule: "GRA-2",
      label: text("การยื่นข้อเสนอ: กำหนดแบบ เกณฑ์ และขั้นตอน", "Application: form, criteria and steps set"),
      lane: "owner",
      after: [],
      completion: {
        by: "record",
        facts: [
          { name: "form", label: text("แบบการยื่นข้อเสนอ", "Form of applying") },
          { name: "criteria", label: text("เกณฑ์การพิจารณา", "Criteria of deciding"), rule: "GRA-C" },
          { name: "steps", label: text("ขั้นตอนการยื่นและการพิจารณา", "Steps of applying and deciding") }
        ]
      },
      skip: "never"
    },
    {
      id: "GRA-2-recipient",
      rule: "GRA-2",
      label: text("การยื่นข้อเสนอ: ผู้รับมอบภารกิจ", "Application: the recipient applies"),
      lane: "recipient",
      after: ["GRA-2-owner"],
      completion: {
        by: "record",
        facts: [
          { name: "application", label: text("ใบสมัครและข้อเสนอ", "Application") },
          {
            name: "understanding",
            label: text("ความเข้าใจในเงื่อนไข วิธีการ และงบประมาณ", "Understanding of conditions, method and budget")
          }
        ]
      },
      skip: "never"
    },
    {
      id: "GRA-2-select",
      rule: "GRA-2",
      label: text("การพิจารณาคัดเลือกผู้รับมอบภารกิจ", "The recipient is selected"),
      lane: "owner",
      after: ["GRA-2-recipient"],
      completion: { by: "act", act: "recipient-selected" },
      skip: "never"
    },
    {
      id: "GRA-3",
      rule: "GRA-3",
      label: text("การรับงบประมาณ", "Receipt of the budget"),
      lane: "owner",
      after: ["COL-7c"],
      completion: { by: "act", act: "disbursement" },
      skip: "never"
    },
    {
      id: "GRA-4-evaluation",
      rule: "GRA-4",
      label: text("ประเมินผลก่อนรับงบประมาณงวดถัดไป", "Evaluation before the next tranche"),
      lane: "evaluator",
      after: ["GRA-3"],
      completion: { by: "act", act: "evaluation-accepted" },
      skip: "never"
    },
    {
      id: "GRA-3-further",
      rule: "MON-3",
      label: text("การรับงบประมาณงวดที่ {tranche}", "Receipt of tranche {tranche}"),
      lane: "owner",
      after: ["GRA-4-evaluation"],
      completion: { by: "act", act: "disbursement" },
      skip: "never",
      apart: ["GRA-4-evaluation"]
    },
    {
      id: "GRA-4",
      rule: "GRA-4",
      label: text("การจัดทำบริการสาธารณะตามที่ได้รับการจัดสรรเงินอุดหนุน", "Delivery on funded activity, reported"),
      lane: "recipient",
      after: ["GRA-3-further"],
      completion: { by: "act", act: "report-submitted" },
      skip: "never"
    }
  ]
}

/**
 * COL-9a: since its second version, the selection is the way COL-3 is done, and the discussion follows with the one selected.
 * GRA-1: the recipient prepares; it proposes once the owner's criteria are set (GRA-2).
 */
export const grant: Definition = {
  ...grant1,
  version: 2,
  places: [
    {
      in: "COL-3",
      mode: "replaces",
      steps: ["GRA-1-owner", "GRA-1-recipient", "GRA-2-owner", "GRA-2-recipient", "GRA-2-select"],
      ways: ["call"]
    },
    ...(grant1.places ?? []).filter((place) => place.in !== "COL-3" && place.in !== "COL-4")
  ],
  steps: grant1.steps.map((step) => {
    if (step.id === "GRA-1-recipient")
      return {
        ...step,
        completion: {
          by: "record",
          facts: [
            {
              name: "preparation",
              label: text(
                "การเตรียมความพร้อมยื่นข้อเสนอและเอกสารที่เกี่ยวข้อง",
                "How the proposal and its documents are being prepared"
              )
            }
          ]
        }
      }
    return step.id === "GRA-2-owner" ? { ...step, after: ["GRA-1-recipient"] } : step
  })
}

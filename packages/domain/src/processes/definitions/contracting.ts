import { text } from "../../kernel/LocalizedText.ts"
import type { Definition } from "../Process.ts"

// OPDC handbook: รูปแบบการทำสัญญาข้อตกลง, nine steps.
export const contracting1: Definition = {
  id: "contracting",
  version: 1,
  title: text("รูปแบบการทำสัญญาข้อตกลง", "Performance-based contracting"),
  ways: ["call", "persuasion"],
  rounds: { steps: ["PBC-6", "PBC-7"], min: 1, max: 12, default: 1 },
  places: [
    { in: "COL-3", mode: "replaces", steps: ["PBC-1", "PBC-2"], ways: ["call"] },
    { in: "COL-4", mode: "replaces", steps: ["PBC-3", "PBC-4"], ways: ["call"] },
    { in: "COL-7", mode: "adds", steps: ["PBC-5", "PBC-6", "PBC-7"], ways: ["call", "persuasion"] },
    { in: "COL-8", mode: "replaces", steps: ["PBC-8"], ways: ["call", "persuasion"] },
    { in: "MON-6b", mode: "replaces", steps: ["PBC-9"], ways: ["call", "persuasion"] }
  ],
  steps: [
    {
      id: "PBC-1",
      rule: "PBC-1",
      label: text("ภาครัฐประกาศรายการภารกิจเพื่อเปิดรับข้อเสนอ", "The state announces missions open for proposals"),
      lane: "owner",
      after: [],
      completion: {
        by: "record",
        facts: [
          { name: "scope", label: text("ขอบเขต", "Scope") },
          { name: "objectives", label: text("วัตถุประสงค์", "Objectives") },
          { name: "period", label: text("ระยะเวลา", "Period") },
          { name: "selectionCriteria", label: text("เกณฑ์การคัดเลือก", "Selection criteria"), rule: "PBC-C" },
          { name: "budgetMethod", label: text("วิธีการจัดสรรงบประมาณ", "Budget allocation method") },
          { name: "evaluation", label: text("การประเมินผล", "Evaluation") }
        ]
      },
      skip: "never"
    },
    {
      id: "PBC-2",
      rule: "PBC-2",
      label: text("ภาคส่วนอื่นยื่นข้อเสนอโครงการต่อหน่วยงานเจ้าของภารกิจ", "Others submit a proposal to the owner"),
      lane: "recipient",
      after: ["PBC-1"],
      completion: { by: "record", facts: [{ name: "proposal", label: text("ข้อเสนอโครงการ", "Project proposal") }] },
      skip: "never"
    },
    {
      id: "PBC-3",
      rule: "PBC-3",
      label: text("ภาคส่วนอื่นนำเสนอรายละเอียด", "Others present the details"),
      lane: "recipient",
      after: [],
      completion: {
        by: "record",
        facts: [
          { name: "plan", label: text("แผนการดำเนินงาน", "Plan") },
          { name: "expertise", label: text("ความเชี่ยวชาญ", "Expertise"), rule: "PBC-Q1" },
          { name: "standards", label: text("มาตรฐานองค์กร", "Standards of the organisation"), rule: "PBC-Q2" },
          { name: "serviceArea", label: text("พื้นที่บริการ", "Service area"), rule: "PBC-Q3" },
          { name: "experience", label: text("ประสบการณ์/ผลงาน", "Experience and work done"), rule: "PBC-Q4" },
          { name: "network", label: text("ความสามารถในการสร้างเครือข่าย", "Ability to build networks"), rule: "PBC-Q5" }
        ]
      },
      skip: "never"
    },
    {
      id: "PBC-4",
      rule: "PBC-4",
      label: text("ภาครัฐพิจารณาและคัดเลือกข้อเสนอโครงการที่ผ่านเกณฑ์", "The state selects from those that pass the criteria"),
      lane: "owner",
      after: ["PBC-3"],
      completion: { by: "act", act: "recipient-selected" },
      skip: "never"
    },
    {
      id: "PBC-5",
      rule: "PBC-5",
      label: text("ภาครัฐจัดสรรงบประมาณงวดที่ 1", "The state allocates the first tranche"),
      lane: "owner",
      after: ["COL-7c"],
      completion: { by: "act", act: "disbursement" },
      skip: "never"
    },
    {
      id: "PBC-6",
      rule: "PBC-6",
      label: text("การประเมินผลการดำเนินงานระยะกลาง", "Mid-term evaluation"),
      lane: "evaluator",
      after: ["PBC-5"],
      completion: { by: "act", act: "evaluation-accepted" },
      skip: "never"
    },
    {
      id: "PBC-7",
      rule: "PBC-7",
      label: text("ภาครัฐจัดสรรงบประมาณงวดที่ {tranche}", "The state allocates tranche {tranche}"),
      lane: "owner",
      after: ["PBC-6"],
      completion: { by: "act", act: "disbursement" },
      skip: "never",
      apart: ["PBC-6"]
    },
    {
      id: "PBC-8",
      rule: "PBC-8",
      label: text("การประเมินผลหลังสิ้นสุดการดำเนินงาน", "Evaluation after the work has ended"),
      lane: "evaluator",
      after: [],
      completion: { by: "act", act: "evaluation-accepted" },
      skip: "never"
    },
    {
      id: "PBC-9",
      rule: "PBC-9",
      label: text("การปิดบัญชีงบประมาณ", "Closing of the budget's accounts, audited"),
      lane: "evaluator",
      after: [],
      completion: { by: "act", act: "accounts-audited" },
      skip: "never",
      apart: ["MON-6a"]
    }
  ]
}

/** COL-9a: since its second version, the selection is the way COL-3 is done, and the discussion follows with the one selected. */
export const contracting: Definition = {
  ...contracting1,
  version: 2,
  places: [
    { in: "COL-3", mode: "replaces", steps: ["PBC-1", "PBC-2", "PBC-3", "PBC-4"], ways: ["call"] },
    ...(contracting1.places ?? []).filter((place) => place.in !== "COL-3" && place.in !== "COL-4")
  ],
  steps: contracting1.steps.map((step) => (step.id === "PBC-3" ? { ...step, after: ["PBC-2"] } : step))
}

import { declare, refusing } from "../rules/Refusals.ts"

export const improvementRefusals = {
  NothingBefore: declare<{ of: string }>(
    "rule",
    "RED-1",
    (f) => `ก่อนลด ต้องมี${f.of === "steps" ? "ขั้นตอน" : "ระยะเวลา"}มากกว่าศูนย์`,
    (f) => `Before the reduction, ${f.of} must be more than zero.`
  )
}

export const { refusal, refuse } = refusing(improvementRefusals)

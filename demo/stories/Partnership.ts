import { type Agency, account, organisation, type PartyKey } from "./Parties.ts"
import { baht, type Done, type Scene, scene, type Texts } from "./Scene.ts"

export interface Facts {
  readonly [name: string]: string
}
export interface Period {
  readonly from: string
  readonly to: string
}
type Values = ReadonlyArray<string>

export interface Cast {
  readonly name: string
  readonly mission: string
  readonly title: Texts
  readonly agency: Agency
  readonly recipient: PartyKey
}

export interface Found {
  readonly results: Values
  readonly findings: string
  readonly siteVisit?: string
  readonly noVisitReason?: string
}

/** A partnership as it is told: what its people do, each on the day that the scene stands on. */
export interface Story {
  readonly lines: Scene["lines"]
  readonly on: Scene["on"]
  readonly ref: string
  readonly did: (as: string, op: string, input: unknown) => Done
  readonly officer: string
  readonly executive: string
  readonly finance: string
  readonly evaluator: string
  readonly auditor: string
  readonly editor: string
  readonly signatory: string
  readonly done: (as: string, step: string, facts: Facts) => void
  /** Stated by the owner's officer and confirmed by the recipient. */
  readonly jointly: (step: string, facts: Facts) => void
  readonly signed: () => void
  readonly announced: (reference: string, inside: string, stakeholders: string) => void
  readonly planned: (plan: PlanInput) => void
  readonly committed: (source: string, amount: number) => void
  /** What is unpaid when the fiscal year ends, kept for the year after it. */
  readonly carriedOver: (source: string, amount: number, fiscalYear: number) => void
  readonly prepared: (tranche: number, amount: number, note?: string) => string
  readonly paid: (tranche: number, amount: number) => void
  readonly reported: (report: ReportInput) => void
  readonly selfAssessed: (results: Values) => void
  readonly evaluated: (method: "internal" | "external", found: Found) => string
}

export interface PlanInput {
  readonly activities: ReadonlyArray<unknown>
  readonly indicators: ReadonlyArray<unknown>
  readonly participants?: string
  readonly noParticipantsReason?: string
}

export interface ReportInput {
  readonly period: Period
  readonly narrative: string
  readonly expenditure: ReadonlyArray<readonly [activity: string, planned: number, spent: number]>
  readonly results?: Values
  readonly problems?: string
}

export const observer = account("observers", "evaluator")

/** Starts the partnership on its day and gives the words that the rest of its story is told in. */
export const partnership = (day: string, { agency, mission, name, recipient, title }: Cast): Story => {
  const on = scene(name)
  on.on(day)
  const officer = account(agency, "officer")
  const executive = account(agency, "executive")
  const finance = account(agency, "finance")
  const editor = account(recipient, "editor")
  const started = { mission: `$mission-${mission}`, title, invented: true }
  const { ref } = on.act(officer, "partnerships.start", started, { id: name })
  let today = day
  const did: Story["did"] = (as, op, input) => on.act(as, op, input, { on: ref })
  const evaluator = account(agency, "evaluator")
  const auditor = account(agency, "auditor")
  /** Whoever evaluates and audits is named as soon as there is something to look at. */
  const assigned = () => {
    const external = on.lines.some(({ input }) => (input as { readonly as?: string }).as === "external-evaluator")
    const assign = (by: string, who: string, duty: string) =>
      did(by, "assignments.assign", { account: who, duty, from: today })
    assign(officer, evaluator, "evaluator")
    // Whoever administers the agency finds people of other organisations too.
    if (external) assign(account(agency, "admin"), observer, "evaluator")
    assign(officer, auditor, "auditor")
  }
  const done: Story["done"] = (as, step, facts) => {
    did(as, "steps.complete", { step, facts })
  }
  let adopted: Done | undefined
  const valued = (values: Values) =>
    values.map((value, index) => ({ indicator: adopted?.part(`data.plan.indicators.${index}.id`) ?? "", value }))
  let disbursements = 0
  const prepared: Story["prepared"] = (tranche, amount, note) => {
    const input = { tranche, amount: baht(amount), ...(note === undefined ? {} : { note }) }
    return did(finance, "disbursements.prepare", input).part(`data.funding.disbursements.${disbursements++}.id`)
  }
  return {
    lines: on.lines,
    on: (next) => {
      today = next
      on.on(next)
    },
    ref,
    did,
    officer,
    executive,
    finance,
    evaluator,
    auditor,
    editor,
    signatory: account(recipient, "signatory"),
    done,
    jointly: (step, facts) => {
      done(officer, step, facts)
      done(editor, step, {})
    },
    signed: () => {
      did(account(recipient, "signatory"), "agreements.sign", {})
      did(executive, "agreements.sign", {})
    },
    announced: (reference, inside, stakeholders) => {
      did(officer, "agreements.announce", { where: "เว็บไซต์และประกาศของหน่วยงาน (สมมติ)", reference })
      done(officer, "COL-5c", { inside, stakeholders, twoWay: "รับความเห็นทางเว็บไซต์และสายด่วน และตอบกลับทุกเดือน (สมมติ)" })
      done(editor, "COL-5c", {})
      assigned()
    },
    planned: (plan) => {
      did(officer, "plans.adopt", {
        ...plan,
        evaluationFrame: "ประเมินตามตัวชี้วัดของแผนปฏิบัติการเป็นระยะ โดยคณะกรรมการร่วมกำหนดผู้ประเมินและวิธีการ (สมมติ)"
      })
      adopted = did(account(recipient, "signatory"), "plans.agree", {})
    },
    committed: (source, amount) => {
      did(finance, "funding.commit", { source, amount: baht(amount) })
    },
    carriedOver: (source, amount, fiscalYear) => {
      const reason = "กันเงินไว้เบิกเหลื่อมปีสำหรับงวดที่ยังไม่ถึงกำหนดจ่าย (สมมติ)"
      did(finance, "funding.carry-over", { source, amount: baht(amount), fiscalYear, reason })
    },
    prepared,
    paid: (tranche, amount) => {
      const disbursement = prepared(tranche, amount)
      did(executive, "disbursements.approve", { disbursement })
    },
    reported: ({ expenditure, narrative, period, problems, results = [] }) => {
      const spending = expenditure.map(([activity, planned, spent]) => ({
        activity,
        planned: baht(planned),
        spent: baht(spent)
      }))
      did(editor, "reports.submit", {
        period,
        narrative,
        expenditure: spending,
        results: valued(results),
        ...(problems === undefined ? {} : { problems })
      })
    },
    selfAssessed: (results) => {
      did(editor, "evaluations.self-assess", { results: valued(results) })
    },
    evaluated: (method, { results, ...found }) => {
      const by = method === "external" ? observer : evaluator
      const input = { method, results: valued(results), ...found }
      const { part } = did(by, "evaluations.submit", input)
      return part("data.evaluations")
    }
  }
}

/** The n-th evaluation of a partnership, by the line that last told of its evaluations. */
export const nth = (evaluations: string, index: number): string => `${evaluations}.${index}.id`

interface SourceTerms {
  readonly title: Texts
  readonly fiscalYear: number
  readonly amount: number
  readonly kind?: "state-budget" | "recipient-revenue" | "donation" | "other"
  readonly rule?: string
}

/** Money that an agency has, by the fiscal year that it is of. */
export const source = (day: string, agency: Agency, id: string, { amount, ...terms }: SourceTerms): Scene => {
  const on = scene(id)
  on.on(day)
  const input = { kind: "state-budget", ...terms, amount: baht(amount), invented: true }
  on.act(account(agency, "finance"), "sources.register", input, { id })
  return on
}

interface Adaptation {
  readonly title: Texts
  readonly model: "grant" | "contracting" | "commissioning"
  readonly edits: ReadonlyArray<{ readonly _tag: string } & Record<string, unknown>>
}

/** A process as the agency has adapted it. */
export const adapted = (day: string, agency: Agency, id: string, overlay: Adaptation): Scene => {
  const on = scene(id)
  on.on(day)
  on.act(account(agency, "admin"), "processes.adapt", { overlay: { ...overlay, waivers: [] } }, { id })
  return on
}

export const level = (...values: ReadonlyArray<number>) => values.map((value) => ({ value: String(value) }))

/** What each level of a step type asks. */
export const steps = (...texts: ReadonlyArray<{ readonly th: string; readonly en: string }>) =>
  texts.map((text, index) => ({ value: String(index + 1), text }))

export const members = (agency: Agency, recipient: PartyKey, ...supporters: ReadonlyArray<PartyKey>) => [
  {
    name: "ผู้แทนหน่วยงาน (สมมติ)",
    organisation: organisation(agency),
    side: "owner",
    position: "ประธานกรรมการ",
    charged: true,
    decides: true
  },
  {
    name: "ผู้แทนกลุ่มงาน (สมมติ)",
    organisation: organisation(agency),
    side: "owner",
    position: "กรรมการและเลขานุการ",
    charged: true,
    decides: true
  },
  {
    name: "ผู้แทนภาคี (สมมติ)",
    organisation: organisation(recipient),
    side: "recipient",
    position: "รองประธานกรรมการ",
    charged: true,
    decides: true
  },
  ...supporters.map((supporter) => ({
    name: "ผู้แทนภาคส่วนอื่นที่สนับสนุน (สมมติ)",
    organisation: organisation(supporter),
    side: "supporter",
    position: "กรรมการ",
    charged: true,
    decides: true
  }))
]

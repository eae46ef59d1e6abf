const day = 86_400_000

const dateIn = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10)

const text = (th: string) => ({ th })
const money = (amount: string) => ({ amount, currency: "THB" })

export interface OneLine {
  readonly op: string
  readonly id: string
  readonly as: string
  readonly on?: string
  /** When it happened; without it, one after the other in the last days. */
  readonly at?: string
  readonly input: unknown
}

/** A name for each person whom the lines make, and the role that the person has. */
export const staff = {
  officer: "programme-officer",
  executive: "executive",
  finance: "finance",
  administrator: "agency-administrator"
} as const
export const partners = {
  keeper: "partner-administrator",
  editor: "partner-editor",
  signatory: "partner-signatory"
} as const
export type PersonName = keyof typeof staff | keyof typeof partners

export const invited = (name: string, role: string, organisation: string): OneLine => ({
  op: "accounts.invite",
  id: name,
  as: "founder",
  input: { organisation, name, email: `${name}@example.org`, roles: [role] }
})

const year = new Date(Date.now() + 92 * day).getUTCFullYear() + 543
const period = { from: dateIn(-60), to: dateIn(300) }

const mandate = (by: PersonName, organisation: string, account: string): OneLine => ({
  op: "organisations.give-mandate",
  id: `mandate-${account}`,
  as: `$${by}`,
  on: `$${organisation}`,
  input: { account: `$${account}`, position: "ผู้อำนวยการ", limit: money("9000000.00"), period, order: "1/2570" }
})

/** An agency, a foundation, their people with mandates, and a source of money. */
const beginning: ReadonlyArray<OneLine> = [
  {
    op: "organisations.register",
    id: "agency",
    as: "founder",
    input: { name: text("กรมสมมติ"), sector: "state", legalForm: "department" }
  },
  {
    op: "organisations.register",
    id: "foundation",
    as: "founder",
    input: { name: text("มูลนิธิสมมติ"), sector: "civil-society", legalForm: "foundation" }
  },
  ...Object.entries(staff).map(([name, role]) => invited(name, role, "$agency")),
  ...Object.entries(partners).map(([name, role]) => invited(name, role, "$foundation")),
  mandate("administrator", "agency", "executive"),
  mandate("keeper", "foundation", "signatory"),
  {
    op: "sources.register",
    id: "source",
    as: "$finance",
    input: { kind: "state-budget", title: text("งบประมาณสมมติ"), fiscalYear: year, amount: money("900000000.00") }
  }
]

const missionLines = (name: string): ReadonlyArray<OneLine> => {
  const on = `$${name}-mission`
  const line = (id: string, op: string, input: unknown): OneLine => ({
    op,
    id: `${name}-${id}`,
    as: "$officer",
    on,
    input
  })
  return [
    {
      op: "missions.register",
      id: `${name}-mission`,
      as: "$officer",
      input: { title: text(`ดูแลเด็กเล็ก ${name}`), purpose: "ให้เด็กเข้าถึงบริการ", provinces: ["12"], routine: false }
    },
    line("begin", "missions.begin-review", {}),
    ...[true, false, true, false, false, false].map((answer, index) =>
      line(`answer-${index + 1}`, "missions.answer", { question: `REV-${index + 1}`, answer })
    ),
    line("conclude", "missions.conclude-review", {}),
    line("way", "missions.choose-way", { way: "partnership", reason: "บุคลากรไม่พอ" })
  ]
}

/** Everything that a step must state, whichever it is. */
type FactsOf = (step: string) => Readonly<Record<string, string>>

const partnershipLines = (name: string, value: string, factsOf: FactsOf): ReadonlyArray<OneLine> => {
  const line = (as: PersonName, id: string, op: string, input: unknown): OneLine => ({
    op,
    id: `${name}-${id}`,
    as: `$${as}`,
    on: `$${name}`,
    input
  })
  const step = (as: PersonName, key: string, facts = factsOf(key)) =>
    line(as, `${as}-${key}`, "steps.complete", { step: key, facts })
  const unit = (BigInt(value) / 100n).toString()
  return [
    {
      op: "partnerships.start",
      id: name,
      as: "$officer",
      input: { mission: `$${name}-mission`, title: text(`ความร่วมมือ ${name}`) }
    },
    line("officer", "model", "models.choose", {
      nature: "project",
      timeFrame: "bounded",
      resources: "owner-subsidy",
      wish: "flexible-support",
      readiness: "medium",
      relation: "new",
      model: "grant",
      way: "call"
    }),
    line("officer", "skip", "steps.skip", { step: "COL-2", reason: "มีนโยบายรองรับแล้ว" }),
    line("officer", "candidate", "partners.name", { organisation: "$foundation", as: "candidate" }),
    step("officer", "GRA-1-owner"),
    step("editor", "GRA-1-recipient"),
    step("officer", "GRA-2-owner"),
    step("editor", "GRA-2-recipient"),
    line("officer", "select", "partners.select", { organisation: "$foundation", justification: "คะแนนสูงสุด" }),
    ...["COL-4a", "COL-4b", "COL-4c", "COL-4d"].flatMap((key) => [step("officer", key), step("editor", key, {})]),
    line("officer", "draft", "agreements.draft", {
      instrument: "grant-agreement",
      binding: true,
      objectives: "ให้เด็กได้รับบริการ",
      conditions: [],
      period: { from: dateIn(-20), to: dateIn(280) },
      value: money(`${value}.00`),
      unitCosts: [{ item: "ค่าดูแลเด็ก", unit: "คน", quantity: 100, unitCost: money(`${unit}.00`) }],
      tranches: [{ amount: money(`${value}.00`) }]
    }),
    line("executive", "sign-owner", "agreements.sign", {}),
    line("signatory", "sign-recipient", "agreements.sign", {}),
    line("officer", "announce", "agreements.announce", { where: "เว็บไซต์", reference: "1/2570" }),
    step("officer", "COL-5c"),
    step("editor", "COL-5c", {}),
    line("executive", "committee", "committees.appoint", {
      order: "1/2570",
      members: [
        {
          name: "ผู้แทนหน่วยงาน",
          organisation: "$agency",
          side: "owner",
          position: "ประธาน",
          charged: true,
          decides: true
        },
        {
          name: "ผู้แทนภาคี",
          organisation: "$foundation",
          side: "recipient",
          position: "กรรมการ",
          charged: true,
          decides: true
        }
      ]
    }),
    line("officer", "plan", "plans.adopt", {
      activities: [
        {
          title: text("จัดบริการ"),
          ownerRole: "สนับสนุน",
          recipientRole: "ดำเนินการ",
          period: { from: dateIn(-20), to: dateIn(280) },
          legalAuthority: "ระเบียบของหน่วยงาน"
        }
      ],
      indicators: [
        {
          name: text("เด็กที่ได้รับการดูแล"),
          unit: text("ร้อยละ"),
          weight: 10_000,
          shape: "FiveLevel",
          levels: ["60", "70", "80", "90", "100"].map((level) => ({ value: level })),
          target: "80"
        }
      ],
      participants: "ผู้แทนผู้ปกครองและชุมชน",
      evaluationFrame: "ประเมินตามตัวชี้วัดของแผน"
    }),
    line("signatory", "plan-agreed", "plans.agree", {}),
    line("finance", "commit", "funding.commit", { source: "$source", amount: money(`${value}.00`) })
  ]
}

export interface Wished {
  readonly name: string
  /** Whole baht that the agreement is worth and that are committed to it. */
  readonly value: string
  /** Lessons that are learnt in it, for a longer history. */
  readonly lessons?: number
}

/** A file of operations that ends in grants ready to be paid out, one after the other by name, and then in `further`. */
export const grantFile = (
  grants: ReadonlyArray<Wished>,
  factsOf: FactsOf,
  further: ReadonlyArray<OneLine> = []
): string => {
  const lines = [
    ...beginning,
    ...grants.flatMap(({ lessons = 0, name, value }) => [
      ...missionLines(name),
      ...partnershipLines(name, value, factsOf),
      ...Array.from(
        { length: lessons },
        (_, index): OneLine => ({
          op: "lessons.record",
          id: `${name}-lesson-${index}`,
          as: "$editor",
          on: `$${name}`,
          input: { kind: "lesson", text: `เรียนรู้ร่วมกัน ครั้งที่ ${index + 1}` }
        })
      )
    ]),
    ...further
  ]
  const began = Date.now() - 10 * day
  return lines
    .map((line, index) => JSON.stringify({ at: new Date(began + index * 1000).toISOString(), ...line }))
    .join("\n")
}

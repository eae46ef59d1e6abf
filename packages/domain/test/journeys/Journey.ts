import { Effect } from "effect"
import { type Actor, OrganisationId, type Person } from "../../src/kernel/Actor.ts"
import { registry } from "../../src/processes/Composition.ts"
import { act, baht, organisation, outsider, partnerPeople, people as peopleOf, text } from "./World.ts"

export type Model = "grant" | "contracting" | "commissioning"
export type Until = "drafted" | "announced" | "before-money" | "after-first-tranche" | "closed"

const answers = {
  grant: {
    nature: "project",
    timeFrame: "bounded",
    resources: "owner-subsidy",
    wish: "flexible-support",
    readiness: "medium",
    relation: "new"
  },
  contracting: {
    nature: "service",
    timeFrame: "continuing",
    resources: "owner-budget",
    wish: "paid-by-results",
    readiness: "high",
    relation: "established"
  },
  commissioning: {
    nature: "managerial",
    timeFrame: "long-term",
    resources: "pooled",
    wish: "shared-management",
    readiness: "several",
    relation: "long-term-trust"
  }
} as const

const instruments = {
  grant: "grant-agreement",
  contracting: "performance-contract",
  commissioning: "joint-contract"
} as const

const amounts = {
  grant: ["1000000.00"],
  contracting: ["600000.00", "400000.00"],
  commissioning: ["1000000.00"]
} as const

export const plan = {
  activities: [
    {
      title: text("จัดบริการ"),
      ownerRole: "สนับสนุน",
      recipientRole: "ดำเนินการ",
      period: { from: "2026-11-01", to: "2027-10-31" },
      legalAuthority: "ระเบียบของหน่วยงาน"
    }
  ],
  indicators: [
    {
      name: text("เด็กที่ได้รับการดูแล"),
      unit: text("ร้อยละ"),
      weight: 6000,
      shape: "FiveLevel",
      levels: ["60", "70", "80", "90", "100"].map((value) => ({ value })),
      target: "80"
    },
    {
      name: text("ระยะเวลารอ"),
      unit: text("วัน"),
      weight: 4000,
      shape: "FiveLevel",
      levels: ["50", "45", "40", "35", "30"].map((value) => ({ value })),
      target: "40"
    }
  ],
  participants: "ผู้แทนผู้ปกครองและชุมชน",
  evaluationFrame: "ประเมินตามตัวชี้วัดของแผน โดยผู้ประเมินภายในและภายนอก"
}

interface Shown {
  readonly id: string
  readonly data: unknown
}
interface State {
  readonly plan: { readonly indicators: ReadonlyArray<{ readonly id: string }> }
  readonly funding: { readonly disbursements: ReadonlyArray<{ readonly id: string; readonly _tag: string }> }
  readonly evaluations: ReadonlyArray<{ readonly id: string }>
}
const state = (view: Shown) => view.data as State

/** A mission reviewed until it is open to a partnership. */
export const rated = (market: "competitive" | "delegated") => ({
  market,
  efficiency: 4,
  quality: 4,
  innovation: 3,
  fairness: 5,
  note: "สำรวจผู้ให้บริการในพื้นที่แล้ว"
})

export const openMission = (officer: Person, market: "competitive" | "delegated" = "competitive") =>
  Effect.gen(function* () {
    const input = { title: text("ดูแลเด็กเล็ก"), purpose: "ให้เด็กเข้าถึงบริการ", provinces: ["12"], routine: false }
    const { id } = yield* act(officer, "missions.register", input)
    yield* act(officer, "missions.rate-contestability", rated(market), id)
    yield* act(officer, "missions.begin-review", {}, id)
    const replies = [true, false, true, false, false, false]
    for (const [index, answer] of replies.entries())
      yield* act(officer, "missions.answer", { question: `REV-${index + 1}`, answer }, id)
    yield* act(officer, "missions.conclude-review", {}, id)
    yield* act(officer, "missions.choose-way", { way: "partnership", reason: "บุคลากรไม่พอ" }, id)
    return id
  })

/** Everything that the step must state, in whichever process it stands. */
export const factsOf = (step: string): Record<string, string> => {
  const found = Object.values(registry)
    .flatMap((versions) => versions.flatMap(({ steps }) => steps))
    .findLast(({ id }) => id === step)
  const named = found?.completion.by === "record" ? found.completion.facts : []
  return Object.fromEntries(named.map(({ name }) => [name, "ระบุแล้ว"]))
}

const joint = (people: Sides, id: string, step: string) =>
  Effect.gen(function* () {
    yield* act(people.officer, "steps.complete", { step, facts: factsOf(step) }, id)
    yield* act(people.editor, "steps.complete", { step, facts: {} }, id)
  })

type People = Effect.Success<ReturnType<typeof peopleOf>>
type Sides = People & Effect.Success<ReturnType<typeof partnerPeople>>

const discussion = (people: Sides, id: string) =>
  Effect.gen(function* () {
    yield* joint(people, id, "COL-4a")
    yield* joint(people, id, "COL-4b")
  })

const restOfDiscussion = (people: Sides, id: string) =>
  Effect.gen(function* () {
    yield* joint(people, id, "COL-4c")
    yield* joint(people, id, "COL-4d")
  })

const called = ({ editor, officer }: Pick<Sides, "editor" | "officer">, id: string) =>
  Effect.gen(function* () {
    yield* act(officer, "steps.complete", { step: "PBC-1", facts: factsOf("PBC-1") }, id)
    yield* act(editor, "steps.complete", { step: "PBC-2", facts: factsOf("PBC-2") }, id)
    yield* act(editor, "steps.complete", { step: "PBC-3", facts: factsOf("PBC-3") }, id)
  })

/** Another contract of a mission, as far as its selection. */
export const proposedAgain = (
  { officer, ...people }: Pick<Sides, "editor" | "officer">,
  mission: string,
  recipient: string
) =>
  Effect.gen(function* () {
    const { id } = yield* act(officer, "partnerships.start", { mission, title: text("ความร่วมมือครั้งที่สอง") })
    yield* act(officer, "models.choose", { ...answers.contracting, model: "contracting", way: "call" }, id)
    yield* act(officer, "steps.skip", { step: "COL-2", reason: "มีนโยบายรองรับแล้ว" }, id)
    yield* act(officer, "partners.name", { organisation: recipient, as: "candidate" }, id)
    yield* called({ officer, ...people }, id)
    return id
  })

const found = (people: Sides, id: string, model: Model, recipient: string) =>
  Effect.gen(function* () {
    const select = act(people.officer, "partners.select", { organisation: recipient, justification: "คะแนนสูงสุด" }, id)
    if (model === "contracting") {
      yield* called(people, id)
      yield* select
      yield* discussion(people, id)
      yield* restOfDiscussion(people, id)
    } else if (model === "grant") {
      yield* act(people.officer, "steps.complete", { step: "GRA-1-owner", facts: factsOf("GRA-1-owner") }, id)
      yield* act(people.editor, "steps.complete", { step: "GRA-1-recipient", facts: factsOf("GRA-1-recipient") }, id)
      yield* act(people.officer, "steps.complete", { step: "GRA-2-owner", facts: factsOf("GRA-2-owner") }, id)
      yield* act(people.editor, "steps.complete", { step: "GRA-2-recipient", facts: factsOf("GRA-2-recipient") }, id)
      yield* select
      yield* discussion(people, id)
      yield* restOfDiscussion(people, id)
    } else {
      yield* select
      yield* discussion(people, id)
      yield* joint(people, id, "COM-1")
      yield* joint(people, id, "COM-2")
      yield* restOfDiscussion(people, id)
      yield* joint(people, id, "COM-3")
    }
  })

/** An agreement without money. */
export const moneyless = {
  instrument: "mou",
  binding: false,
  objectives: "ให้เด็กได้รับบริการ",
  conditions: [],
  period: { from: "2026-11-01", to: "2027-10-31" },
  unitCosts: []
}

/** The money of an agreement, as it is drafted with it or brought in later. */
export const moneyOf = (model: Model) => ({
  value: baht("1000000.00"),
  unitCosts: [{ item: "ค่าดูแลเด็ก", unit: "คน", quantity: 100, unitCost: baht("10000.00") }],
  tranches: amounts[model].map((amount) => ({ amount: baht(amount) })),
  sla: "ตอบรับภายใน 3 วัน"
})

/** The same, as an amendment brings it in. */
export const bringing = (model: Model) => {
  const { tranches, ...money } = moneyOf(model)
  return { money, tranches }
}

const drafted = (people: Sides, id: string, model: Model) => {
  const terms = { ...moneyless, instrument: instruments[model], binding: true, ...moneyOf(model) }
  return act(people.officer, "agreements.draft", terms, id)
}

const announced = (people: Sides, id: string) =>
  Effect.gen(function* () {
    yield* act(people.executive, "agreements.sign", {}, id)
    yield* act(people.signatory, "agreements.sign", {}, id)
    yield* act(people.officer, "agreements.announce", { where: "เว็บไซต์", reference: "1/2570" }, id)
    yield* joint(people, id, "COL-5c")
  })

const formed = (people: Sides, id: string, model: Model, agency: string, recipient: string) =>
  Effect.gen(function* () {
    const members = [
      { name: "ผู้แทนหน่วยงาน", organisation: agency, side: "owner", position: "ประธาน", charged: true, decides: true },
      { name: "ผู้แทนภาคี", organisation: recipient, side: "recipient", position: "กรรมการ", charged: true, decides: true }
    ]
    const secretariat = model === "commissioning" ? { secretariat: "ศาลากลางจังหวัด" } : {}
    yield* act(people.executive, "committees.appoint", { order: "1/2570", members, ...secretariat }, id)
    if (model === "commissioning") yield* joint(people, id, "COM-4")
    yield* act(people.officer, "plans.adopt", plan, id)
    yield* act(people.signatory, "plans.agree", {}, id)
  })

/** An organisation supports the work: the owner proposes it, the recipient agrees. */
export const support = (people: Pick<Sides, "editor" | "officer">, id: string, organisation: string, supporter = 1) =>
  Effect.gen(function* () {
    yield* act(people.officer, "supporters.propose", { organisation, ability: "มีเครือข่ายในพื้นที่" }, id)
    return yield* act(people.editor, "supporters.agree", { supporter }, id)
  })

/** Other terms, proposed by the agency and signed by both sides. */
export const amend = (people: Pick<Sides, "executive" | "officer" | "signatory">, id: string, terms: object) =>
  Effect.gen(function* () {
    const input = { objectives: "ให้เด็กได้รับบริการ", conditions: [], reason: "ตกลงร่วมกัน", ...terms }
    const { data } = yield* act(people.officer, "agreements.propose-amendment", input, id)
    const { agreement } = data as { agreement: { amendments: ReadonlyArray<{ id: string }> } }
    const signing = { amendment: agreement.amendments.at(-1)?.id }
    yield* act(people.executive, "agreements.sign-amendment", signing, id)
    return yield* act(people.signatory, "agreements.sign-amendment", signing, id)
  })

export const pay = (people: Sides, id: string, tranche: number, amount: string) =>
  Effect.gen(function* () {
    const prepared = state(yield* act(people.finance, "disbursements.prepare", { tranche, amount: baht(amount) }, id))
    const disbursement = prepared.funding.disbursements.find(({ _tag }) => _tag === "Prepared")?.id
    yield* act(people.executive, "disbursements.approve", { disbursement }, id)
  })

export const report = (people: Sides, id: string, spent: string, final = false, day = "2026-11-01") =>
  act(
    people.editor,
    "reports.submit",
    {
      period: { from: day, to: day },
      narrative: "ดำเนินการตามแผน",
      ...(final ? { final } : {}),
      expenditure: [{ activity: "จัดบริการ", spent: baht(spent) }],
      results: []
    },
    id
  )

/** An acceptance with all that is said in it: what both sides found together, wherever it is asked for (COM-6b). */
export const accepting = (evaluation: string | undefined) => ({
  evaluation,
  deductions: [],
  jointAnalysis: "วิเคราะห์ร่วมกันแล้ว จะขยายไปอีกสองอำเภอ"
})

export const evaluate = (people: Sides & { readonly outsider: Person }, id: string, midTerm: boolean) =>
  Effect.gen(function* () {
    const values = (shown: State, [a, b]: readonly [string, string]) =>
      shown.plan.indicators.map(({ id: indicator }, index) => ({ indicator, value: index === 0 ? a : b }))
    const before = state(yield* act(people.editor, "lessons.record", { kind: "lesson", text: "เรียนรู้ร่วมกัน" }, id))
    const results = values(before, ["87.5", "38"])
    yield* act(people.editor, "evaluations.self-assess", { results }, id)
    const finding = { results, findings: "เป็นไปตามแผน", ...(midTerm ? { siteVisit: "2026-11-01" } : {}) }
    let shown = yield* act(people.evaluator, "evaluations.submit", { method: "internal", ...finding }, id)
    if (midTerm) shown = yield* act(people.outsider, "evaluations.submit", { method: "external", ...finding }, id)
    const evaluation = state(shown).evaluations.at(-1)?.id
    yield* act(people.officer, "evaluations.accept", accepting(evaluation), id)
  })

/** COM-5: assessed as able to, the recipient serves. */
export const delivered = (people: Sides, id: string) =>
  Effect.gen(function* () {
    const ratings = ["people", "money", "technology", "tools", "attitude", "experience"].map((capability) => ({
      capability,
      needed: 3,
      found: 4,
      note: "มีหลักฐาน"
    }))
    yield* act(people.officer, "partners.assess", { ratings }, id)
    yield* act(people.editor, "steps.complete", { step: "COM-5", facts: factsOf("COM-5") }, id)
  })

/** All that is done where no money is given, up to closed accounts of nothing. */
export const doneWithoutMoney = (people: Sides & { readonly outsider: Person }, id: string, model: Model) =>
  Effect.gen(function* () {
    yield* report(people, id, "0.00", model === "grant")
    if (model === "commissioning") yield* delivered(people, id)
    if (model === "contracting") {
      yield* evaluate(people, id, true)
      yield* report(people, id, "0.00", false, "2026-11-02")
    }
    yield* evaluate(people, id, false)
    yield* act(people.finance, "closings.reconcile", { spent: baht("0.00") }, id)
    yield* act(people.auditor, "closings.audit", { opinion: "clean", note: "ถูกต้อง" }, id)
    return yield* act(people.executive, "closings.close", {}, id)
  })

export interface Of {
  readonly market?: "competitive" | "delegated"
  readonly local?: boolean
  /** Whether the agreement is signed without money. */
  readonly withoutMoney?: boolean
}

/** Takes a new mission through a whole partnership of the model, by operations alone. */
export const journey = (
  model: Model,
  until: Until = "closed",
  { local = false, market = "competitive", withoutMoney = false }: Of = {}
) =>
  Effect.gen(function* () {
    const agency = yield* organisation("กรมสมมติ", "state", "department")
    const recipient = local
      ? yield* organisation("เทศบาลสมมติ", "local", "local-government")
      : yield* organisation("มูลนิธิสมมติ", "civil-society", "foundation")
    const watcher = yield* organisation("มหาวิทยาลัยสมมติ", "academic", "university")
    const people = {
      ...(yield* peopleOf(agency)),
      ...(yield* partnerPeople(recipient)),
      outsider: yield* outsider(watcher)
    }
    const mission = yield* openMission(people.officer, market)
    const started = yield* act(people.officer, "partnerships.start", { mission, title: text("ความร่วมมือดูแลเด็กเล็ก") })
    const id = started.id
    const way = model === "commissioning" ? "persuasion" : "call"
    yield* act(people.officer, "models.choose", { ...answers[model], model, way }, id)
    yield* act(people.officer, "steps.skip", { step: "COL-2", reason: "มีนโยบายรองรับแล้ว" }, id)
    yield* act(people.officer, "partners.name", { organisation: recipient, as: "candidate" }, id)
    yield* act(people.officer, "partners.name", { organisation: watcher, as: "external-evaluator" }, id)
    for (const { account } of [people.evaluator, people.outsider]) {
      yield* act(people.officer, "assignments.assign", { account, duty: "evaluator", from: "2026-11-02" }, id)
    }
    const audit = { account: people.auditor.account, duty: "auditor", from: "2026-11-02" }
    yield* act(people.officer, "assignments.assign", audit, id)
    yield* found(people, id, model, recipient)
    yield* mandates(people, agency, recipient)
    yield* withoutMoney ? act(people.officer, "agreements.draft", moneyless, id) : drafted(people, id, model)
    const begun = { mission, partnership: id, people, recipient, agency, source: undefined, closed: started }
    if (until === "drafted") return begun
    yield* announced(people, id)
    if (until === "announced") return begun
    yield* formed(people, id, model, agency, recipient)
    if (withoutMoney && until === "before-money") return begun
    if (withoutMoney) return { ...begun, closed: yield* doneWithoutMoney(people, id, model) }
    const terms = { kind: "state-budget", title: text("งบประมาณ 2570"), fiscalYear: 2570, amount: baht("5000000.00") }
    const source = yield* act(people.finance, "sources.register", terms)
    yield* act(people.finance, "funding.commit", { source: source.id, amount: baht("1000000.00") }, id)
    const shown = { mission, partnership: id, people, recipient, agency, source: source.id }
    if (until === "before-money") return { ...shown, closed: started }
    yield* pay(people, id, 1, amounts[model][0])
    if (until === "after-first-tranche") return { ...shown, closed: started }
    yield* report(people, id, "500000.00", model === "grant")
    if (model === "commissioning") yield* delivered(people, id)
    if (model === "contracting") {
      yield* evaluate(people, id, true)
      yield* pay(people, id, 2, "400000.00")
      yield* report(people, id, "400000.00", false, "2026-11-02")
    }
    yield* evaluate(people, id, false)
    const left = model === "contracting" ? "100000.00" : "500000.00"
    yield* act(people.finance, "funding.return-unspent", { amount: baht(left), reason: "ใช้ไม่หมด" }, id)
    const spent = model === "contracting" ? "900000.00" : "500000.00"
    yield* act(people.finance, "closings.reconcile", { spent: baht(spent) }, id)
    yield* act(people.auditor, "closings.audit", { opinion: "clean", note: "ถูกต้อง" }, id)
    const closed = yield* act(people.executive, "closings.close", {}, id)
    return { ...shown, closed }
  })

const mandates = (people: Sides, agency: string, recipient: string) =>
  Effect.gen(function* () {
    const period = { from: "2026-10-01", to: "2027-09-30" }
    const give = (by: Actor, id: OrganisationId, account: string) =>
      act(
        by,
        "organisations.give-mandate",
        { account, position: "ผู้อำนวยการ", limit: baht("2000000.00"), period, order: "1/2570" },
        id
      )
    yield* give(people.administrator, OrganisationId.make(agency), people.executive.account)
    yield* give(people.keeper, OrganisationId.make(recipient), people.signatory.account)
  })

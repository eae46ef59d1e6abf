import { addDays } from "@phakhi/domain/kernel/ThaiDate"
import type { Person } from "../Channel.ts"
import { baht, type Cast, text } from "./Cast.ts"
import { budgetYear, inDays, term, today } from "./Days.ts"
import { answers, factsOf, instruments, type Model, plan } from "./Facts.ts"
import type { Act, Shown } from "./Hand.ts"

export interface Course {
  readonly model: Model
  /** Rounds of mid-term evaluation and tranche, where the model has them. */
  readonly rounds?: number
  /** The adapted process that the rounds come from. */
  readonly process?: string
  /** How much of the agreement's value is committed. */
  readonly committed?: string
  readonly mission?: string
  /** The year of the money, where it is not that of today. */
  readonly fiscalYear?: number
  /** Whether the agreement is signed without money. */
  readonly withoutMoney?: boolean
}

/** A partnership under way: what later points of it refer to. */
export interface Way extends Course {
  readonly act: Act
  readonly cast: Cast
  id: string
  mission: string
  source: string
  shown: Shown
}

interface State {
  readonly delivery: { readonly reports: ReadonlyArray<unknown> }
  readonly plan: { readonly indicators: ReadonlyArray<{ readonly id: string }> }
  readonly funding: {
    readonly commitments: ReadonlyArray<{ readonly source: string }>
    readonly disbursements: ReadonlyArray<{ readonly id: string; readonly _tag: string }>
  }
  readonly evaluations: ReadonlyArray<{ readonly id: string }>
}
export const stateOf = ({ shown }: Pick<Way, "shown">) => shown.data as State

export const value = "1000000.00"

/** The value in as many equal parts as there are tranches. */
export const tranchesOf = ({ model, rounds = 1 }: Course): ReadonlyArray<string> => {
  const count = model === "contracting" ? rounds + 1 : 1
  return Array.from({ length: count }, () => (1_000_000 / count).toFixed(2))
}
const spentEach = "100000.00"

export const rated = (market: string) => ({
  market,
  efficiency: 4,
  quality: 4,
  innovation: 3,
  fairness: 5,
  note: "สำรวจผู้ให้บริการในพื้นที่แล้ว"
})

export const openMission = async (
  act: Act,
  { officer }: Cast,
  market: "competitive" | "delegated" | "unrated" = "competitive"
) => {
  const input = { title: text("ดูแลเด็กเล็ก"), purpose: "ให้เด็กเข้าถึงบริการ", provinces: ["12"], routine: false }
  const { id } = await act(officer, "missions.register", input)
  if (market !== "unrated") await act(officer, "missions.rate-contestability", rated(market), id)
  await act(officer, "missions.begin-review", {}, id)
  for (const [index, answer] of [true, false, true, false, false, false].entries())
    await act(officer, "missions.answer", { question: `REV-${index + 1}`, answer }, id)
  await act(officer, "missions.conclude-review", {}, id)
  await act(officer, "missions.choose-way", { way: "partnership", reason: "บุคลากรไม่พอ" }, id)
  return id
}

const joint = async ({ act, cast, id }: Way, step: string) => {
  await act(cast.officer, "steps.complete", { step, facts: factsOf(step) }, id)
  await act(cast.editor, "steps.complete", { step, facts: {} }, id)
}
const record = ({ act, cast, id }: Way, who: "officer" | "editor", step: string) =>
  act(cast[who], "steps.complete", { step, facts: factsOf(step) }, id)

export const choice = (model: Model) => ({
  ...answers[model],
  model,
  way: model === "commissioning" ? "persuasion" : "call"
})

const choose = async ({ act, cast, id, model, process }: Way) => {
  await act(cast.officer, "models.choose", { ...choice(model), ...(process === undefined ? {} : { process }) }, id)
  await act(cast.officer, "steps.skip", { step: "COL-2", reason: "มีนโยบายรองรับแล้ว" }, id)
  await act(cast.officer, "partners.name", { organisation: cast.recipient, as: "candidate" }, id)
  await act(cast.officer, "partners.name", { organisation: cast.watcher, as: "external-evaluator" }, id)
  for (const who of ["evaluator", "outsider", "auditor"] as const) {
    const { account, roles } = cast[who].actor
    await act(cast.officer, "assignments.assign", { account, duty: roles[0], from: today }, id)
  }
}

const propose = async (way: Way) => {
  if (way.model === "contracting") {
    await record(way, "officer", "PBC-1")
    await record(way, "editor", "PBC-2")
    await record(way, "editor", "PBC-3")
  }
  if (way.model === "grant") {
    await record(way, "officer", "GRA-1-owner")
    await record(way, "editor", "GRA-1-recipient")
    await record(way, "officer", "GRA-2-owner")
    await record(way, "editor", "GRA-2-recipient")
  }
}

const select = async ({ act, cast, id }: Way) => {
  const input = { organisation: cast.recipient, justification: "คะแนนสูงสุด" }
  await act(cast.officer, "partners.select", input, id)
}

const discuss = async (way: Way) => {
  const own = way.model === "commissioning"
  const steps = ["COL-4a", "COL-4b", ...(own ? ["COM-1", "COM-2"] : []), "COL-4c", "COL-4d", ...(own ? ["COM-3"] : [])]
  for (const step of steps) await joint(way, step)
}

/** A mandate of the kind that signs; an organisation's people keep it from one partnership to the next. */
export const mandate = (account: string) => ({
  account,
  position: "ผู้อำนวยการ",
  limit: baht("2000000.00"),
  period: { from: inDays(-30), to: inDays(300) },
  order: "1/2570"
})

export const giveMandates = async (act: Act, cast: Cast) => {
  const { administrator, agency, executive, keeper, recipient, signatory } = cast
  const give = (by: Person, to: Person, organisation: string) =>
    act(by, "organisations.give-mandate", mandate(to.actor.account), organisation)
  await give(administrator, executive, agency)
  await give(keeper, signatory, recipient)
}

/** An agreement without money. */
export const moneyless = {
  instrument: "mou",
  binding: false,
  objectives: "ให้เด็กได้รับบริการ",
  conditions: [],
  period: term,
  unitCosts: []
}

export const termsOf = (course: Course) => ({
  instrument: instruments[course.model],
  binding: true,
  objectives: "ให้เด็กได้รับบริการ",
  conditions: [{ text: "รายงานทุกไตรมาส" }],
  period: term,
  value: baht(value),
  unitCosts: [{ item: "ค่าดูแลเด็ก", unit: "คน", quantity: 100, unitCost: baht("10000.00") }],
  tranches: tranchesOf(course).map((amount) => ({ amount: baht(amount) })),
  sla: "ตอบรับภายใน 3 วัน"
})

export const membersOf = ({ agency, recipient }: Cast) => [
  { name: "ผู้แทนหน่วยงาน", organisation: agency, side: "owner", position: "ประธาน", charged: true, decides: true },
  { name: "ผู้แทนภาคี", organisation: recipient, side: "recipient", position: "กรรมการ", charged: true, decides: true }
]

const form = async (way: Way) => {
  const { act, cast, id, model } = way
  const secretariat = model === "commissioning" ? { secretariat: "ศาลากลางจังหวัด" } : {}
  await act(cast.executive, "committees.appoint", { order: "1/2570", members: membersOf(cast), ...secretariat }, id)
  if (model === "commissioning") await joint(way, "COM-4")
}

const fund = async (way: Way) => {
  const { act, cast, committed = value, fiscalYear = budgetYear, id } = way
  const terms = {
    kind: "state-budget",
    title: text("งบประมาณแผ่นดิน"),
    fiscalYear,
    amount: baht("5000000.00")
  }
  way.source = (await act(cast.finance, "sources.register", terms)).id
  await act(cast.finance, "funding.commit", { source: way.source, amount: baht(committed) }, id)
}

const prepare = (tranche: number) => async (way: Way) => {
  const amount = tranchesOf(way)[tranche - 1] ?? "0.00"
  way.shown = await way.act(way.cast.finance, "disbursements.prepare", { tranche, amount: baht(amount) }, way.id)
}

export const preparedIn = (way: Pick<Way, "shown">): string =>
  stateOf(way).funding.disbursements.find(({ _tag }) => _tag === "Prepared")?.id ?? "—"

const approve = async (way: Way) => {
  way.shown = await way.act(way.cast.executive, "disbursements.approve", { disbursement: preparedIn(way) }, way.id)
}

const sinceToday = { from: today, to: today }

export const reported = (spent: string, period = sinceToday) => ({
  period,
  narrative: "ดำเนินการตามแผน",
  expenditure: [{ activity: "จัดบริการ", spent: baht(spent) }],
  results: []
})

/** Ten days of the term that are over, each after those before. */
const nextPeriod = (way: Way) => {
  const from = addDays(term.from, 10 * stateOf(way).delivery.reports.length)
  return { from, to: addDays(from, 9) }
}

const report = (final: boolean) => async (way: Way) => {
  const spent = way.withoutMoney === true ? "0.00" : spentEach
  const input = { ...reported(spent, nextPeriod(way)), ...(final ? { final } : {}) }
  way.shown = await way.act(way.cast.editor, "reports.submit", input, way.id)
}

export const resultsOf = (way: Pick<Way, "shown">, a = "87.5", b = "38") =>
  stateOf(way).plan.indicators.map(({ id: indicator }, index) => ({ indicator, value: index === 0 ? a : b }))

const assessSelf = async (way: Way) => {
  way.shown = await way.act(way.cast.editor, "evaluations.self-assess", { results: resultsOf(way) }, way.id)
}

export const finding = (way: Pick<Way, "shown">, method: string, midTerm: boolean) => ({
  method,
  results: resultsOf(way),
  findings: "เป็นไปตามแผน",
  ...(midTerm ? { siteVisit: today } : {})
})

const evaluateInside = (midTerm: boolean) => async (way: Way) => {
  way.shown = await way.act(way.cast.evaluator, "evaluations.submit", finding(way, "internal", midTerm), way.id)
}
const evaluateOutside = async (way: Way) => {
  way.shown = await way.act(way.cast.outsider, "evaluations.submit", finding(way, "external", true), way.id)
}

export const evaluationIn = (way: Pick<Way, "shown">): string => stateOf(way).evaluations.at(-1)?.id ?? "—"

const acceptAs = (who: "officer" | "executive") => async (way: Way) => {
  const input = {
    evaluation: evaluationIn(way),
    deductions: [],
    jointAnalysis: "วิเคราะห์ร่วมกันแล้ว",
    noLessonsReason: "บทเรียนอยู่ในรายงานแล้ว"
  }
  way.shown = await way.act(way.cast[who], "evaluations.accept", input, way.id)
}

export const ratings = (found: number) =>
  ["people", "money", "technology", "tools", "attitude", "experience"].map((capability) => ({
    capability,
    needed: 3,
    found,
    note: "มีหลักฐาน"
  }))

const deliver = async (way: Way) => {
  if (way.model !== "commissioning") return
  await way.act(way.cast.officer, "partners.assess", { ratings: ratings(4) }, way.id)
  await record(way, "editor", "COM-5")
}

const evaluationsIn = ({ model, rounds = 1 }: Course) => (model === "contracting" ? rounds + 1 : 1)
export const spentIn = (course: Course) => `${evaluationsIn(course) * 100_000}.00`
export const leftIn = (course: Course) => `${1_000_000 - evaluationsIn(course) * 100_000}.00`

type Point = readonly [name: string, go: (way: Way) => Promise<unknown>]

const rounds = ({ model, rounds: count = 1 }: Course): ReadonlyArray<Point> =>
  model === "contracting"
    ? Array.from({ length: count }, (_, index) => index + 1).flatMap(
        (round): ReadonlyArray<Point> => [
          [`reported ${round}`, report(false)],
          [`assessed ${round}`, assessSelf],
          [`inside ${round}`, evaluateInside(true)],
          [`outside ${round}`, evaluateOutside],
          [`accepted ${round}`, acceptAs("officer")],
          [`prepared ${round + 1}`, prepare(round + 1)],
          [`paid ${round + 1}`, approve]
        ]
      )
    : []

const pointsOf = (course: Course): ReadonlyArray<Point> => [
  ["chosen", choose],
  ["proposed", propose],
  ["selected", select],
  ["discussed", discuss],
  [
    "drafted",
    ({ act, cast, id, ...way }) =>
      act(cast.officer, "agreements.draft", way.withoutMoney === true ? moneyless : termsOf(way), id)
  ],
  ["half signed", ({ act, cast, id }) => act(cast.executive, "agreements.sign", {}, id)],
  ["signed", ({ act, cast, id }) => act(cast.signatory, "agreements.sign", {}, id)],
  [
    "announced",
    ({ act, cast, id }) => act(cast.officer, "agreements.announce", { where: "เว็บไซต์", reference: "1/2570" }, id)
  ],
  ["communicated", (way) => joint(way, "COL-5c")],
  ["formed", form],
  [
    "planned",
    async (way) => {
      way.shown = await way.act(way.cast.officer, "plans.adopt", plan(term), way.id)
    }
  ],
  ["plan agreed", ({ act, cast, id }) => act(cast.signatory, "plans.agree", {}, id)],
  ["funded", fund],
  ["prepared 1", prepare(1)],
  ["paid 1", approve],
  ...rounds(course),
  ["delivered", deliver],
  ["reported", report(true)],
  ["assessed", assessSelf],
  ["inside", evaluateInside(false)],
  ["accepted", acceptAs("officer")],
  [
    "returned",
    (way) =>
      way.act(way.cast.finance, "funding.return-unspent", { amount: baht(leftIn(way)), reason: "ใช้ไม่หมด" }, way.id)
  ],
  ["reconciled", (way) => way.act(way.cast.finance, "closings.reconcile", { spent: baht(spentIn(way)) }, way.id)],
  ["audited", ({ act, cast, id }) => act(cast.auditor, "closings.audit", { opinion: "clean", note: "ถูกต้อง" }, id)],
  [
    "closed",
    async (way) => {
      way.shown = await way.act(way.cast.executive, "closings.close", {}, way.id)
    }
  ]
]

/** Where no money is given, none of this is done. */
const ofMoney = ["funded", "prepared", "paid", "returned"]

const pointsFor = (course: Course): ReadonlyArray<Point> =>
  pointsOf(course).filter(([name]) => course.withoutMoney !== true || !ofMoney.includes(name.split(" ")[0] ?? ""))

/** Takes a new mission into a partnership and on to the point named, by operations alone. */
export const partnership = async (act: Act, cast: Cast, course: Course, until = "closed"): Promise<Way> => {
  const mission = course.mission ?? (await openMission(act, cast))
  const shown = await act(cast.officer, "partnerships.start", { mission, title: text("ความร่วมมือดูแลเด็กเล็ก") })
  const way: Way = { ...course, act, cast, mission, id: shown.id, source: "", shown }
  if (until === "started") return way
  const points = pointsFor(course)
  const last = points.findIndex(([name]) => name === until)
  if (last === -1) throw new Error(`no point ${until} on the way of ${course.model}`)
  for (const [, go] of points.slice(0, last + 1)) await go(way)
  return way
}

/** An agency's own contracting process with so many rounds. */
export const inRounds = async (act: Act, { officer }: Cast, count: number): Promise<string> => {
  const overlay = {
    title: text(`สัญญาข้อตกลง ${count} รอบ`),
    model: "contracting",
    edits: [{ _tag: "SetRounds", count }],
    waivers: []
  }
  return (await act(officer, "processes.adapt", { overlay })).id
}

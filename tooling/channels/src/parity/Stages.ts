import { baht, text } from "../journeys/Cast.ts"
import { budgetYear, today } from "../journeys/Days.ts"
import { factsOf } from "../journeys/Facts.ts"
import type { Act, Shown } from "../journeys/Hand.ts"
import {
  type Course,
  evaluationIn,
  finding,
  mandate,
  openMission,
  partnership,
  ratings,
  resultsOf,
  type Way
} from "../journeys/Partnership.ts"
import type { Company } from "./Company.ts"

/** Where a row begins: a record, how it was last seen, and perhaps another beside it. */
export interface Stage {
  readonly id: string
  readonly shown: Shown
  readonly other: string
}

const nothing: Shown = { id: "", version: 0, data: {} }
const only = (shown: Shown, other = ""): Stage => ({ id: shown.id, shown, other })
const ofWay = ({ id, shown }: Way, other = ""): Stage => ({ id, shown, other })

interface Amended {
  readonly agreement: { readonly amendments: ReadonlyArray<{ readonly id: string }> }
}
interface Mandated {
  readonly mandates: ReadonlyArray<{ readonly id: string; readonly account: string }>
}

type Build = (act: Act, company: Company) => Promise<Stage>

const until =
  (course: Course, point: string): Build =>
  async (act, company) =>
    ofWay(await partnership(act, company, course, point))

const contracting = (point: string): Build => until({ model: "contracting" }, point)
const grant = (point: string): Build => until({ model: "grant" }, point)
const commissioning = (point: string): Build => until({ model: "commissioning" }, point)

const mission =
  (answers: ReadonlyArray<boolean>, review = true, conclude = false): Build =>
  async (act, { officer }) => {
    const about = { title: text("ภารกิจสมมติ"), purpose: "ทดลอง", provinces: ["12"], routine: false }
    const { id } = await act(officer, "missions.register", about)
    let shown = review
      ? await act(officer, "missions.begin-review", {}, id)
      : await act(officer, "missions.describe", about, id)
    for (const [index, answer] of answers.entries())
      shown = await act(officer, "missions.answer", { question: `REV-${index + 1}`, answer }, id)
    if (conclude) shown = await act(officer, "missions.conclude-review", {}, id)
    return only(shown)
  }

const withSource =
  (amount: string): Build =>
  async (act, company) => {
    const way = await partnership(act, company, { model: "contracting" }, "planned")
    const terms = { kind: "state-budget", title: text("งบประมาณ"), fiscalYear: budgetYear, amount: baht(amount) }
    return ofWay(way, (await act(company.finance, "sources.register", terms)).id)
  }

/** Somebody who is able to help. */
export const supporter = { name: "ครูสมศรี ใจดี", capacity: "local-figure", ability: "ชุมชนนับถือ" }

export const stages = {
  nothing: async () => only(nothing),
  "a mission": mission([], false),
  "a mission under review": mission([]),
  "a mission answered to its end": mission([false]),
  "a mission to be ended": mission([false], true, true),
  "a mission registered with a key": async (act, { officer }) => {
    const about = { title: text("ภารกิจสมมติ"), purpose: "ทดลอง", provinces: ["12"], routine: false }
    return only(await act(officer, "missions.register", about, undefined, { key: "once-and-for-all" }))
  },
  "an active account": async (act, { administrator, auditor }) =>
    only(await act(administrator, "accounts.give-roles", { roles: ["auditor"] }, auditor.actor.account)),
  "an account whose ending is proposed": async (act, { keeper, recipient }) => {
    const roles = ["partner-administrator"]
    const invitation = { organisation: recipient, name: "ผู้ดูแลอีกคน", email: "second@example.org", roles }
    const { id } = await act(keeper, "accounts.invite", invitation)
    return only(await act(keeper, "accounts.end", { reason: "พ้นหน้าที่" }, id))
  },
  "an account without its personal data": async (act, { administrator, agency }) => {
    const invitation = { organisation: agency, name: "ผู้ใช้เดิม", email: "left@example.org", roles: ["auditor"] }
    const { id } = await act(administrator, "accounts.invite", invitation)
    await act(administrator, "accounts.end", { reason: "ลาออก" }, id)
    return only(await act(administrator, "accounts.erase-personal-data", { reason: "ขอให้ลบ" }, id))
  },
  started: contracting("started"),
  chosen: contracting("chosen"),
  proposed: contracting("proposed"),
  "proposed, with a candidate that has not": async (act, company) => {
    const way = await partnership(act, company, { model: "contracting" }, "proposed")
    const named = { organisation: company.watcher, as: "candidate" }
    way.shown = await act(company.officer, "partners.name", named, way.id)
    return ofWay(way)
  },
  "proposed, with a process that comes too late": async (act, company) => {
    const way = await partnership(act, company, { model: "contracting" }, "proposed")
    const step = {
      id: "OWN-1",
      rule: "PRO-1",
      label: text("รับฟังความเห็นก่อนประกาศ"),
      lane: "owner",
      after: ["COL-1"],
      completion: { by: "record", facts: [] },
      skip: "never"
    }
    const overlay = {
      title: text("รับฟังก่อน"),
      model: "contracting",
      edits: [{ _tag: "AddStep", step, before: ["COL-3"] }],
      waivers: []
    }
    return ofWay(way, (await act(company.officer, "processes.adapt", { overlay })).id)
  },
  selected: contracting("selected"),
  discussed: contracting("discussed"),
  "discussed, with a supporter who is proposed": async (act, company) => {
    const way = await partnership(act, company, { model: "contracting" }, "discussed")
    way.shown = await act(company.officer, "supporters.propose-person", supporter, way.id)
    return ofWay(way)
  },
  drafted: contracting("drafted"),
  "half signed": contracting("half signed"),
  signed: contracting("signed"),
  "signed, on a delegated mission": async (act, company) =>
    ofWay(
      await partnership(
        act,
        company,
        { model: "contracting", mission: await openMission(act, company, "delegated") },
        "signed"
      )
    ),
  "signed, on a mission that is not rated": async (act, company) =>
    ofWay(
      await partnership(
        act,
        company,
        { model: "contracting", mission: await openMission(act, company, "unrated") },
        "signed"
      )
    ),
  "a mission under contract": async (act, company) => {
    const { mission } = await partnership(act, company, { model: "contracting" }, "signed")
    const input = { title: text("ดูแลเด็กเล็ก"), purpose: "ให้เด็กเข้าถึงบริการ", provinces: ["12"], routine: false }
    return only(await act(company.officer, "missions.describe", input, mission))
  },
  "proposed by whoever has the mission already": async (act, company) => {
    const { mission } = await partnership(act, company, { model: "contracting" }, "signed")
    return ofWay(await partnership(act, company, { model: "contracting", mission }, "proposed"))
  },
  "planned without money": until({ model: "contracting", withoutMoney: true }, "plan agreed"),
  "evaluated without money": until({ model: "contracting", withoutMoney: true }, "inside 1"),
  "signed, with an amendment that waits": async (act, company) => {
    const way = await partnership(act, company, { model: "contracting" }, "signed")
    const terms = { objectives: "ให้เด็กได้รับบริการ", conditions: [], reason: "พื้นที่เปลี่ยน" }
    way.shown = await act(company.officer, "agreements.propose-amendment", terms, way.id)
    return ofWay(way)
  },
  "signed, with an amendment of one who lost the mandate": async (act, company) => {
    const { administrator, agency, deputy, officer } = company
    const way = await partnership(act, company, { model: "contracting" }, "signed")
    const terms = { objectives: "ให้เด็กได้รับบริการ", conditions: [], reason: "พื้นที่เปลี่ยน" }
    const { data } = await act(officer, "agreements.propose-amendment", terms, way.id)
    const amendment = (data as Amended).agreement.amendments[0]?.id ?? "—"
    const { account } = deputy.actor
    const given = await act(administrator, "organisations.give-mandate", mandate(account), agency)
    way.shown = await act(deputy, "agreements.sign-amendment", { amendment }, way.id)
    const held = (given.data as Mandated).mandates.find((one) => one.account === account)?.id
    await act(administrator, "organisations.withdraw-mandate", { mandate: held, reason: "ย้าย" }, agency)
    return ofWay(way, amendment)
  },
  announced: contracting("announced"),
  "started, where somebody has uploaded as much as one may in a day": async (act, company) => {
    await company.uploadAll(company.dual, "attached")
    return ofWay(await partnership(act, company, { model: "contracting" }, "started"))
  },
  "started, where another agency attaches none of its uploads": async (act, company) => {
    await company.uploadAll(company.stranger, "waiting")
    return ofWay(await partnership(act, company, { model: "contracting" }, "started"))
  },
  "announced, with evidence of the recipient": async (act, company) => {
    const way = await partnership(act, company, { model: "contracting" }, "announced")
    const attach = { file: await company.upload(company.editor), name: "รายชื่อผู้รับบริการ.txt" }
    return only(await act(company.editor, "evidence.attach", attach, way.id))
  },
  "announced, with evidence that is public": async (act, company) => {
    const way = await partnership(act, company, { model: "contracting" }, "announced")
    const attach = { file: await company.upload(company.editor), name: "สรุปผล.txt" }
    await act(company.editor, "evidence.attach", attach, way.id)
    await act(company.editor, "evidence.consent", { evidence: 1 }, way.id)
    return only(await act(company.officer, "evidence.publish", { evidence: 1, reason: "ให้ประชาชนทราบ" }, way.id))
  },
  "announced, with evidence that holds personal data": async (act, company) => {
    const way = await partnership(act, company, { model: "contracting" }, "announced")
    const attach = { file: await company.upload(company.officer), name: "รายชื่อ.txt", personal: true }
    return only(await act(company.officer, "evidence.attach", attach, way.id))
  },
  formed: contracting("formed"),
  "planned, with a process that accepts nothing": async (act, company) => {
    const way = await partnership(act, company, { model: "contracting" }, "planned")
    const edits = [{ _tag: "SetThreshold", name: "acceptance-score", value: 60 }]
    const overlay = { title: text("เกณฑ์สูง"), model: "contracting", edits, waivers: [] }
    return ofWay(way, (await act(company.officer, "processes.adapt", { overlay })).id)
  },
  "planned, with a source": withSource("5000000.00"),
  "planned, with a small source": withSource("100000.00"),
  funded: contracting("funded"),
  "funded in part": until({ model: "contracting", committed: "300000.00" }, "funded"),
  "funded out of the next year": until({ model: "contracting", fiscalYear: budgetYear + 1 }, "funded"),
  "first tranche prepared": contracting("prepared 1"),
  "first tranche paid": contracting("paid 1"),
  "first tranche paid and given back": async (act, company) => {
    const way = await partnership(act, company, { model: "contracting" }, "paid 1")
    const unspent = { amount: baht("500000.00"), reason: "ผู้รับมอบส่งคืน" }
    way.shown = await act(company.finance, "funding.return-unspent", unspent, way.id)
    return ofWay(way)
  },
  reported: contracting("reported 1"),
  "assessed by the recipient": contracting("assessed 1"),
  "evaluated inside": contracting("inside 1"),
  "evaluated by one who is an officer too": async (act, company) => {
    const way = await partnership(act, company, { model: "contracting" }, "assessed 1")
    const { account } = company.dual.actor
    await act(company.officer, "assignments.assign", { account, duty: "evaluator", from: today }, way.id)
    way.shown = await act(company.dual, "evaluations.submit", finding(way, "internal", true), way.id)
    way.shown = await act(company.outsider, "evaluations.submit", finding(way, "external", true), way.id)
    return ofWay(way)
  },
  "second tranche prepared after an executive accepted": async (act, company) => {
    const way = await partnership(act, company, { model: "contracting" }, "outside 1")
    const accepted = { evaluation: evaluationIn(way), deductions: [] }
    await act(company.executive, "evaluations.accept", accepted, way.id)
    const payment = { tranche: 2, amount: baht("500000.00") }
    way.shown = await act(company.finance, "disbursements.prepare", payment, way.id)
    return ofWay(way)
  },
  "grant signed": grant("signed"),
  "grant evaluated as poor": async (act, company) => {
    const way = await partnership(act, company, { model: "grant" }, "assessed")
    const poor = { ...finding(way, "internal", false), results: resultsOf(way, "61", "49") }
    way.shown = await act(company.evaluator, "evaluations.submit", poor, way.id)
    return ofWay(way)
  },
  "grant evaluated in part": async (act, company) => {
    const way = await partnership(act, company, { model: "grant" }, "assessed")
    const part = { ...finding(way, "internal", false), results: resultsOf(way).slice(0, 1) }
    way.shown = await act(company.evaluator, "evaluations.submit", part, way.id)
    return ofWay(way)
  },
  "grant accepted": grant("accepted"),
  "grant returned": grant("returned"),
  "grant reconciled": grant("reconciled"),
  "grant closed": grant("closed"),
  "commissioning selected": commissioning("selected"),
  "commissioning half confirmed": async (act, company) => {
    const way = await partnership(act, company, { model: "commissioning" }, "selected")
    for (const step of ["COL-4a", "COL-4b"]) {
      await act(company.officer, "steps.complete", { step, facts: factsOf(step) }, way.id)
      await act(company.editor, "steps.complete", { step, facts: {} }, way.id)
    }
    way.shown = await act(company.officer, "steps.complete", { step: "COM-1", facts: factsOf("COM-1") }, way.id)
    return ofWay(way)
  },
  "commissioning communicated": commissioning("communicated"),
  "commissioning paid": commissioning("paid 1"),
  "commissioning assessed as weak": async (act, company) => {
    const way = await partnership(act, company, { model: "commissioning" }, "paid 1")
    way.shown = await act(company.officer, "partners.assess", { ratings: ratings(2) }, way.id)
    return ofWay(way)
  }
} as const satisfies Record<string, Build>

export type StageName = keyof typeof stages

/** Stages of one store, each built when it is first asked for. */
export const stageOn = (act: Act, company: Company) => {
  const built = new Map<StageName, Promise<Stage>>()
  return (name: StageName): Promise<Stage> => {
    const known = built.get(name)
    if (known !== undefined) return known
    const building = stages[name](act, company)
    built.set(name, building)
    return building
  }
}

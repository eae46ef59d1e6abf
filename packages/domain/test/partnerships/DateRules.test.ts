import { assert, describe, it } from "@effect/vitest"
import { Effect, type SchemaAST } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { commandsOf, handlerOf } from "../../src/engine/Catalogue.ts"
import { dateRules } from "../../src/partnerships/DateRules.ts"
import { journey, report } from "../journeys/Journey.ts"
import { act, baht, World } from "../journeys/World.ts"

const dates: ReadonlyArray<unknown> = ["IsoDate", "Period", "FiscalYear"]

/** The fields of an input that hold a date, by their path. */
const datesIn = (ast: SchemaAST.AST, path: string): ReadonlyArray<string> => {
  const named = [ast.annotations, ...(ast.checks ?? []).map(({ annotations }) => annotations)]
  if (named.some((annotations) => dates.includes(annotations?.["identifier"]))) return [path]
  switch (ast._tag) {
    case "Objects":
      return ast.propertySignatures.flatMap(({ name, type }) =>
        datesIn(type, path === "" ? String(name) : `${path}/${String(name)}`)
      )
    case "Arrays":
      return [...ast.elements, ...ast.rest].flatMap((item) => datesIn(item, path))
    case "Union":
      return ast.types.flatMap((type) => datesIn(type, path))
    default:
      return []
  }
}

const terms = {
  instrument: "performance-contract",
  binding: true,
  objectives: "ให้เด็กได้รับบริการ",
  conditions: [],
  value: baht("1000000.00"),
  unitCosts: [{ item: "ค่าดูแลเด็ก", unit: "คน", quantity: 100, unitCost: baht("10000.00") }],
  tranches: [{ amount: baht("600000.00") }, { amount: baht("400000.00") }],
  sla: "ตอบรับภายใน 3 วัน"
}

const refused = <A, R>(effect: Effect.Effect<A, { readonly _tag: string }, R>) =>
  Effect.map(Effect.flip(effect), ({ _tag }) => _tag)

describe("the table of date rules", () => {
  it("MOD-Pa has a row for each date that a command takes, and says what it is held against", () => {
    const taken = commandsOf(catalogue).flatMap(({ input, name }) =>
      datesIn(input.ast, "").map((field) => `${name} ${field}`)
    )
    const rows = dateRules.flatMap(({ field, operation }) => (field === undefined ? [] : [`${operation} ${field}`]))
    assert.isAbove(taken.length, 8)
    assert.deepStrictEqual(
      taken.filter((field) => !rows.includes(field)),
      []
    )
    assert.deepStrictEqual(
      rows.filter((row) => !taken.includes(row)),
      [],
      "no row of a date that no command takes"
    )
  })

  it("MOD-Pa names only refusals that the operation gives", () => {
    for (const row of dateRules) {
      const declared = handlerOf(catalogue, row.operation)?.operation.refusals ?? []
      if ("refusal" in row) assert.include(declared, row.refusal, row.operation)
      if ("otherwise" in row)
        assert.include(declared, row.otherwise === "refused" ? "DateRefused" : "DateReasonMissing", row.operation)
    }
  })
})

describe("the term of an agreement", () => {
  const drafting = (period: object, more: object = {}) =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("contracting", "drafted")
      return { id, people, draft: act(people.officer, "agreements.draft", { ...terms, period, ...more }, id) }
    })

  it.effect("MOD-Pa that is over by the day it is drafted is refused", () =>
    Effect.gen(function* () {
      const { draft } = yield* drafting({ from: "2025-11-01", to: "2026-10-31" }, { termReason: "ลงนามล่าช้า" })
      assert.deepInclude(yield* Effect.flip(draft), { _tag: "DateRefused", field: "/period" })
    }).pipe(Effect.provide(World))
  )

  for (const [period, when] of [
    [{ from: "2026-08-03", to: "2027-10-31" }, "long before"],
    [{ from: "2027-05-02", to: "2028-04-30" }, "long after"]
  ] as const)
    it.effect(`MOD-Pa that begins ${when} it is signed needs a reason`, () =>
      Effect.gen(function* () {
        const { draft } = yield* drafting(period)
        assert.strictEqual(yield* refused(draft), "DateReasonMissing")
        yield* (yield* drafting(period, { termReason: "รอระเบียบใหม่มีผลใช้บังคับ" })).draft
      }).pipe(Effect.provide(World))
    )

  it.effect("MOD-Pa is held against the day of the first signature once more", () =>
    Effect.gen(function* () {
      const { draft, id, people } = yield* drafting({ from: "2026-08-04", to: "2027-10-31" })
      yield* draft
      const sign = act(people.executive, "agreements.sign", {}, id, "2026-11-03T03:00:00.000Z")
      assert.strictEqual(yield* refused(sign), "DateReasonMissing")
      yield* act(people.executive, "agreements.sign", {}, id)
    }).pipe(Effect.provide(World))
  )

  it.effect("CNT-1a is renewed until ninety days after its end, and made anew after that", () =>
    Effect.gen(function* () {
      const { agency, partnership: id, people } = yield* journey("contracting", "after-first-tranche")
      yield* act(
        people.administrator,
        "organisations.give-mandate",
        {
          account: people.executive.account,
          position: "ผู้อำนวยการ",
          limit: baht("2000000.00"),
          period: { from: "2027-10-01", to: "2028-09-30" },
          order: "2/2571"
        },
        agency
      )
      const renew = (at: string) =>
        act(
          people.executive,
          "agreements.renew",
          { period: { from: "2027-11-01", to: "2028-10-31" }, reason: "ทำต่อ" },
          id,
          at
        )
      const late = yield* Effect.flip(renew("2028-01-29T17:00:00.000Z"))
      assert.deepInclude(late, { _tag: "DateRefused", rule: "CNT-1a" })
      yield* renew("2028-01-29T16:59:59.000Z")
    }).pipe(Effect.provide(World))
  )
})

describe("the period of a report", () => {
  const submit = (
    { partnership: id, people }: Effect.Success<ReturnType<typeof journey>>,
    period: object,
    more: object = {}
  ) =>
    act(
      people.editor,
      "reports.submit",
      {
        period,
        narrative: "ดำเนินการ",
        expenditure: [{ activity: "งาน", spent: baht("1000.00") }],
        results: [],
        ...more
      },
      id,
      "2026-12-15T03:00:00.000Z"
    )

  it.effect("GRA-4 lies within the term, up to today", () =>
    Effect.gen(function* () {
      const shown = yield* journey("contracting", "after-first-tranche")
      for (const [from, to] of [
        ["2026-10-31", "2026-11-30"],
        ["2026-11-01", "2026-12-16"]
      ])
        assert.deepInclude(yield* Effect.flip(submit(shown, { from, to })), {
          _tag: "DateRefused",
          rule: "GRA-4",
          field: "/period"
        })
      yield* submit(shown, { from: "2026-11-01", to: "2026-12-15" })
    }).pipe(Effect.provide(World))
  )

  it.effect("GRA-4 overlaps no other report but the one that it corrects", () =>
    Effect.gen(function* () {
      const shown = yield* journey("contracting", "after-first-tranche")
      yield* submit(shown, { from: "2026-11-01", to: "2026-11-20" })
      yield* submit(shown, { from: "2026-11-21", to: "2026-11-30" })
      const again = { from: "2026-11-20", to: "2026-11-30" }
      assert.strictEqual(yield* refused(submit(shown, again)), "DateRefused")
      assert.strictEqual(yield* refused(submit(shown, again, { replaces: 2 })), "DateRefused")
      yield* submit(shown, { from: "2026-11-21", to: "2026-12-05" }, { replaces: 2 })
    }).pipe(Effect.provide(World))
  )

  it.effect("GRA-4 does not follow a final report, which can be corrected", () =>
    Effect.gen(function* () {
      const shown = yield* journey("contracting", "after-first-tranche")
      yield* submit(shown, { from: "2026-11-01", to: "2026-11-20" }, { final: true })
      const next = { from: "2026-11-21", to: "2026-11-30" }
      assert.strictEqual(yield* refused(submit(shown, next)), "DateRefused")
      yield* submit(shown, { from: "2026-11-01", to: "2026-11-20" }, { replaces: 1 })
      yield* submit(shown, next)
    }).pipe(Effect.provide(World))
  )
})

it.effect("PBC-6a a site visit was not made before the agreement began", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "after-first-tranche")
    const shown = yield* report(people, id, "1000.00")
    const { indicators } = (shown.data as { plan: { indicators: ReadonlyArray<{ id: string }> } }).plan
    const results = indicators.map(({ id: indicator }, index) => ({ indicator, value: index === 0 ? "95" : "33" }))
    const visited = (siteVisit: string) =>
      act(people.evaluator, "evaluations.submit", { method: "internal", results, findings: "ดี", siteVisit }, id)
    for (const day of ["1950-01-01", "2026-10-31"])
      assert.deepInclude(yield* Effect.flip(visited(day)), { _tag: "DateRefused", field: "/siteVisit" })
    yield* visited("2026-11-01")
  }).pipe(Effect.provide(World))
)

it.effect(
  "SEC-6 nobody is assigned before the partnership was begun, for days that are over, or long after its end",
  () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("contracting", "after-first-tranche")
      const { account } = people.evaluator
      const assign = (days: object) =>
        act(people.officer, "assignments.assign", { account, duty: "auditor", ...days }, id, "2026-12-15T03:00:00.000Z")
      yield* act(people.administrator, "accounts.give-roles", { roles: ["evaluator", "auditor"] }, account)
      for (const days of [
        { from: "1950-01-01" },
        { from: "2026-11-01" },
        { from: "2026-11-02", until: "2026-12-14" },
        { from: "2028-02-29" }
      ])
        assert.strictEqual(yield* refused(assign(days)), "DateRefused", JSON.stringify(days))
      yield* assign({ from: "2028-02-28" })
    }).pipe(Effect.provide(World))
)

it.effect(
  "MON-6 nothing is paid, and no money carried into a year that begins, sixty days after the term is over",
  () =>
    Effect.gen(function* () {
      const { partnership: id, people, source } = yield* journey("contracting", "before-money")
      const pay = (at: string) =>
        act(people.finance, "disbursements.prepare", { tranche: 1, amount: baht("1.00") }, id, at)
      const late = yield* Effect.flip(pay("2027-12-30T17:00:00.000Z"))
      assert.deepInclude(late, { _tag: "DateRefused", rule: "MON-6" })
      const carry = (fiscalYear: number) =>
        act(people.finance, "funding.carry-over", { source, fiscalYear, amount: baht("1.00"), reason: "ใช้ต่อ" }, id)
      assert.deepInclude(yield* Effect.flip(carry(2572)), { _tag: "DateRefused", field: "/fiscalYear" })
      yield* carry(2571)
    }).pipe(Effect.provide(World))
)

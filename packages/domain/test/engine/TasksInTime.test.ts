import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import { commandsOn } from "../../src/engine/Handler.ts"
import { listing } from "../../src/engine/Listing.ts"
import { person as personSeen } from "../../src/engine/Mask.ts"
import { defineRecord } from "../../src/engine/Record.ts"
import { type RecordTasks, tasksOn, waitsFor } from "../../src/engine/Tasks.ts"
import { AccountId, type Assignment, accessOf, OrganisationId, type Person } from "../../src/kernel/Actor.ts"
import { agency, ownAgency } from "../../src/kernel/Audience.ts"
import { bangkokDay, Instant } from "../../src/kernel/ThaiDate.ts"

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`
const owner = OrganisationId.make(uuid(1))
const at = (text: string) => Instant.make(text)

interface Sheet {
  readonly assigned: ReadonlyArray<Assignment>
  readonly recused: ReadonlyArray<AccountId>
  readonly opensAt: Instant | null
}

const Sheet = Schema.Unknown as unknown as Schema.ConstraintCodec<Sheet, unknown>
const Signed = Schema.TaggedUnion({ Signed: {} })

const mask = {
  assigned: { each: { account: personSeen(agency), role: agency, from: agency, until: agency } },
  recused: { each: personSeen(agency) },
  opensAt: agency
} as const

const sheetRecord = defineRecord({
  name: "sheet",
  plural: "sheets",
  label: { th: "แบบให้คะแนน", en: "score sheet" },
  State: Sheet,
  Event: Signed,
  schemaVersion: 1,
  evolve: (state: Sheet | undefined): Sheet => state ?? { assigned: [], recused: [], opensAt: null },
  audiences: ownAgency,
  masks: { state: mask, events: { Signed: { seen: agency, actor: agency, data: {} } } },
  access: ({ assigned, opensAt, recused }: Sheet) => accessOf({ owner, assigned, recused, opensAt }),
  ...listing({ columns: {}, row: (_: Sheet) => ({ title: { th: "—" }, status: "open", columns: {} }) })
})

const score = (
  allow: Parameters<ReturnType<typeof commandsOn<string, Sheet, { readonly _tag: "Signed" }>>["change"]>[0]["allow"]
) =>
  commandsOn(sheetRecord).change({
    name: "sheets.score",
    summary: { th: "ให้คะแนน", en: "Score" },
    irreversible: false,
    onward: true,
    input: Schema.Struct({}),
    allow,
    refusals: [],
    rules: [],
    decide: () => Result.succeed([{ _tag: "Signed" as const }])
  })

const person = (n: number, role: Person["roles"][number]): Person => ({
  kind: "person",
  account: AccountId.make(uuid(n)),
  organisation: owner,
  roles: [role]
})

const waiting = (sheet: Partial<Sheet>, allow: Parameters<typeof score>[0], now: string): RecordTasks =>
  tasksOn(
    [score(allow)],
    { assigned: [], recused: [], opensAt: null, ...sheet },
    {
      now: at(now),
      today: bangkokDay(at(now))
    }
  )

describe("what waits as time goes by", () => {
  const member = person(7, "panel-member")
  const assigned = [
    { role: null, account: member.account, from: at("2026-11-10T02:00:00.000Z"), until: at("2026-11-12T02:00:00.000Z") }
  ]
  const byAssignment = [{ role: "panel-member", scope: "assigned" }] as const

  it("SEC-1 waits for whoever is assigned, from when until when, and names the next change", () => {
    const before = waiting({ assigned }, byAssignment, "2026-11-10T01:00:00.000Z")
    assert.deepStrictEqual(before.tasks, [])
    assert.strictEqual(before.refreshAt, "2026-11-10T02:00:00.000Z")
    const during = waiting({ assigned }, byAssignment, "2026-11-10T02:00:00.000Z")
    assert.isTrue(during.tasks.some((task) => waitsFor(task, member)))
    assert.isFalse(during.tasks.some((task) => waitsFor(task, person(8, "panel-member"))))
    assert.deepStrictEqual(waiting({ assigned }, byAssignment, "2026-11-12T02:00:00.000Z").tasks, [])
  })

  it("SEC-1 waits for nobody who has declared a conflict", () => {
    const unlessRecused = [{ role: "programme-officer", scope: "own-agency", when: ["not-recused"] }] as const
    const [own, other] = [person(5, "programme-officer"), person(6, "programme-officer")]
    const { refreshAt, tasks } = waiting({ recused: [own.account] }, unlessRecused, "2026-11-10T01:00:00.000Z")
    assert.isFalse(tasks.some((task) => waitsFor(task, own)))
    assert.isTrue(tasks.some((task) => waitsFor(task, other)))
    assert.isNull(refreshAt)
  })

  it("waits for nobody before it opens, and names the opening as the next change", () => {
    const afterOpening = [{ role: "programme-officer", scope: "own-agency", when: ["opened"] }] as const
    const opensAt = at("2026-11-10T04:30:00.000Z")
    const sealed = waiting({ opensAt }, afterOpening, "2026-11-10T01:00:00.000Z")
    assert.deepStrictEqual([sealed.tasks, sealed.refreshAt], [[], opensAt])
    assert.isNotEmpty(waiting({ opensAt }, afterOpening, opensAt).tasks)
  })
})

import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { catalogue } from "../../src/catalogue.ts"
import { ask } from "../../src/engine/Ask.ts"
import type { Actor, Person, Role } from "../../src/kernel/Actor.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { factsOf, openMission } from "../journeys/Journey.ts"
import { act, invite, organisation, partnerPeople, people as peopleOf, text, World } from "../journeys/World.ts"

const now = "2026-11-02T03:00:00.000Z"

const answers = {
  nature: "service",
  timeFrame: "continuing",
  resources: "owner-budget",
  wish: "paid-by-results",
  readiness: "high",
  relation: "established",
  model: "contracting"
}

const shownTo = (actor: Actor, id: string) =>
  Effect.map(ask(catalogue, { operation: "partnerships.get", input: {}, id, actor }), (view) => {
    const { data } = view as { readonly data: Pick<Partnership, "course" | "proposals"> }
    return { proposals: data.proposals ?? [], facts: data.course.steps["PBC-2"]?.facts }
  })

/** A call to which one of two candidates has answered; before the other was named, one of its people was assigned. */
const called = Effect.gen(function* () {
  yield* TestClock.setTime(Date.parse(now))
  const agency = yield* organisation("กรมสมมติ", "state", "department")
  const [first, second] = [
    yield* organisation("มูลนิธิหนึ่ง", "civil-society", "foundation"),
    yield* organisation("มูลนิธิสอง", "civil-society", "foundation")
  ]
  const people = yield* peopleOf(agency)
  const mission = yield* openMission(people.officer)
  const { id } = yield* act(people.officer, "partnerships.start", { mission, title: text("ความร่วมมือ") })
  yield* act(people.officer, "models.choose", { ...answers, way: "call" }, id)
  yield* act(people.officer, "steps.skip", { step: "COL-2", reason: "มีนโยบายรองรับแล้ว" }, id)
  const assigned = yield* invite(second, "evaluator")
  const named = (org: string, as: string) => act(people.officer, "partners.name", { organisation: org, as }, id)
  yield* named(second, "external-evaluator")
  const duty = { account: assigned.account, duty: "evaluator", from: "2026-11-02" }
  yield* act(people.officer, "assignments.assign", duty, id)
  yield* shownTo(assigned, id)
  yield* named(first, "candidate")
  yield* named(second, "candidate")
  const { editor } = yield* partnerPeople(first)
  yield* act(people.officer, "steps.complete", { step: "PBC-1", facts: factsOf("PBC-1") }, id)
  yield* act(editor, "steps.complete", { step: "PBC-2", facts: factsOf("PBC-2") }, id)
  return { id, people, second, assigned }
})

const partnerRoles: ReadonlyArray<Role> = [
  "partner-administrator",
  "partner-editor",
  "partner-signatory",
  "third-party"
]

it.effect("SEC-1 whatever its people are, a candidate sees nothing of what another one proposed", () =>
  Effect.gen(function* () {
    const { id, second } = yield* called
    const all = yield* invite(second, "third-party", "all")
    const several: Person = { ...all, roles: partnerRoles }
    for (const person of [...(yield* Effect.forEach(partnerRoles, (role) => invite(second, role))), several]) {
      const { facts, proposals } = yield* shownTo(person, id)
      assert.deepStrictEqual(proposals, [], person.roles.join())
      assert.isUndefined(facts, person.roles.join())
    }
  }).pipe(Effect.provide(World))
)

it.effect(
  "SEC-6, SEP-2 who was assigned to look at the work looks no more once their organisation is a candidate",
  () =>
    Effect.gen(function* () {
      const { assigned, id, people } = yield* called
      const refused = yield* Effect.flip(shownTo(assigned, id))
      assert.strictEqual(refused._tag, "RecordNotFound")
      yield* act(people.officer, "partners.name", { organisation: assigned.organisation, as: "third-party" }, id)
      assert.strictEqual((yield* Effect.flip(shownTo(assigned, id)))._tag, "RecordNotFound")
    }).pipe(Effect.provide(World))
)

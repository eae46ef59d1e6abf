import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { catalogue, wordingOf } from "../../src/catalogue.ts"
import { perform } from "../../src/engine/Perform.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { latest, registry } from "../../src/processes/Composition.ts"
import { composedOf, statusOf } from "../../src/processes/Course.ts"
import type { Definition, Step } from "../../src/processes/Process.ts"
import { journey } from "../journeys/Journey.ts"
import { act, World } from "../journeys/World.ts"

const visit: Step = {
  id: "PBC-10",
  rule: "PBC-6a",
  label: { th: "ลงพื้นที่ร่วมกัน" },
  lane: "owner",
  after: [],
  completion: { by: "record", facts: [] },
  skip: "never"
}

/** The next version of the contracting process, with a step more in one of its places. */
const withStepIn = (container: string, before: string, after: string): Definition => {
  const newest = latest("contracting")
  return {
    ...newest,
    version: newest.version + 1,
    places: (newest.places ?? []).map((place) =>
      place.in === container ? { ...place, steps: [...place.steps, visit.id] } : place
    ),
    steps: [
      ...newest.steps.map((step) => (step.id === before ? { ...step, after: [...step.after, visit.id] } : step)),
      { ...visit, after: [after] }
    ]
  }
}

/** With a newer version among the definitions while the effect runs. */
const planted = <A, E, R>(definition: Definition, effect: Effect.Effect<A, E, R>) => {
  const versions = registry[definition.id] as unknown as Array<Definition>
  return Effect.acquireUseRelease(
    Effect.sync(() => versions.push(definition)),
    () => effect,
    () => Effect.sync(() => versions.splice(versions.indexOf(definition), 1))
  )
}

const courseOf = (view: { readonly data: unknown }) => (view.data as Partnership).course
const begun = journey("contracting", "drafted")
const actionOf = (view: Effect.Success<ReturnType<typeof act>>) =>
  view.actions.find(({ operation }) => operation === "partnerships.upgrade-process")

it.effect("PRO-1 there is nothing to take up while the partnership runs on the newest versions", () =>
  Effect.gen(function* () {
    const { partnership, people } = yield* begun
    const refused = yield* Effect.flip(act(people.officer, "partnerships.upgrade-process", {}, partnership))
    assert.deepInclude(refused, { _tag: "ProcessUpToDate", rule: "PRO-1", kind: "conflict" })
    assert.include(wordingOf(refused).th, "ล่าสุด")
  }).pipe(Effect.provide(World))
)

it.effect("PRO-1 a newer version is taken up on the way, what is done stays and what is new waits in its place", () =>
  Effect.gen(function* () {
    const { partnership, people } = yield* begun
    const newer = withStepIn("COL-8", "PBC-8", "PBC-7")
    yield* planted(
      newer,
      Effect.gen(function* () {
        const before = yield* act(people.officer, "lessons.record", { kind: "lesson", text: "เรียนรู้" }, partnership)
        assert.isUndefined(statusOf(composedOf(courseOf(before)), courseOf(before), "PBC-10"))
        assert.deepInclude(actionOf(before), { allowed: true })
        const moved = yield* act(people.officer, "partnerships.upgrade-process", {}, partnership)
        const course = courseOf(moved)
        assert.deepStrictEqual(course.model, { id: "contracting", version: newer.version })
        assert.strictEqual(statusOf(composedOf(course), course, "PBC-4"), "done")
        assert.strictEqual(statusOf(composedOf(course), course, "PBC-10"), "waiting")
        assert.deepInclude(actionOf(moved), { allowed: false })
        const again = yield* Effect.flip(act(people.officer, "partnerships.upgrade-process", {}, partnership))
        assert.strictEqual(again._tag, "ProcessUpToDate")
      })
    )
  }).pipe(Effect.provide(World))
)

it.effect("PRO-1 a newer version that has no place for what is done is not taken up", () =>
  Effect.gen(function* () {
    const { partnership, people } = yield* begun
    yield* planted(
      withStepIn("COL-3", "PBC-4", "PBC-3"),
      Effect.gen(function* () {
        const refused = yield* Effect.flip(act(people.officer, "partnerships.upgrade-process", {}, partnership))
        assert.deepInclude(refused, {
          _tag: "ProcessMoveRefused",
          facts: { lost: ["PBC-4", "COL-4a", "COL-4b", "COL-4c", "COL-4d"] }
        })
      })
    )
  }).pipe(Effect.provide(World))
)

it.effect("SEC-1 the agency's officer takes it up, by the version that was seen; nobody else", () =>
  Effect.gen(function* () {
    const { partnership, people } = yield* begun
    const ask = (actor: typeof people.officer, seen?: number) =>
      Effect.flip(
        perform(catalogue, {
          operation: "partnerships.upgrade-process",
          id: partnership,
          input: {},
          actor,
          ...(seen === undefined ? {} : { seen })
        })
      )
    assert.strictEqual((yield* ask(people.editor, 1))._tag, "NotPermitted")
    assert.strictEqual((yield* ask(people.finance, 1))._tag, "NotPermitted")
    assert.strictEqual((yield* ask(people.officer))._tag, "VersionMissing")
    assert.strictEqual((yield* ask(people.officer, 1))._tag, "VersionStale")
  }).pipe(Effect.provide(World))
)

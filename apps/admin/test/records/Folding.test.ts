import { expect, it } from "vitest"
import type { Change } from "../../src/records/Changes.ts"
import { folded } from "../../src/records/Folding.ts"

const change = (place: string, after: string, before?: string): Change => ({ path: place.split("/"), before, after })

it("what all places have in common is said once", () => {
  expect(folded([change("claim/_tag", "Stated", "Invited"), change("claim/at", "today")])).toEqual({
    within: ["claim"],
    rows: [
      { path: ["_tag"], before: ["Invited"], after: ["Stated"] },
      { path: ["at"], before: [], after: ["today"] }
    ],
    folds: []
  })
})

it("a place that holds several values is one row", () => {
  const { rows } = folded([
    change("roles/1", "finance", "executive"),
    change("roles/2", "auditor"),
    change("status", "active")
  ])
  expect(rows).toContainEqual({ path: ["roles"], before: ["executive"], after: ["finance", "auditor"] })
})

it("the items of a long list are folded, and a short one is not", () => {
  const scores = [1, 2, 3, 4].flatMap((item) => [
    change(`evaluations/1/final/indicators/${item}/score`, "4.0000"),
    change(`evaluations/1/final/indicators/${item}/weight`, "2500")
  ])
  const notes = [1, 2].map((item) => change(`evaluations/1/final/notes/${item}/text`, "x"))
  const { folds, rows, within } = folded([...scores, ...notes, change("evaluations/1/status", "Accepted")])
  expect(within).toEqual(["evaluations", "1"])
  expect(folds.map(({ items, path, rows: inside }) => [path, items, inside.length])).toEqual([
    [["final", "indicators"], 4, 8]
  ])
  expect(folds[0]?.rows[0]).toEqual({ path: ["1", "score"], before: [], after: ["4.0000"] })
  expect(rows.map(({ path }) => path.join("/"))).toEqual(["final/notes/1/text", "final/notes/2/text", "status"])
})

it("no row is lost", () => {
  const changes = [1, 2, 3].flatMap((item) =>
    ["a", "b", "c"].map((name) => change(`lists/${item}/parts/${item}/${name}`, name))
  )
  const { folds, rows } = folded(changes)
  expect(rows.length + folds.flatMap((fold) => fold.rows).length).toBe(changes.length)
})

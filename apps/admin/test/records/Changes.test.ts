import { catalogue } from "@phakhi/domain/catalogue"
import { readerOf } from "@phakhi/domain/engine/Catalogue"
import type { StoredEvent } from "@phakhi/domain/engine/Event"
import { missionRecord } from "@phakhi/domain/missions/Mission"
import { expect, it } from "vitest"
import { changesBetween, happenings, namesOfParts } from "../../src/records/Changes.ts"

const id = "00000000-0000-4000-8000-000000000001"
const actor = {
  kind: "person",
  account: id,
  organisation: id,
  roles: ["programme-officer"]
} as unknown as StoredEvent["actor"]
const stored = (version: number, type: string, data: StoredEvent["data"]): StoredEvent => ({
  id,
  record: "mission",
  stream: id,
  version,
  type,
  schemaVersion: missionRecord.schemaVersion,
  at: `2026-11-21T0${version}:00:00.000Z`,
  recordedAt: `2026-11-21T0${version}:00:00.000Z`,
  actor,
  cause: { operation: "missions.describe" },
  data,
  prevHash: "",
  hash: ""
})
const about = (purpose: string) => ({ about: { title: { th: "ศูนย์" }, purpose, provinces: [], routine: false } })

it("each event tells what it changed, before and after, as the domain folds it", () => {
  const reader = readerOf(catalogue, "mission")
  if (reader === undefined) throw new Error("missions are in the catalogue")
  const told = happenings(reader.type, [
    stored(1, "MissionRegistered", { id, owner: id, ...about("ดูแลเด็ก") }),
    stored(2, "MissionDescribed", about("ดูแลเด็กเล็ก"))
  ])
  expect(told[0]?.changes.every(({ before }) => before === undefined)).toBe(true)
  expect(told[1]?.changes).toEqual([{ path: ["about", "purpose"], before: "ดูแลเด็ก", after: "ดูแลเด็กเล็ก" }])
})

it("what is gone has no after, and what is new no before", () => {
  expect(changesBetween({ a: [1, 2] }, { a: [1], b: "x" })).toEqual([
    { path: ["a", "2"], before: "2", after: undefined },
    { path: ["b"], before: undefined, after: "x" }
  ])
})

it("parts are known by the names that earlier events gave them", () => {
  const part = "00000000-0000-4000-8000-000000000002"
  const names = namesOfParts([
    stored(1, "PlanRecorded", { plan: { indicators: [{ id: part, name: { th: "ต้นทุนต่อหัว" } }] } }),
    stored(2, "ReportSubmitted", { results: [{ indicator: part, value: "9700" }] })
  ])
  expect([...names]).toEqual([[part, { th: "ต้นทุนต่อหัว" }]])
})

it("events that the store took together are told as one act, those of two requests as two", () => {
  const reader = readerOf(catalogue, "mission")
  if (reader === undefined) throw new Error("missions are in the catalogue")
  const of = (key: string, event: StoredEvent): StoredEvent => ({
    ...event,
    at: "2026-11-21T01:00:00.000Z",
    recordedAt: "2026-11-21T01:00:00.000Z",
    cause: { ...event.cause, key }
  })
  const told = happenings(reader.type, [
    of("1", stored(1, "MissionRegistered", { id, owner: id, ...about("ดูแลเด็ก") })),
    of("2", stored(2, "MissionDescribed", about("ดูแลเด็กเล็ก"))),
    of("2", stored(3, "MissionDescribed", about("ดูแลเด็กโต")))
  ])
  expect(told).toHaveLength(2)
  expect(told[1]?.changes).toEqual([{ path: ["about", "purpose"], before: "ดูแลเด็ก", after: "ดูแลเด็กโต" }])
})

it("two people at the same moment are told as two, and so are two requests that say the same kind of thing", () => {
  const reader = readerOf(catalogue, "mission")
  if (reader === undefined) throw new Error("missions are in the catalogue")
  const at = { at: "2026-11-21T05:00:00.000Z", recordedAt: "2026-11-21T05:00:00.000Z" }
  const other = { ...actor, account: "00000000-0000-4000-8000-000000000009" } as unknown as StoredEvent["actor"]
  const first = stored(1, "MissionRegistered", { id, owner: id, ...about("ดูแลเด็ก") })
  const described = { ...stored(2, "MissionDescribed", about("ดูแลเด็กเล็ก")), ...at }
  const again = { ...stored(3, "MissionDescribed", about("ดูแลเด็กโต")), ...at }
  const purposes = (events: ReadonlyArray<StoredEvent>) =>
    happenings(reader.type, events).map(({ changes }) => changes.find(({ path }) => path[1] === "purpose")?.after)
  expect(purposes([first, described, again])).toEqual(["ดูแลเด็ก", "ดูแลเด็กเล็ก", "ดูแลเด็กโต"])
  expect(happenings(reader.type, [first, described, { ...again, actor: other }])).toHaveLength(3)
})

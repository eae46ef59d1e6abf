import { randomUUID } from "node:crypto"
import type { Append, ListRequest, NewEvent, StatedAppend, StreamAppend } from "@phakhi/domain/engine/EventStore"
import { listing } from "@phakhi/domain/engine/Listing"
import { type Access, AccountId, accessOf, type Grant, OrganisationId, type Person } from "@phakhi/domain/kernel/Actor"
import * as Column from "@phakhi/domain/kernel/Column"
import type { LocalizedText } from "@phakhi/domain/kernel/LocalizedText"
import { Instant } from "@phakhi/domain/kernel/ThaiDate"

export const account = () => AccountId.make(randomUUID())
export const organisation = () => OrganisationId.make(randomUUID())

export const agency = organisation()
export const officer: Person = {
  kind: "person",
  account: account(),
  organisation: agency,
  roles: ["programme-officer"]
}
export const anyone: ReadonlyArray<Grant> = [{ role: "public", scope: "any" }]

/** One audience that sees everything. */
export const readBy = (allow: ReadonlyArray<Grant>): ListRequest["audiences"] => [
  { allow, hidden: [], searchesFurther: true }
]

export const openAccess: Access = accessOf({ owner: agency, parties: [agency], public: true })

export const event = (type: string, data: NewEvent["data"] = {}): NewEvent => ({
  id: randomUUID(),
  type,
  schemaVersion: 1,
  data
})

/** Columns of every kind, of which some audiences see less. */
const declared = {
  kind: Column.choice("ชนิด", "Kind", { seenBy: ["full", "party"] }),
  parent: Column.reference("mission", "ภารกิจ", "Mission", { seenBy: "everyone" }),
  number: Column.text("เลขที่", "Number", { seenBy: ["full"], searched: true }),
  due: Column.date("กำหนด", "Due", { seenBy: ["full"] }),
  size: Column.number("ขนาด", "Size", { seenBy: "everyone" }),
  value: Column.money("วงเงิน", "Value", { seenBy: ["full", "party"] }),
  tags: Column.choices("กลุ่ม", "Groups", { seenBy: "everyone" })
} as const

interface Shown {
  readonly title: LocalizedText
  readonly status?: string
  readonly columns?: Partial<Column.Values<typeof declared>>
  readonly search?: ReadonlyArray<string>
}

const listed = listing({
  nextDue: ["full", "party"],
  columns: declared,
  row: ({
    columns: { due, kind, number, parent, size, tags, value } = {},
    search = [],
    status = "draft",
    title
  }: Shown) => ({
    title,
    status,
    columns: { due, kind, number, parent, size, tags, value },
    search
  })
})

export const { columns, row: rowOf } = listed

export const stream = (change: Partial<StatedAppend> = {}): StatedAppend => ({
  record: "mission",
  stream: randomUUID(),
  expectedVersion: 0,
  events: [event("Registered", { name: "บ้านพักผู้สูงอายุ" })],
  state: { _tag: "Draft", name: "บ้านพักผู้สูงอายุ" },
  access: openAccess,
  row: rowOf({ title: { th: "บ้านพักผู้สูงอายุ", en: "Home for older people" } }),
  postings: [],
  ...change
})

export const append = (streams: ReadonlyArray<StreamAppend>, change: Partial<Append> = {}): ReadonlyArray<Append> => [
  {
    at: "2026-11-21T03:00:00.000Z",
    actor: officer,
    cause: { operation: "mission.register" },
    streams,
    outbox: [],
    ...change
  }
]

export const everything = (change: Partial<ListRequest> = {}): ListRequest => ({
  record: "mission",
  actor: officer,
  audiences: readBy(anyone),
  now: Instant.make("2026-11-21T03:00:00.000Z"),
  filters: {},
  sort: "title",
  descending: false,
  limit: 50,
  ...change
})

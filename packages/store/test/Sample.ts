import { randomUUID } from "node:crypto"
import type { Append, ListRequest, NewEvent, StreamAppend } from "@phakhi/domain/engine/EventStore"
import { type Access, AccountId, accessOf, type Grant, OrganisationId, type Person } from "@phakhi/domain/kernel/Actor"
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

export const openAccess: Access = accessOf({ owner: agency, parties: [agency], public: true })

export const event = (type: string, data: NewEvent["data"] = {}): NewEvent => ({
  id: randomUUID(),
  type,
  schemaVersion: 1,
  data
})

export const stream = (change: Partial<StreamAppend> = {}): StreamAppend => ({
  record: "mission",
  stream: randomUUID(),
  expectedVersion: 0,
  events: [event("Registered", { name: "บ้านพักผู้สูงอายุ" })],
  state: { _tag: "Draft", name: "บ้านพักผู้สูงอายุ" },
  access: openAccess,
  row: { title: { th: "บ้านพักผู้สูงอายุ", en: "Home for older people" }, status: "draft", facets: {}, search: [] },
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
  allow: anyone,
  now: Instant.make("2026-11-21T03:00:00.000Z"),
  filters: {},
  sort: "title",
  descending: false,
  limit: 50,
  ...change
})

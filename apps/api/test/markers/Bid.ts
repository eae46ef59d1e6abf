import { capabilities } from "@phakhi/domain/catalogue"
import { type Catalogue, joined } from "@phakhi/domain/engine/Catalogue"
import { type Recorded, unknownId } from "@phakhi/domain/engine/Event"
import { listing } from "@phakhi/domain/engine/Listing"
import { defineRecord } from "@phakhi/domain/engine/Record"
import { AccountId, accessOf, OrganisationId } from "@phakhi/domain/kernel/Actor"
import { amongParties, type SeenBy } from "@phakhi/domain/kernel/Audience"
import * as Column from "@phakhi/domain/kernel/Column"
import { Instant } from "@phakhi/domain/kernel/ThaiDate"
import { noWords } from "@phakhi/domain/rules/Words"
import { Schema } from "effect"

/**
 * A kind of record that exists for tests only: what was handed in stays sealed until it is opened, and who handed it in
 * is kept from those who judge it.
 */
const Bid = Schema.Struct({
  id: Schema.String,
  agency: OrganisationId,
  bidder: OrganisationId,
  opensAt: Instant,
  offer: Schema.String,
  years: Schema.Int,
  judges: Schema.Array(AccountId),
  note: Schema.optionalKey(Schema.String)
})
type Bid = typeof Bid.Type

const BidEvent = Schema.TaggedUnion({
  BidHandedIn: { bid: Bid },
  BidJudged: { note: Schema.String }
})
type BidEvent = typeof BidEvent.Type

const evolve = (state: Bid | undefined, { event }: Recorded<BidEvent>): Bid => {
  const bid: Bid = state ?? {
    id: unknownId,
    agency: OrganisationId.make(unknownId),
    bidder: OrganisationId.make(unknownId),
    opensAt: Instant.make("1970-01-01T00:00:00.000Z"),
    offer: "—",
    years: 1,
    judges: []
  }
  return BidEvent.match(event, { BidHandedIn: ({ bid }) => bid, BidJudged: ({ note }) => ({ ...bid, note }) })
}

const all = ["full", "party", "blind", "sealed"] as const satisfies SeenBy
const opened = ["full", "party", "blind"] as const satisfies SeenBy
const known = ["full", "party"] as const satisfies SeenBy
const judged = ["full", "blind"] as const satisfies SeenBy

const bid = {
  id: all,
  agency: all,
  bidder: known,
  opensAt: all,
  offer: opened,
  years: opened,
  judges: { each: { person: judged } },
  note: judged
} as const

export const bidRecord = defineRecord({
  name: "bid",
  plural: "bids",
  label: { th: "ข้อเสนอ", en: "bid" },
  State: Bid,
  Event: BidEvent,
  schemaVersion: 1,
  evolve,
  audiences: [
    {
      name: "full",
      allow: [
        { role: "programme-officer", scope: "own-agency", when: ["opened"] },
        { role: "agency-administrator", scope: "own-agency", when: ["opened"] }
      ]
    },
    amongParties,
    { name: "blind", allow: [{ role: "panel-member", scope: "assigned", when: ["opened", "not-recused"] }] },
    { name: "sealed", allow: [{ role: "programme-officer", scope: "own-agency", when: ["sealed"] }] }
  ],
  masks: {
    state: bid,
    events: {
      BidHandedIn: { seen: all, actor: known, data: { bid } },
      BidJudged: { seen: judged, actor: judged, data: { note: judged } }
    }
  },
  access: ({ agency, bidder, judges, opensAt }) =>
    accessOf({
      owner: agency,
      parties: [bidder],
      opensAt,
      assigned: judges.map((account) => ({ account, role: "panel-member", from: null, until: null }))
    }),
  ...listing({
    owner: false,
    columns: {
      bidder: Column.reference("organisation", "ผู้เสนอ", "Bidder", { seenBy: ["full", "party"] }),
      offer: Column.text("ข้อเสนอ", "Offer", { seenBy: ["full", "party", "blind"], searched: true }),
      years: Column.number("จำนวนปี", "Years", { seenBy: ["full", "party", "blind"] })
    },
    row: ({ bidder, id, offer, years }: Bid) => ({
      title: { th: id },
      status: "handed-in",
      columns: { bidder, offer, years }
    })
  })
})

export const withBids: Catalogue = joined([
  ...capabilities,
  { records: [bidRecord], commands: [], questions: [], refusals: {}, words: noWords }
])

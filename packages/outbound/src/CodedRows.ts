import { instantText } from "@phakhi/store/Instants"
import type { CodedTable } from "@phakhi/store/RowCodes"

/** Where something is sent, of what, and signed with which secret; not whether it arrived. */
export const codedEndpoints: CodedTable = {
  table: "webhook_endpoint",
  id: "t.id::text",
  covers: {
    owner: "t.owner",
    name: "t.name",
    url: "t.url",
    topics: "to_json(t.topics)",
    secret: "t.secret",
    previousSecret: "t.previous_secret",
    previousUntil: instantText("t.previous_until"),
    createdAt: instantText("t.created_at"),
    disabledAt: instantText("t.disabled_at"),
    disabledBecause: "t.disabled_because"
  },
  counts: "TRUE"
}

/** All rows that send something out. */
export const codedTables: ReadonlyArray<CodedTable> = [codedEndpoints]

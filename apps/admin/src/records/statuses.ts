import type { TagKind } from "../design/Tag.tsx"

const held: ReadonlyArray<string> = ["Suspended", "locked"]
const stopped: ReadonlyArray<string> = ["Cancelled", "Terminated", "inactive"]
const over: ReadonlyArray<string> = ["Closed", "ended"]

/** How a record stands as a whole, by its status. */
export const kindOf = (status: string): TagKind =>
  held.includes(status) ? "pause" : stopped.includes(status) ? "stop" : over.includes(status) ? "done" : "plain"

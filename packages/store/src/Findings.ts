/** What a verification can find, each where it was found. */
export type FindingKind =
  | "event-changed"
  | "event-missing"
  | "chain-broken"
  | "head-differs"
  | "stream-without-record"
  | "record-without-stream"
  | "stream-removed"
  | "tail-cut"
  | "chain-recomputed"
  | "event-inserted"
  | "event-forged"
  | "log-reordered"
  | "seal-broken"
  | "seal-missing"
  | "anchor-unreadable"
  | "key-change-broken"
  | "personal-changed"
  | "personal-missing"
  | "personal-restored"
  | "personal-unknown"
  | "row-differs"
  | "replay-failed"
  | "ledger-differs"
  | "balance-differs"
  | "schema-differs"
  | "migration-differs"
  | "counter-behind"
  | "task-differs"
  | "message-unfounded"
  | "answer-unfounded"
  | "access-changed"
  | "access-ended"
  | "file-missing"
  | "file-changed"
  | "not-checked"

export interface Finding {
  readonly kind: FindingKind
  readonly record?: string
  readonly stream?: string
  readonly version?: number
  readonly batch?: number
  readonly account?: string
  /** What of the tables or the folder it is, by its name. */
  readonly object?: string
  readonly detail: string
}

export interface Report {
  readonly events: number
  readonly streams: number
  readonly batches: number
  /** Events that no seal covers yet: only their chain speaks for them. */
  readonly unsealed: number
  /** Personal data that was erased, lawfully and by this store. */
  readonly erased: number
  /** The first bad places in the order of the log, at most `mostFindings`. */
  readonly findings: ReadonlyArray<Finding>
  readonly sound: boolean
}

export const mostFindings = 100

/** Collects until there is enough to show. */
export const collector = () => {
  const findings: Array<Finding> = []
  return {
    findings,
    add: (finding: Finding) => {
      if (findings.length < mostFindings) findings.push(finding)
    },
    addAll: (found: ReadonlyArray<Finding>) => {
      findings.push(...found.slice(0, mostFindings - findings.length))
    }
  }
}
export type Collector = ReturnType<typeof collector>

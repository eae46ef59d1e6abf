import type { Append, Group } from "@phakhi/domain/engine/EventStore"

interface HeldRecord {
  readonly record: string
  readonly stream: string
  readonly version: number
  readonly written: boolean
}

/** The record that somebody acts as, by what they were let in with. */
interface HeldActor {
  readonly record: string
  readonly stream: string
  readonly roles: ReadonlyArray<string>
}

interface HeldGroup extends Group {
  readonly joined: boolean
  readonly members?: number
}

const inOrder = <A>(held: ReadonlyMap<string, A>): ReadonlyArray<A> =>
  [...held].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)).map(([, one]) => one)

/** Every record that must stand at a version when the batch begins: what it writes, and what it relies on. */
const recordsOf = (batch: ReadonlyArray<Append>): ReadonlyArray<HeldRecord> => {
  const held = new Map<string, HeldRecord>()
  const key = ({ record, stream, version }: Omit<HeldRecord, "written">) => JSON.stringify([record, stream, version])
  const written = new Set<string>()
  for (const { expectedVersion, record, stream } of batch.flatMap(({ streams }) => streams)) {
    const id = stream.toLowerCase()
    // A later append of the batch goes on from the version to which an earlier one brings the record.
    if (written.has(`${record}/${id}`)) continue
    written.add(`${record}/${id}`)
    const one = { record, stream: id, version: expectedVersion, written: true }
    if (expectedVersion > 0) held.set(key(one), one)
  }
  for (const { record, stream, version } of batch.flatMap(({ guards = [] }) => guards)) {
    const one = { record, stream: stream.toLowerCase(), version, written: false }
    if (!held.has(key(one))) held.set(key(one), one)
  }
  return [...held.values()]
}

/**
 * Every one of them once, in the order of the records. A record that is written is locked for that at once: two transactions
 * that both share it first would wait for each other to write it.
 */
const withActors = (held: ReadonlyArray<HeldRecord>, batch: ReadonlyArray<Append>) => {
  const all = new Map<string, HeldRecord | HeldActor>()
  const add = (one: HeldRecord | HeldActor) => {
    const isShared = "roles" in one || !one.written
    all.set(JSON.stringify([one.record, one.stream, isShared, one]), one)
  }
  held.forEach(add)
  for (const { standing } of batch)
    if (standing !== undefined) add({ ...standing, stream: standing.stream.toLowerCase() })
  return inOrder(all)
}

const groups = (batch: ReadonlyArray<Append>): ReadonlyArray<HeldGroup> => {
  const held = new Map<string, HeldGroup>()
  const key = ({ column, record, value }: Group) => JSON.stringify([record, column, value])
  for (const group of batch.flatMap((append) => append.groups ?? [])) held.set(key(group), { ...group, joined: false })
  for (const { joins = [] } of batch.flatMap(({ streams }) => streams))
    for (const group of joins) held.set(key(group), { ...group, ...held.get(key(group)), joined: true })
  return inOrder(held)
}

/**
 * The argument of `phakhi_hold`. Where one append writes one record and relies on no other, its own update holds that record
 * and checks its version: whoever acts is held alone.
 */
export const held = (batch: ReadonlyArray<Append>): string | undefined => {
  const [all, of] = [recordsOf(batch), groups(batch)]
  const deadlines = batch.flatMap((append) => append.deadlines ?? [])
  const [first] = batch
  // What comes after whoever acts in the order can be left to its own update, unless it has a deadline, for which the
  // clock is read once the record is held.
  const holdsItself =
    batch.length === 1 &&
    deadlines.length === 0 &&
    all.length <= 1 &&
    all.every(({ record, written }) => written && (first?.standing === undefined || first.standing.record < record))
  const records = withActors(holdsItself ? [] : all, batch)
  return records.length === 0 && of.length === 0 && deadlines.length === 0
    ? undefined
    : JSON.stringify({ records, groups: of, deadlines })
}

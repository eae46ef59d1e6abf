import type { Append, Group } from "@phakhi/domain/engine/EventStore"

interface HeldRecord {
  readonly record: string
  readonly stream: string
  readonly version: number
  readonly written: boolean
}

interface HeldGroup extends Group {
  readonly joined: boolean
  readonly members?: number
}

const inOrder = <A>(held: ReadonlyMap<string, A>): ReadonlyArray<A> =>
  [...held].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)).map(([, one]) => one)

/** Every record that must stand at a version when the batch begins: what it writes, and what it relies on. */
const records = (batch: ReadonlyArray<Append>): ReadonlyArray<HeldRecord> => {
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
  return inOrder(held)
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
 * The argument of `phakhi_hold`; none where one append writes one record and relies on no other: its own update holds
 * that record and checks its version.
 */
export const held = (batch: ReadonlyArray<Append>): string | undefined => {
  const [all, of] = [records(batch), groups(batch)]
  const deadlines = batch.flatMap((append) => append.deadlines ?? [])
  const holdsItself = batch.length === 1 && all.length <= 1 && all.every(({ written }) => written)
  return holdsItself && of.length === 0 && deadlines.length === 0
    ? undefined
    : JSON.stringify({ records: all, groups: of, deadlines })
}

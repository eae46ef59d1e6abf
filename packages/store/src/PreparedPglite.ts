import { type messages, type PGlite, parse, protocol } from "@electric-sql/pglite"

type Row = object | ReadonlyArray<unknown>
type RowMode = "object" | "array"
type Run = (text: string, params: ReadonlyArray<unknown>, rowMode: RowMode) => Promise<Array<Row>>

interface Prepared {
  readonly name: string
  readonly parameters: ReadonlyArray<number>
  /** Kept from the description, since an execution does not repeat it. */
  readonly columns: ReadonlyArray<messages.BackendMessage>
}

let made = 0

/** As many statements as stay prepared; the one that was not asked for the longest goes. */
const atMost = 128

/** The plan no longer fits the tables, or the statement is gone. */
const isOutdated = (cause: unknown): boolean =>
  cause !== null && typeof cause === "object" && "code" in cause && (cause.code === "0A000" || cause.code === "26000")

/** A value in the form that every type reads, where it has one. */
const plainly = (value: unknown): string | null | undefined => {
  switch (typeof value) {
    case "string":
      return value
    case "number":
    case "bigint":
    case "boolean":
      return String(value)
    default:
      return value === null ? null : undefined
  }
}

const { bind, close, describe, execute, parse: parsed, sync } = protocol.serialize

/**
 * Parses a statement once, and then binds, executes and ends each call of it in a single message. The library's own
 * `query` parses and describes anew each time, in six messages, which costs more than most statements themselves.
 */
export const preparing = (db: PGlite) => {
  const known = new Map<string, Prepared>()

  /** One at a time: the library collects the answer to a message in a place that the next one would empty. */
  const send = async (...parts: ReadonlyArray<Uint8Array>) =>
    (await db.runExclusive(() => db.execProtocol(Buffer.concat(parts)))).messages

  const prepare = async (text: string): Promise<Prepared> => {
    made += 1
    const name = `phakhi_${made}`
    const told = await send(parsed({ name, text }), describe({ type: "S", name }), sync())
    const prepared: Prepared = {
      name,
      parameters: parse.parseDescribeStatementResults(told),
      columns: told.filter((message) => message.name === "rowDescription")
    }
    known.set(text, prepared)
    const [oldest] = known
    if (known.size > atMost && oldest !== undefined) {
      known.delete(oldest[0])
      await send(close({ type: "S", name: oldest[1].name }), sync())
    }
    return prepared
  }

  const run = async ({ columns, name, parameters }: Prepared, params: ReadonlyArray<unknown>) => {
    const values = params.map((value, index) => {
      if (value === null || value === undefined) return null
      const serialize = db.serializers[parameters[index] ?? 0]
      return serialize === undefined ? String(value) : serialize(value)
    })
    return [...columns, ...(await send(bind({ statement: name, values }), execute(), sync()))]
  }

  const prepared: Run = async (text, params, rowMode) => {
    const before = known.get(text)
    if (before !== undefined) {
      known.delete(text)
      known.set(text, before)
    }
    const told = await run(before ?? (await prepare(text)), params).catch(async (cause: unknown) => {
      if (before === undefined || !isOutdated(cause)) throw cause
      known.delete(text)
      return run(await prepare(text), params)
    })
    return rowsOf(told, rowMode)
  }

  /** Planned for these very values; still one message, as long as none of them needs to know its column's type. */
  const anew: Run = async (text, params, rowMode) => {
    const values = params.map(plainly)
    if (!values.every((value) => value !== undefined)) {
      return (await db.query<Row>(text, [...params], { rowMode })).rows
    }
    const asked = [parsed({ text }), bind({ values }), describe({ type: "P" }), execute(), sync()]
    return rowsOf(await send(...asked), rowMode)
  }

  const rowsOf = (told: Array<messages.BackendMessage>, rowMode: RowMode) =>
    (parse.parseResults(told, db.parsers, { rowMode })[0]?.rows ?? []) as Array<Row>

  return { prepared, anew }
}

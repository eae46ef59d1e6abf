/** A line of a file of operations; `as`, `on` and any text in the input may name an earlier line as `$id`. */
export interface Line {
  readonly id: string
  readonly op: string
  readonly as: string
  readonly at: string
  readonly on?: string
  readonly input: unknown
}

export interface Texts {
  readonly th: string
  readonly en: string
}

/** What a line leaves behind, for later lines to name. */
export interface Done {
  /** The record itself. */
  readonly ref: string
  /** A part of the record as it was after the line. */
  readonly part: (path: string) => string
}

interface Options {
  readonly id?: string
  readonly on?: string
}

/** Something told to its end. */
export interface Told {
  readonly lines: ReadonlyArray<Line>
}

export interface Scene extends Told {
  /** What follows happens on this day, a quarter of an hour apart from nine in the morning in Bangkok. */
  readonly on: (day: string) => void
  readonly act: (as: string, op: string, input: unknown, options?: Options) => Done
}

const openingHour = 9
const bangkokAhead = 7
const minutesApart = 15
/** So that everything of a day happens within its office hours. */
const mostADay = 36

const moment = (day: string, nth: number): string => {
  if (nth >= mostADay) throw new Error(`more than ${mostADay} lines on ${day}`)
  const minutes = (openingHour - bangkokAhead) * 60 + nth * minutesApart
  const two = (value: number) => String(value).padStart(2, "0")
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00Z`
}

/** Lines written one after the other, each with an id that begins with the name of the scene. */
export const scene = (name: string): Scene => {
  const lines: Array<Line> = []
  let today: string | undefined
  let nth = 0
  return {
    lines,
    on: (day) => {
      if (today !== undefined && day < today) throw new Error(`${name}: ${day} comes before ${today}`)
      if (day !== today) nth = 0
      today = day
    },
    act: (as, op, input, { id, on } = {}) => {
      if (today === undefined) throw new Error(`${name}: no day yet`)
      const number = String(lines.length + 1).padStart(2, "0")
      const line = id ?? `${name}-${number}-${op.replaceAll(".", "-")}`
      lines.push({ id: line, op, as, at: moment(today, nth++), ...(on === undefined ? {} : { on }), input })
      return { ref: `$${line}`, part: (path) => `$${line}.${path}` }
    }
  }
}

export const baht = (amount: number) => ({ amount: `${amount}.00`, currency: "THB" })

/** The file as it is kept: one line each, in the order in which they happen. */
export const fileOf = (...scenes: ReadonlyArray<Told>): string =>
  scenes.flatMap(({ lines }) => lines.map((line) => `${JSON.stringify(line)}\n`)).join("")

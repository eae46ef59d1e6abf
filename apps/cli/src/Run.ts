import type { Progress } from "@phakhi/domain/replay/Replay"
import { Effect } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { carriedOut, type Failure } from "./Failure.ts"
import type { Io } from "./Io.ts"
import { say } from "./Io.ts"
import { reading } from "./Operations.ts"
import type { Conduct, Session } from "./Session.ts"

/** How often a run that nobody watches says how far it is. */
const every = 100

const progress = ({ io, settings }: Session): ((step: Progress) => Effect.Effect<void>) => {
  const { json, language } = settings
  return ({ again, done, id, line, record, total, version }) =>
    Effect.callback<void>((resume) => {
      if (json)
        io.out(`${JSON.stringify({ line: line.number, id: line.id, op: line.op, record, on: id, version, again })}\n`)
      const text = `${done}/${total} ${line.id} ${line.op}${again ? say(language, " (ทำแล้ว)", " (done before)") : ""}`
      if (io.watched) io.err(`\r\u001b[K${text}${done === total ? "\n" : ""}`)
      else if (done % every === 0 || done === total) io.err(`${text}\n`)
      // An embedded database never lets the event loop turn: without this, Ctrl-C would wait for the end.
      setImmediate(() => resume(Effect.void))
    })
}

interface Part {
  readonly file: string
  readonly text: AsyncIterable<string>
  /** How many lines it has, once it was read to its end. */
  lines?: number
}

/** Several files as one text, each from a line of its own. */
const joined = (parts: ReadonlyArray<Part>): AsyncIterable<string> => ({
  async *[Symbol.asyncIterator]() {
    let last = "\n"
    for (const part of parts) {
      if (last !== "\n") yield "\n"
      let lines = 0
      last = "\n"
      for await (const piece of part.text) {
        if (piece === "") continue
        yield piece
        for (let at = piece.indexOf("\n"); at !== -1; at = piece.indexOf("\n", at + 1)) lines++
        last = piece.slice(-1)
      }
      part.lines = last === "\n" ? lines : lines + 1
    }
  }
})

/** Several files are carried out as one; where it stopped is said by the file and its own line. */
const inFile = (failure: Failure, parts: ReadonlyArray<Part>): Failure => {
  if (failure._tag !== "Refused" || failure.line === undefined || parts.length === 1) return failure
  let { line } = failure.line
  for (const { file, lines = Number.POSITIVE_INFINITY } of parts) {
    if (line <= lines) return { ...failure, line: { ...failure.line, file, line } }
    line -= lines
  }
  return failure
}

const reaching = (failure: Failure, done: number, total: number | undefined): Failure =>
  failure._tag === "Refused" && failure.line !== undefined && total !== undefined
    ? { ...failure, line: { ...failure.line, done, total } }
    : failure

/** Ends the line that progress rewrites, before something else is said. */
const breakLine = (io: Io) => (io.watched ? Effect.sync(() => io.err("\n")) : Effect.void)

export const command = (conduct: Conduct) =>
  Command.make(
    "run",
    {
      files: Argument.String("file").pipe(
        Argument.withDescription("NDJSON, a line each { op, id, as, at, on, input }; - for the standard input"),
        Argument.atLeast(1)
      ),
      dryRun: Flag.Boolean("dry-run").pipe(
        Flag.withDescription("Decide everything, store nothing · ลองโดยไม่บันทึก"),
        Flag.withDefault(false)
      )
    },
    ({ dryRun, files }) =>
      conduct((session) =>
        Effect.gen(function* () {
          const { io, settings } = session
          const parts = yield* Effect.forEach(files, (file) =>
            Effect.map(
              reading(file, () => io.openText(file)),
              (text): Part => ({ file, text })
            )
          )
          const { run } = yield* session.channel
          const { language } = settings
          let total: number | undefined
          let reached = 0
          const onRead = (lines: number) => {
            total = lines
          }
          const show = progress(session)
          const onProgress = (step: Progress) => {
            reached = step.done
            return show(step)
          }
          const { done } = yield* run({ text: joined(parts), dryRun, onProgress, onRead }).pipe(
            Effect.tapError(() => breakLine(io)),
            Effect.mapError((failure) => inFile(dryRun ? failure : reaching(failure, reached, total), parts)),
            Effect.onInterrupt(() =>
              Effect.sync(() => {
                if (dryRun || settings.json || total === undefined) return
                const words = carriedOut(reached, total)
                io.err(`\n${words[language]}\n`)
              })
            )
          )
          const ended = dryRun
            ? say(language, `ลองครบ ${done} บรรทัด ไม่มีการบันทึก`, `${done} lines would be carried out; nothing was stored`)
            : say(language, `ทำครบ ${done} บรรทัด`, `${done} lines carried out`)
          io.err(`${ended}\n`)
        })
      )
  ).pipe(
    Command.withDescription("Carry out a file of operations · ทำตามไฟล์การดำเนินการ"),
    Command.withExamples([
      { command: "phakhi run pilot.ndjson --dry-run", description: "Try a file first" },
      { command: "phakhi run pilot.ndjson", description: "Carry it out; once more continues where it was cut off" }
    ])
  )

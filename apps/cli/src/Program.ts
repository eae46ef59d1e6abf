import type { Catalogue } from "@phakhi/domain/engine/Catalogue"
import { Cause, Console, Effect, Exit, Fiber, FileSystem, Layer, Path, Stdio, Terminal } from "effect"
import { CliConfig, CliError, CliOutput, Command, GlobalFlag } from "effect/cli"
import { ChildProcessSpawner } from "effect/process"
import { exitCodes } from "./Failure.ts"
import { type Io, say } from "./Io.ts"
import { misused } from "./Misused.ts"
import { catalogueFor } from "./Questions.ts"
import { type Ended, type Invocation, languageOf, type Reach } from "./Session.ts"
import { tree } from "./Tree.ts"
import { version } from "./version.ts"

/** Results go to one stream, everything else to the other, whatever the library would do. */
const consoleOf = (io: Io): Console.Console => {
  const line =
    (write: (text: string) => void) =>
    (...parts: ReadonlyArray<unknown>) =>
      write(`${parts.map(String).join(" ")}\n`)
  return {
    ...globalThis.console,
    log: line(io.out),
    error: line(io.err),
    warn: line(io.err),
    info: line(io.err),
    debug: line(io.err)
  }
}

const presenterOf = (io: Io): CliOutput.Presenter => ({
  present: (event) =>
    event._tag === "InvalidInvocation"
      ? Effect.sync(() => {
          const language = languageOf(io.env)
          const help = [...event.commandPath, "--help"].join(" ")
          const hint = say(language, `ดูวิธีใช้: ${help}`, `How it is used: ${help}`)
          const wrong = event.errors.map((error) => `✗ ${misused(error)[language]}\n`)
          io.err(`${wrong.join("")}${hint}\n`)
        })
      : CliOutput.defaultPresenter.present(event)
})

const unused = Effect.die("not used by any command")

/** The parser asks for these, but no command reads a file or starts a program through them. */
const Platform = Layer.mergeAll(
  FileSystem.layerNoop({}),
  Path.layer,
  Stdio.layerTest({}),
  Layer.succeed(
    Terminal.Terminal,
    Terminal.make({
      columns: Effect.succeed(80),
      readInput: unused,
      readLine: unused,
      display: () => Effect.void
    } as never)
  ),
  Layer.succeed(ChildProcessSpawner.ChildProcessSpawner, {} as never)
)

const presentation = (io: Io) =>
  Layer.mergeAll(
    Layer.succeed(Console.Console, consoleOf(io)),
    CliOutput.layer(CliOutput.defaultFormatter({ colors: false })),
    CliOutput.layerPresenter(presenterOf(io)),
    CliConfig.layer({ builtIns: [GlobalFlag.Help, GlobalFlag.Version, GlobalFlag.Completions] }),
    Platform
  )

const isEnded = (error: unknown): error is Ended =>
  typeof error === "object" && error !== null && "_tag" in error && error._tag === "Ended"

const codeOf = (exit: Exit.Exit<void, unknown>, io: Io): number => {
  if (Exit.isSuccess(exit)) return exitCodes.done
  if (Cause.hasInterruptsOnly(exit.cause)) return exitCodes.interrupted
  const error = Cause.squash(exit.cause)
  if (isEnded(error)) return error.code
  if (CliError.isCliError(error)) {
    return error._tag === "ShowHelp" && error.errors.length === 0 ? exitCodes.done : exitCodes.usage
  }
  const why = error instanceof Error ? error.message : String(error)
  const advice = say(languageOf(io.env), "ข้อผิดพลาดภายใน", "internal error")
  io.err(`✗ ${advice}: ${why}\n${io.env["PHAKHI_DEBUG"] === "1" ? `${Cause.pretty(exit.cause)}\n` : ""}`)
  return exitCodes.failed
}

export interface Options {
  readonly reach?: Reach
  /** What there is to be done; every noun and verb comes from it. Without it, as much as the command line needs. */
  readonly catalogue?: Catalogue
  /** Stops the command; what is under way is undone or finished, never half done. */
  readonly signal?: AbortSignal
}

/** Runs one command line and answers with the exit code. */
export const run = async (
  args: ReadonlyArray<string>,
  io: Io,
  { catalogue: asked, reach, signal }: Options = {}
): Promise<number> => {
  const catalogue = asked ?? (await catalogueFor(args, io.env))
  const invocation: Invocation = { io, args, catalogue, ...(reach === undefined ? {} : { reach }) }
  const program = Command.runWith(tree(invocation), { version })(args).pipe(Effect.provide(presentation(io)))
  const fiber = Effect.runFork(program)
  signal?.addEventListener("abort", () => fiber.interruptUnsafe(), { once: true })
  return codeOf(await Effect.runPromise(Fiber.await(fiber)), io)
}

import { channelIn } from "@phakhi/cli/Embedded"
import type { Io } from "@phakhi/cli/Io"
import { run as runCli } from "@phakhi/cli/Program"
import type { Reach } from "@phakhi/cli/Session"
import { operationsOf } from "@phakhi/domain/engine/Catalogue"
import type { Operation } from "@phakhi/domain/engine/Operation"
import { type Field, fieldsOf } from "@phakhi/domain/kernel/Field"
import { Effect } from "effect"
import { type Answer, answered, type Channel, type Outcome, refused } from "../Channel.ts"
import type { World } from "../World.ts"

export interface Ran {
  readonly exit: number
  readonly out: string
  readonly err: string
}

/** What lies around a command that is run. */
export interface Around {
  readonly env?: Record<string, string>
  readonly stdin?: string
  readonly files?: Readonly<Record<string, Uint8Array>>
  readonly reach?: Reach
  readonly catalogue?: World["catalogue"]
}

/** Runs one command line in this process, with nothing of the outside but what is given. */
export const phakhi = async (
  args: ReadonlyArray<string>,
  { catalogue, env = {}, files = {}, reach, stdin }: Around = {}
): Promise<Ran> => {
  const out: Array<string> = []
  const err: Array<string> = []
  const io: Io = {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    env,
    columns: undefined,
    watched: false,
    readStdin: async () => stdin ?? "",
    readFile: async (path) => {
      const content = files[path]
      if (content === undefined) throw new Error(`no file ${path}`)
      return content
    },
    openText: async (path) => {
      const content = path === "-" ? new TextEncoder().encode(stdin ?? "") : files[path]
      if (content === undefined) throw new Error(`no file ${path}`)
      const text = new TextDecoder().decode(content)
      return {
        async *[Symbol.asyncIterator]() {
          yield text
        }
      }
    },
    askSecret: async () => null
  }
  const options = { ...(reach === undefined ? {} : { reach }), ...(catalogue === undefined ? {} : { catalogue }) }
  const exit = await runCli(args, io, options)
  return { exit, out: out.join(""), err: err.join("") }
}

interface Wire {
  readonly code: string
  readonly kind: string
  readonly rule?: { readonly id: string }
  readonly facts: Answer["data"]
  readonly th: string
  readonly en: string
  readonly errors?: ReadonlyArray<{ readonly pointer: string }>
}

/** Results on one stream as JSON, a refusal on the other. */
export const read = ({ err, exit, out }: Ran): Outcome => {
  if (exit === 0) return answered(JSON.parse(out.trim().split("\n").at(-1) ?? "{}") as Answer)
  const line = err.trim().split("\n").at(-1) ?? ""
  if (!line.startsWith("{")) throw new Error(`exit ${exit}: ${err}`)
  if (out !== "") throw new Error(`a refusal left something on the standard output: ${out}`)
  const { code, en, errors, facts, kind, rule, th } = JSON.parse(line) as Wire
  return refused({
    tag: code,
    kind,
    rule: rule?.id,
    facts: facts as never,
    th,
    en,
    field: errors?.[0]?.pointer,
    code: { exit }
  })
}

const kebab = (name: string) => name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)
const scalar: ReadonlyArray<Field["kind"]> = [
  "text",
  "prose",
  "choice",
  "reference",
  "date",
  "decimal",
  "count",
  "file"
]

/** Scalars as flags, the way people type them; the rest as a document on the standard input. */
export const typed = (operation: Operation, input: unknown) => {
  const rest: Record<string, unknown> = { ...(input as object) }
  const flags: Array<string> = []
  for (const { kind, name } of fieldsOf(operation.input)) {
    const value = rest[name]
    if (
      !scalar.includes(kind) ||
      (typeof value !== "string" && typeof value !== "number") ||
      String(value).startsWith("-")
    )
      continue
    // Whoever does it in person says their own e-mail by `--email`.
    const isTaken = name === "email" && operation.type === "command" && operation.inPerson === true
    flags.push(`--${isTaken ? "field-" : ""}${kebab(name)}`, String(value))
    delete rest[name]
  }
  return Object.keys(rest).length === 0 ? { flags } : { flags: [...flags, "--input", "-"], stdin: JSON.stringify(rest) }
}

/** What a question is about stands beside its flags. */
const withoutId = (input: unknown): unknown => {
  const { id: _, ...rest } = input as { readonly id?: unknown }
  return rest
}

const seenFlag = (seen: number | "latest" | "unseen") => (seen === "unseen" ? "none" : String(seen))

interface Way {
  readonly name: "cli" | "cli-url"
  readonly around: Pick<Around, "reach" | "env">
  /** Scalars as flags; else everything goes as one document, as it is. */
  readonly byFlags: boolean
}

const commandLine = (world: World, { around, byFlags, name: way }: Way): Channel => {
  const { catalogue } = world
  const byName = new Map<string, Operation>(operationsOf(catalogue).map((operation) => [operation.name, operation]))
  const run = (args: ReadonlyArray<string>, key: string | undefined, more: Around = {}) =>
    phakhi([...args, "--json"], {
      catalogue,
      ...around,
      ...more,
      env: { ...around.env, ...more.env, ...(key === undefined ? {} : { PHAKHI_KEY: key }) }
    })
  return {
    name: way,
    send: async ({ id, input = {}, key: once, operation: name, person, seen = "latest" }) => {
      const operation = byName.get(name)
      if (operation === undefined) throw new Error(`${name} is no command`)
      const [noun = "", verb = ""] = name.split(".")
      const { flags, stdin } = byFlags
        ? { stdin: undefined, ...typed(operation, operation.type === "query" ? withoutId(input) : input) }
        : { flags: ["--input", "-"], stdin: JSON.stringify(input) }
      const existing = operation.type === "command" && operation.target === "existing"
      const inPerson = operation.type === "command" && operation.inPerson === true
      const login = inPerson ? await person?.login?.() : undefined
      const named = id ?? (operation.type === "query" ? (input as { readonly id?: string }).id : undefined)
      return read(
        await run(
          [
            noun,
            verb,
            ...(named === undefined ? [] : [named]),
            ...flags,
            ...(existing ? ["--seen", seenFlag(seen)] : []),
            ...(once === undefined ? [] : ["--key", once]),
            ...(login === undefined ? [] : ["--email", login.email])
          ],
          person?.key,
          {
            ...(stdin === undefined ? {} : { stdin }),
            ...(login === undefined ? {} : { env: { PHAKHI_PASSWORD: login.password } })
          }
        )
      )
    },
    put: async (person, on, content) =>
      read(
        await run(["evidence", "attach", on, "--file", "evidence", "--name", "evidence"], person.key, {
          files: { evidence: content }
        })
      ),
    replay: async (person, text) => read(await run(["run", "-"], person?.key, { stdin: text }))
  }
}

const inWorld =
  ({ services }: World): Reach =>
  (settings, _, catalogue) =>
    Effect.succeed(channelIn(settings, catalogue, (effect) => Effect.provideContext(effect, services)))

/** The command line on the store itself, held open between commands. */
export const cli = (world: World, byFlags = false): Channel =>
  commandLine(world, { name: "cli", byFlags, around: { reach: inWorld(world) } })

/** The command line through the server. */
export const cliThroughServer = (world: World, byFlags = false): Channel =>
  commandLine(world, { name: "cli-url", byFlags, around: { env: { PHAKHI_URL: world.url } } })

/** The command line on a database of its own, opened anew by every command. */
export const cliOnDatabase = (world: Pick<World, "catalogue">, env: Record<string, string>): Channel =>
  commandLine(world as World, { name: "cli", byFlags: true, around: { env } })

import { type Catalogue, offeredIn } from "@phakhi/domain/engine/Catalogue"
import { isForOperator } from "@phakhi/domain/engine/Context"
import { nounOf, type Operation, verbOf } from "@phakhi/domain/engine/Operation"
import { type Field, fieldsOf } from "@phakhi/domain/kernel/Field"
import { inLanguage } from "@phakhi/domain/kernel/LocalizedText"
import { valuesOf } from "@phakhi/domain/rendering/LabelsOf"
import { Effect, Option, Result, Stream } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { isPlain, peopleIn, print, printTasks } from "./Answers.ts"
import { confirm } from "./Confirm.ts"
import { type Failure, usage } from "./Failure.ts"
import { type Form, formOf, readJson, type Values } from "./Flags.ts"
import { operatorFlag, operatorOf } from "./Operator.ts"
import { loginOf, ownEmail } from "./Secrets.ts"
import type { Conduct, Session } from "./Session.ts"

/** Whether a command must name what it is about: a stored record, or the one thing that a pure question asks for. */
const namesOne = (operation: Operation, fields: ReadonlyArray<Field>): "record" | "field" | "none" => {
  if (operation.type === "command") return operation.target === "existing" ? "record" : "none"
  if (operation.reads === "get" || operation.reads === "history" || operation.reads === "people") return "record"
  return operation.reads === "pure" && fields.some(({ name }) => name === "id") ? "field" : "none"
}

/** A file that an argument names; one that cannot be read is a misuse of the command. */
export const reading = <A>(path: string, read: () => Promise<A>): Effect.Effect<A, Failure> =>
  Effect.tryPromise({
    try: read,
    catch: (cause) => {
      const why = cause instanceof Error ? cause.message : String(cause)
      return usage(`อ่าน ${path} ไม่ได้: ${why}`, `${path} cannot be read: ${why}`)
    }
  })

/** Reads a file that an argument names, `-` being the standard input. */
const readText = ({ io }: Pick<Session, "io">, path: string): Effect.Effect<string, Failure> =>
  reading(path, () =>
    path === "-" ? io.readStdin() : io.readFile(path).then((bytes) => new TextDecoder().decode(bytes))
  )

const inputOf = (session: Session, path: Option.Option<string>) =>
  Option.isNone(path)
    ? Effect.succeed(undefined)
    : Effect.flatMap(readText(session, path.value), (text) => Effect.fromResult(readJson(text)))

const seenOf = (text: string): Result.Result<number | "latest" | undefined, Failure> => {
  if (text === "latest") return Result.succeed("latest")
  if (text === "none") return Result.succeed(undefined)
  return /^[1-9]\d{0,8}$/u.test(text)
    ? Result.succeed(Number(text))
    : Result.fail(usage(`--seen ต้องเป็นเลขรุ่น latest หรือ none`, `--seen takes a version number, latest or none`))
}

const inputFlag = Flag.String("input").pipe(
  Flag.withMetavar("FILE|-"),
  Flag.withDescription("Input as JSON; flags go over it · ข้อมูลเป็น JSON"),
  Flag.optional
)
const seenFlag = Flag.String("seen").pipe(
  Flag.withMetavar("N|latest|none"),
  Flag.withDescription("Version of the record you have seen · รุ่นของรายการที่ท่านเห็น"),
  Flag.withDefault("latest")
)
const keyFlag = Flag.String("key").pipe(
  Flag.withMetavar("TEXT"),
  Flag.withDescription("Sent again with the same key, it happens once · ทำครั้งเดียวแม้ส่งซ้ำ"),
  Flag.optional
)

const csvFlag = Flag.Boolean("csv").pipe(
  Flag.withDescription("Print every page as CSV for spreadsheets · พิมพ์ทุกหน้าเป็น CSV"),
  Flag.withDefault(false)
)

interface Parsed {
  readonly [name: string]: unknown
}

const digest = /^[0-9a-f]{64}$/u

/** A file's field takes its digest, or a path: then the file is stored first. */
const withFiles = Effect.fnUntraced(function* (session: Session, files: ReadonlyArray<string>, input: unknown) {
  if (files.length === 0 || !isPlain(input)) return input
  const filled: Record<string, unknown> = { ...input }
  for (const field of files) {
    const path = filled[field]
    if (typeof path !== "string" || digest.test(path)) continue
    const content = yield* Effect.tryPromise({
      try: () => session.io.readFile(path),
      catch: (): Failure => usage(`อ่าน ${path} ไม่ได้`, `${path} cannot be read`)
    })
    filled[field] = yield* Effect.flatMap(session.channel, ({ putFile }) => putFile(content))
  }
  return filled
})

/** Every page of what was asked for, as one table for spreadsheets. */
const writeCsv = Effect.fnUntraced(function* (
  { catalogue, io, settings }: Session,
  record: string,
  ask: (request: { readonly operation: string; readonly input: unknown }) => Effect.Effect<unknown, Failure>,
  input: unknown
) {
  const exported = { catalogue, record, input: isPlain(input) ? input : {}, language: settings.language }
  const { exportCsv } = yield* Effect.promise(() => import("@phakhi/domain/rendering/Exporting"))
  const pieces = yield* exportCsv(exported, ask)
  yield* Stream.runForEach(pieces, (piece) => Effect.sync(() => io.out(piece)))
})

const act = (operation: Operation, form: ReturnType<typeof formOf>, parsed: Parsed) =>
  Effect.fnUntraced(function* (session: Session) {
    const given = yield* inputOf(session, parsed["input"] as Option.Option<string>)
    const named = parsed["id"] as string | undefined
    const filled = yield* Effect.fromResult(form.fill(parsed as Values, given))
    const about = namesOne(operation, fieldsOf(operation.input))
    const withId = about === "field" && isPlain(filled) ? { ...filled, id: named } : filled
    const input = yield* withFiles(session, form.files, withId)
    const request = {
      operation: operation.name,
      input,
      ...(about === "record" && named !== undefined ? { id: named } : {})
    }
    if (operation.type === "query") {
      const pure = operation.reads === "pure" && session.settings.url === undefined
      const { ask } = pure ? yield* withoutStore(session.catalogue) : yield* session.channel
      if (parsed["csv"] === true && operation.record !== undefined)
        return yield* writeCsv(session, operation.record, ask, input)
      const answer = yield* ask(request)
      if (operation.reads === "tasks" && !session.settings.json)
        return yield* printTasks(session, operation, input, answer)
      const people = yield* peopleIn(session, operation, named ?? "", input)
      print(session, operation, answer, people)
      if (operation.reads === "pure" && isPlain(answer) && answer["sound"] === false) {
        return yield* Effect.fail<Failure>({ _tag: "Unsound" })
      }
      return
    }
    const seen = about === "record" ? yield* Effect.fromResult(seenOf(String(parsed["seen"]))) : undefined
    yield* confirm(session, operation, { id: named, input })
    const operator = yield* operatorOf(session, (parsed["asOperator"] ?? Option.none()) as Option.Option<string>)
    const inPerson = operation.inPerson === true && operator === undefined
    const by = inPerson ? yield* loginOf(session, parsed["email"] as Option.Option<string>) : undefined
    const key = Option.getOrUndefined(parsed["key"] as Option.Option<string>)
    const { perform } = yield* session.channel
    const view = yield* perform({
      ...request,
      ...(seen === undefined ? {} : { seen }),
      ...(key === undefined ? {} : { key }),
      ...(operator === undefined ? {} : { operator }),
      ...(by === undefined ? {} : { by })
    })
    print(session, operation, view)
  })

const withoutStore = (catalogue: Catalogue) =>
  Effect.map(
    Effect.promise(() => import("./Pure.ts")),
    ({ channel }) => channel(catalogue)
  )

const argumentOf = (operation: Operation, about: "record" | "field") =>
  Argument.String("id").pipe(
    Argument.withDescription(
      about === "field"
        ? (fieldsOf(operation.input).find(({ name }) => name === "id")?.label.en ?? "id")
        : `Id of the ${operation.record ?? "record"} · รหัสรายการ`
    )
  )

/** A filter of a list takes the codes of its values, joined by commas; help says which there are. */
const withValues = (field: Field, operation: Operation, catalogue: Catalogue): Field => {
  if (operation.type === "command" || operation.reads !== "list" || field.options !== undefined) return field
  const values = valuesOf(operation.record ?? "", field.name, catalogue)
  return values.length === 0
    ? field
    : { ...field, options: values.map(([value, { en, th }]) => ({ value, label: { th, en: en ?? th } })) }
}

const commandOf = (operation: Operation, conduct: Conduct, catalogue: Catalogue) => {
  const fields = fieldsOf(operation.input).map((field) => withValues(field, operation, catalogue))
  const about = namesOne(operation, fields)
  const isInPerson = operation.type === "command" && operation.inPerson === true
  const form = formOf(
    fields.filter(({ name }) => about !== "field" || name !== "id"),
    isInPerson ? ["email"] : []
  )
  const config = {
    ...(about === "none" ? {} : { id: argumentOf(operation, about) }),
    ...form.flags,
    ...(operation.type === "command" && operation.target === "existing" ? { seen: seenFlag } : {}),
    ...(operation.type === "command" ? { key: keyFlag } : {}),
    ...(isInPerson ? { email: ownEmail } : {}),
    ...(operation.type === "command" && isForOperator(operation) ? { asOperator: operatorFlag } : {}),
    ...(operation.type === "query" && operation.reads === "list" && operation.record !== undefined
      ? { csv: csvFlag }
      : {}),
    input: inputFlag
  }
  return Command.make(verbOf(operation), config, (parsed) => conduct(act(operation, form, parsed))).pipe(
    Command.withDescription(`${operation.summary.en} · ${operation.summary.th}`),
    Command.withExamples(examplesOf(operation, about, form))
  )
}

/** A line to copy: what must be given, and nothing else; before it what the file holds that it names. */
const examplesOf = (operation: Operation, about: ReturnType<typeof namesOne>, { beginning, example }: Form) => {
  const words = ["phakhi", nounOf(operation), verbOf(operation)]
  const named = about === "record" ? ["ID"] : about === "field" ? [operation.rules[0] ?? "ID"] : []
  const isList = operation.type === "query" && operation.reads === "list"
  const summary = `${operation.summary.en} · ${operation.summary.th}`
  return [
    {
      command: [...words, ...named, ...(isList ? ["--limit 20 --json"] : example)].join(" "),
      description: beginning === undefined ? summary : `${summary}\n  # input.json: ${beginning}`
    }
  ]
}

/** The verbs of every noun of the catalogue, each as a command once it is asked for. */
export const nouns = (conduct: Conduct, catalogue: Catalogue) =>
  [...Map.groupBy(offeredIn(catalogue), nounOf)].map(([noun, operations]) => {
    const label = catalogue.readers.find(({ type }) => type.plural === noun)?.type.label
    const verbs = operations.map(verbOf).join(", ")
    return {
      noun,
      description: label === undefined ? verbs : `${inLanguage(label, "th")}: ${verbs}`,
      commands: () => operations.map((operation) => commandOf(operation, conduct, catalogue))
    }
  })

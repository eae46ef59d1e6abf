import type { Problem } from "@phakhi/client"
import { faultsOf } from "@phakhi/domain/engine/Faults"
import type { Language } from "@phakhi/domain/kernel/LocalizedText"
import { kinds, type Wording } from "@phakhi/domain/kernel/Refusal"
import type { Io, Settings } from "./Io.ts"
import { say } from "./Io.ts"

/** The codes that no refusal has: the command was not understood, or the person stopped it. */
export const exitCodes = { done: 0, failed: 1, usage: 2, busy: kinds.conflict.exitCode, network: 7, interrupted: 130 }

export interface Holder {
  readonly pid: number
  readonly url: string | null
  readonly command: string
  readonly since: string
}

/** Why a command ends without a result. */
export type Failure =
  | { readonly _tag: "Refused"; readonly problem: Problem; readonly line?: ReplayLine }
  | { readonly _tag: "Usage"; readonly th: string; readonly en: string }
  | { readonly _tag: "Locked"; readonly folder: string; readonly holder: Holder | null }
  /** The result says itself what is wrong. */
  | { readonly _tag: "Unsound" }
  | { readonly _tag: "Broken"; readonly code?: string; readonly th: string; readonly en: string }

export interface ReplayLine {
  readonly file?: string
  readonly line: number
  readonly id: string | null
  readonly operation: string | null
  /** How many lines before it are carried out, of how many; absent where the file was only tried. */
  readonly done?: number
  readonly total?: number
}

export const refused = (problem: Problem): Failure => ({ _tag: "Refused", problem })
export const usage = (th: string, en: string): Failure => ({ _tag: "Usage", th, en })
export const broken = (th: string, en: string): Failure => ({ _tag: "Broken", th, en })

export const exitCodeOf = (failure: Failure): number => {
  switch (failure._tag) {
    case "Refused":
      return failure.problem.kind === "unreachable" ? exitCodes.network : kinds[failure.problem.kind].exitCode
    case "Usage":
      return exitCodes.usage
    case "Locked":
      return exitCodes.busy
    case "Unsound":
    case "Broken":
      return exitCodes.failed
  }
}

/** A refusal as the wire carries it (RFC 9457). */
export const wireProblem = (problem: Problem, { language }: Settings) => {
  const { en, facts, kind, requestId, rule, status, tag, th } = problem
  const detail = say(language, th, en)
  const errors = faultsOf(problem).map((fault) => ({
    pointer: fault.pointer,
    detail: say(language, fault.th, fault.en)
  }))
  return {
    type: `/problems/${tag}`,
    title: detail,
    status: status ?? (kind === "unreachable" ? 0 : kinds[kind].status),
    detail,
    code: tag,
    kind,
    ...(rule === undefined ? {} : { rule: { id: rule, href: `/v1/rules/${encodeURIComponent(rule)}` } }),
    facts,
    th,
    en,
    ...(errors.length === 0 ? {} : { errors }),
    ...(requestId === undefined ? {} : { requestId })
  }
}

/** What to type, where the words of the refusal are about another channel. */
const waysOut: { readonly [kind in Problem["kind"]]?: string } = {
  unauthenticated: "PHAKHI_KEY=phk_… phakhi …   (phakhi keys create --help)",
  unseen: "--seen latest",
  stale: "--seen latest"
}

const wayOut = ({ kind, tag }: Problem): string | undefined =>
  tag === "SessionRequired" ? "--email you@example.go.th" : waysOut[kind]

/** Both languages, the chosen one first. */
const both = ({ en, th }: Wording, language: Language): string =>
  language === "th" ? `${th}\n  ${en}\n` : `${en}\n  ${th}\n`

/** What stands of a file of operations that stopped on its way. */
export const carriedOut = (done: number, total: number): Wording => ({
  th: `ทำแล้ว ${done} จาก ${total} บรรทัด และบันทึกไว้แล้ว สั่งไฟล์เดิมอีกครั้งจะทำต่อจากตรงนี้`,
  en: `${done} of ${total} lines are carried out and stored; the same file once more continues from here.`
})

const explainRefusal = (problem: Problem, line: ReplayLine | undefined, language: Language): string => {
  const { rule, tag } = problem
  const where =
    line === undefined
      ? ""
      : `${line.file === undefined ? "" : `${line.file}: `}บรรทัด ${line.line} · line ${line.line}${
          line.id === null ? "" : ` (${line.id}: ${line.operation})`
        }\n`
  const way = wayOut(problem)
  const source = rule === undefined ? "" : `  phakhi rules show ${rule}\n`
  const before =
    line?.done === undefined || line.total === undefined ? "" : `  ${both(carriedOut(line.done, line.total), language)}`
  return `${where}✗ ${tag}${rule === undefined ? "" : ` · ${rule}`}\n  ${both(problem, language)}${way === undefined ? "" : `  ${way}\n`}${source}${before}`
}

const explainLock = (folder: string, holder: Holder | null, settings: Settings): string => {
  const by = holder === null ? "" : `  ${holder.command} (PID ${holder.pid}, ${holder.since})\n`
  const instead = `phakhi --url ${holder?.url ?? "URL"} ${settings.line}`
  const also = say(
    settings.language,
    holder?.url ? "สั่งผ่านผู้ที่ถืออยู่แทนได้:" : "หยุดโปรเซสนั้นก่อน หรือถ้าเป็นเซิร์ฟเวอร์ ให้สั่งผ่านที่อยู่ของเซิร์ฟเวอร์:",
    holder?.url ? "Go through the one that holds it:" : "Stop it first, or, if it is a server, go through its address:"
  )
  const what = say(settings.language, `มีโปรเซสอื่นใช้โฟลเดอร์ ${folder} อยู่`, `Another process is using ${folder}`)
  return `✗ ${what}\n${by}  ${also}\n  ${instead}\n`
}

/** What is no refusal, in the form of one. */
const plain = (failure: Failure & { readonly _tag: "Usage" | "Broken" }, { language }: Settings) => {
  const { _tag, en, th } = failure
  const kind = _tag === "Usage" ? "usage" : "failed"
  return { code: (_tag === "Broken" ? failure.code : undefined) ?? _tag, kind, detail: say(language, th, en), th, en }
}

/** Says on the error stream what went wrong and what can be done; with `--json` a refusal is one JSON object. */
export const report = (failure: Failure, io: Io, settings: Settings): void => {
  switch (failure._tag) {
    case "Refused": {
      const { line, problem } = failure
      if (settings.json) io.err(`${JSON.stringify({ ...wireProblem(problem, settings), ...line })}\n`)
      else io.err(explainRefusal(problem, line, settings.language))
      return
    }
    case "Locked":
      if (settings.json) {
        const { folder, holder } = failure
        const instead = `phakhi --url ${holder?.url ?? "URL"} ${settings.line}`
        io.err(`${JSON.stringify({ code: "FolderLocked", kind: "conflict", facts: { folder, ...holder }, instead })}\n`)
      } else io.err(explainLock(failure.folder, failure.holder, settings))
      return
    case "Usage":
    case "Broken":
      io.err(settings.json ? `${JSON.stringify(plain(failure, settings))}\n` : `✗ ${both(failure, settings.language)}`)
      return
    case "Unsound":
      return
  }
}

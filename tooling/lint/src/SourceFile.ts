import { parseSync, Visitor } from "oxc-parser"
import type { Finding } from "./Finding.ts"
import { lineAt } from "./Finding.ts"
import { moduleState } from "./ModuleState.ts"

export interface Mention {
  readonly text: string
  readonly line: number
}

export interface Import extends Mention {
  /** Nothing of it is left when the program runs. */
  readonly isType: boolean
}

/** What the boundary rules need to know of a source: nothing here asks for types. */
export interface SourceFile {
  readonly path: string
  readonly imports: ReadonlyArray<Import>
  readonly strings: ReadonlyArray<Mention>
  readonly impureCalls: ReadonlyArray<Mention>
  /** What the module holds that changes while the program runs. */
  readonly state: ReadonlyArray<Mention>
}

const impureMembers = new Set(["Date.now", "Math.random", "performance.now"])

export const parse = (path: string, text: string): SourceFile | Finding => {
  const { errors, program } = parseSync(path, text)
  const first = errors[0]
  if (first !== undefined) {
    return { rule: "syntax", path, line: lineAt(text, first.labels[0]?.start ?? 0), message: first.message }
  }
  const imports: Array<Import> = []
  const strings: Array<Mention> = []
  const impureCalls: Array<Mention> = []
  const at = (start: number, mentioned: string): Mention => ({ text: mentioned, line: lineAt(text, start) })
  const imported = (
    source: { readonly type: string; readonly start: number; readonly value?: unknown } | null,
    isType = false
  ) => {
    if (source?.type === "Literal" && typeof source.value === "string") {
      imports.push({ ...at(source.start, source.value), isType })
    }
  }
  new Visitor({
    ImportDeclaration: (node) => imported(node.source, node.importKind === "type"),
    ExportNamedDeclaration: (node) => imported(node.source, node.exportKind === "type"),
    ExportAllDeclaration: (node) => imported(node.source, node.exportKind === "type"),
    ImportExpression: (node) => imported(node.source),
    TSImportType: (node) => imported(node.source, true),
    Literal: (node) => {
      if (typeof node.value === "string") strings.push(at(node.start, node.value))
    },
    TemplateElement: (node) => {
      strings.push(at(node.start, node.value.cooked ?? node.value.raw))
    },
    MemberExpression: (node) => {
      if (node.computed || node.object.type !== "Identifier" || node.property.type !== "Identifier") return
      const name = `${node.object.name}.${node.property.name}`
      if (impureMembers.has(name)) impureCalls.push(at(node.start, name))
    },
    NewExpression: (node) => {
      if (node.callee.type === "Identifier" && node.callee.name === "Date" && node.arguments.length === 0) {
        impureCalls.push(at(node.start, "new Date()"))
      }
    },
    CallExpression: (node) => {
      if (node.callee.type === "Identifier" && node.callee.name === "Date") impureCalls.push(at(node.start, "Date()"))
    }
  }).visit(program)
  const state = moduleState(program).map(([start, held]) => at(start, held))
  return { path, imports, strings, impureCalls, state }
}

/** A part of a program as the parser gives it. */
interface Node {
  readonly type: string
  readonly start: number
  readonly [field: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string"

const childrenOf = (node: Node): ReadonlyArray<Node> => Object.values(node).flat().filter(isNode)

const isFunction = ({ type }: Node): boolean => type === "ArrowFunctionExpression" || type === "FunctionExpression"

const nameOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === "Identifier" ? String(node["name"]) : undefined

const everything = (node: Node, found: Array<Node> = []): Array<Node> => {
  found.push(node)
  for (const child of childrenOf(node)) everything(child, found)
  return found
}

const unwrapped = (node: unknown): Node | undefined => {
  if (!isNode(node)) return undefined
  return node.type === "ParenthesizedExpression" ? unwrapped(node["expression"]) : node
}

/** What an initialiser makes when the module is loaded: not what a function makes later, unless it is called at once. */
const madeAtOnce = (node: Node): ReadonlyArray<Node> => {
  if (isFunction(node)) return []
  const callee = unwrapped(node["callee"])
  const calledAtOnce =
    node.type === "CallExpression" && callee !== undefined && isFunction(callee) ? everything(callee) : []
  return [node, ...calledAtOnce, ...childrenOf(node).flatMap(madeAtOnce)]
}

const collections = ["Map", "Set", "WeakMap", "WeakSet"]
const writes = ["set", "add", "delete", "clear", "push", "pop", "shift", "unshift", "splice", "fill", "reverse"]

/** A collection that begins empty has nothing to say, unless something is put into it. */
const isToBeFilled = ({ type, ...node }: Node): boolean =>
  type === "NewExpression" &&
  collections.includes(nameOf(node["callee"]) ?? "") &&
  ((node["arguments"] as ReadonlyArray<unknown>).length === 0 || (nameOf(node["callee"]) ?? "").startsWith("Weak"))

const ownerOf = (node: unknown): string | undefined => {
  if (!isNode(node)) return undefined
  if (node.type === "MemberExpression") return ownerOf(node["object"]) ?? nameOf(node["object"])
  return nameOf(node)
}

/** The name of what is written to: `x.push(…)`, `x.y = …`, `x[y]++`, `delete x.y`. */
const writtenBy = (node: Node): string | undefined => {
  const { argument, callee, left, operator } = node
  switch (node.type) {
    case "CallExpression": {
      const method = isNode(callee) && callee.type === "MemberExpression" ? nameOf(callee["property"]) : undefined
      return method !== undefined && writes.includes(method) ? ownerOf((callee as Node)["object"]) : undefined
    }
    case "AssignmentExpression":
      return isNode(left) && left.type === "MemberExpression" ? ownerOf(left) : undefined
    case "UpdateExpression":
      return isNode(argument) && argument.type === "MemberExpression" ? ownerOf(argument) : undefined
    case "UnaryExpression":
      return operator === "delete" ? ownerOf(argument) : undefined
    default:
      return undefined
  }
}

/** What a module holds that changes while the program runs: where it is declared, and what it is. */
export const moduleState = (program: unknown): ReadonlyArray<readonly [start: number, text: string]> => {
  const { body } = program as { readonly body: ReadonlyArray<Node> }
  const declarations = body
    .map((node) => (node.type === "ExportNamedDeclaration" && isNode(node["declaration"]) ? node["declaration"] : node))
    .filter(({ type }) => type === "VariableDeclaration")
  const written = new Set(body.flatMap((node) => everything(node)).flatMap((node) => writtenBy(node) ?? []))
  return declarations.flatMap((declaration): ReadonlyArray<readonly [number, string]> => {
    if (declaration["kind"] !== "const") return [[declaration.start, `${declaration["kind"]}`] as const]
    return (declaration["declarations"] as ReadonlyArray<Node>).flatMap(
      ({ id, init, start }): ReadonlyArray<readonly [number, string]> => {
        const name = nameOf(id)
        if (!isNode(init)) return []
        const filled = madeAtOnce(init).find(isToBeFilled)
        if (filled !== undefined) return [[start, `new ${nameOf(filled["callee"])}`] as const]
        const isValue = ["ArrayExpression", "ObjectExpression", "NewExpression"].includes(init.type)
        return isValue && name !== undefined && written.has(name)
          ? [[start, `${name}, which is written to`] as const]
          : []
      }
    )
  })
}

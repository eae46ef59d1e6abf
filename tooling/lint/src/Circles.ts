import { posix } from "node:path"
import type { Finding } from "./Finding.ts"
import type { Mention, SourceFile } from "./SourceFile.ts"

interface Edge {
  readonly to: string
  readonly at: Mention
}

const isRelative = (specifier: string) => specifier.startsWith("./") || specifier.startsWith("../")

/** The files that import one another in a circle, as Tarjan finds them. */
const circlesIn = (edges: ReadonlyMap<string, ReadonlyArray<Edge>>): ReadonlyArray<ReadonlyArray<string>> => {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: Array<string> = []
  const circles: Array<ReadonlyArray<string>> = []
  const visit = (path: string): number => {
    const index = order.size
    order.set(path, index)
    low.set(path, index)
    stack.push(path)
    for (const { to } of edges.get(path) ?? []) {
      const reached = order.has(to) ? (stack.includes(to) ? order.get(to) : undefined) : visit(to)
      if (reached !== undefined) low.set(path, Math.min(low.get(path) ?? index, reached))
    }
    if (low.get(path) === index) {
      const circle = stack.splice(stack.indexOf(path))
      if (circle.length > 1) circles.push(circle)
    }
    return low.get(path) ?? index
  }
  for (const path of edges.keys()) if (!order.has(path)) visit(path)
  return circles
}

/**
 * Files that import one another in a circle: none of them can be read alone. In the apps a type counts as well; in the
 * packages a record and its masks, or a port and what it carries, may be typed by one another.
 */
export const check = (files: ReadonlyArray<SourceFile>): ReadonlyArray<Finding> => {
  const known = new Set(files.map(({ path }) => path))
  const edges = new Map(
    files.map(({ imports, path }) => [
      path,
      imports.flatMap((at): ReadonlyArray<Edge> => {
        const to = posix.join(posix.dirname(path), at.text)
        const counts = !at.isType || path.startsWith("apps/")
        return isRelative(at.text) && known.has(to) && counts ? [{ to, at }] : []
      })
    ])
  )
  return circlesIn(edges).flatMap((circle) =>
    circle.flatMap((path) =>
      (edges.get(path) ?? [])
        .filter(({ to }) => circle.includes(to))
        .map(({ at, to }) => ({
          rule: "import-circle" as const,
          path,
          line: at.line,
          message: `${to} leads back here: move what both need into a file of its own`
        }))
    )
  )
}

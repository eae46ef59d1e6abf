import { graphlib, layout } from "@dagrejs/dagre"
import { type Composed, isContainer, leavesOf } from "@phakhi/domain/processes/Composition"
import type { Diagram } from "@phakhi/domain/processes/Diagram"

export interface Place {
  readonly x: number
  readonly y: number
}

export interface Arrow {
  readonly id: string
  readonly source: string
  readonly target: string
}

export const nodeSize = { width: 190, height: 96 }

/** The leaves of a container that nothing else in it comes before, or after. */
const ends = (composed: Composed, key: string, which: "first" | "last"): ReadonlyArray<string> => {
  const leaves = leavesOf(composed, key)
  const keys = new Set(leaves.map((leaf) => leaf.key))
  const followed = new Set(leaves.flatMap(({ after }) => after))
  return leaves
    .filter((leaf) => (which === "first" ? !leaf.after.some((other) => keys.has(other)) : !followed.has(leaf.key)))
    .map((leaf) => leaf.key)
}

/** Arrows between the steps themselves: one to a container leads to its first steps, one from it comes from its last. */
export const arrowsOf = (composed: Composed, { edges }: Diagram): ReadonlyArray<Arrow> => {
  const spread = (key: string, which: "first" | "last"): ReadonlyArray<string> => {
    const step = composed.byKey.get(key)
    return step !== undefined && isContainer(step) ? ends(composed, key, which) : [key]
  }
  const arrows = edges.flatMap(({ source, target }) =>
    spread(source, "last").flatMap((from) =>
      spread(target, "first").map((to) => ({ id: `${from}>${to}`, source: from, target: to }))
    )
  )
  return [...new Map(arrows.map((arrow) => [arrow.id, arrow])).values()]
}

export const placesOf = (keys: ReadonlyArray<string>, arrows: ReadonlyArray<Arrow>): ReadonlyMap<string, Place> => {
  const graph = new graphlib.Graph()
  graph.setGraph({ rankdir: "LR", nodesep: 18, ranksep: 48 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const key of keys) graph.setNode(key, { ...nodeSize })
  for (const { source, target } of arrows) graph.setEdge(source, target)
  layout(graph)
  return new Map(
    keys.map((key) => {
      const { x = 0, y = 0 } = graph.node(key) as { readonly x?: number; readonly y?: number }
      return [key, { x: x - nodeSize.width / 2, y: y - nodeSize.height / 2 }]
    })
  )
}

import { inLanguage, type Language, type LocalizedText } from "../kernel/LocalizedText.ts"
import type { RuleId } from "../rules/Catalogue.ts"
import { type Composed, isContainer, type PlacedStep } from "./Composition.ts"
import { progress, type Stand } from "./CourseState.ts"
import type { Lane } from "./Process.ts"
import type { Status } from "./Progress.ts"

export interface DiagramNode {
  readonly key: string
  readonly label: LocalizedText
  readonly lane: Lane
  readonly rule: RuleId
  readonly container: boolean
  /** Where the process is running. */
  readonly status?: Status
  readonly within?: string
  readonly round?: number
}

export interface DiagramEdge {
  readonly id: string
  readonly source: string
  readonly target: string
}

export interface Diagram {
  /** Containers stand before what is in them. */
  readonly nodes: ReadonlyArray<DiagramNode>
  readonly edges: ReadonlyArray<DiagramEdge>
}

/** The process as a graph; with a course, also where it stands. */
export const diagram = (composed: Composed, course?: Stand): Diagram => {
  const statuses = course === undefined ? undefined : progress(composed, course).statuses
  return {
    nodes: composed.steps.map((step) => {
      const { key, label, lane, round, rule, within } = step
      const status = statuses?.get(key)
      return {
        key,
        label,
        lane,
        rule,
        container: isContainer(step),
        ...(status === undefined ? {} : { status }),
        ...(within === undefined ? {} : { within }),
        ...(round === undefined ? {} : { round })
      }
    }),
    edges: composed.steps.flatMap(({ after, key }) =>
      after.map((source) => ({ id: `${source}>${key}`, source, target: key }))
    )
  }
}

const nodeId = (key: string): string => key.replaceAll(/[-.]/g, "_")

/** Mermaid reads a text in quotes as it stands, but for quotes, `#` entities and tags. */
const quoted = (words: string): string =>
  `"${words.replaceAll("#", "#35;").replaceAll('"', "#quot;").replaceAll("<", "#lt;").replaceAll(">", "#gt;").replaceAll("\n", " ")}"`

/** The process as a Mermaid flow chart: containers as subgraphs, the lane below each step. */
export const mermaid = (composed: Composed, language: Language = "th"): string => {
  const draw = (step: PlacedStep, indent: string): ReadonlyArray<string> => {
    const label = `${step.key} ${inLanguage(step.label, language)}`
    if (!isContainer(step)) return [`${indent}${nodeId(step.key)}[${quoted(`${label} (${step.lane})`)}]`]
    return [
      `${indent}subgraph ${nodeId(step.key)}[${quoted(label)}]`,
      ...(composed.childrenOf.get(step.key) ?? []).flatMap((child) => draw(child, `${indent}  `)),
      `${indent}end`
    ]
  }
  const tops = composed.steps.filter(({ within }) => within === undefined || !composed.byKey.has(within))
  return [
    "flowchart TD",
    ...tops.flatMap((step) => draw(step, "  ")),
    ...composed.steps.flatMap(({ after, key }) => after.map((source) => `  ${nodeId(source)} --> ${nodeId(key)}`)),
    ""
  ].join("\n")
}

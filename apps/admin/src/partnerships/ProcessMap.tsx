import IconArrowForwardUp from "@tabler/icons-react/icons/IconArrowForwardUp"
import IconCheck from "@tabler/icons-react/icons/IconCheck"
import IconCircle from "@tabler/icons-react/icons/IconCircle"
import IconCircleHalf2 from "@tabler/icons-react/icons/IconCircleHalf2"
import IconMinus from "@tabler/icons-react/icons/IconMinus"
import IconPointFilled from "@tabler/icons-react/icons/IconPointFilled"
import "@xyflow/react/dist/style.css"
import { composedOf, type Stand } from "@phakhi/domain/processes/Course"
import { diagram } from "@phakhi/domain/processes/Diagram"
import type { Status } from "@phakhi/domain/processes/Progress"
import { Background, Controls, Handle, type Node, type NodeProps, Position, ReactFlow } from "@xyflow/react"
import { useMemo } from "react"
import { type Drawn, Icon } from "../design/Icon.tsx"
import { useSay } from "../words/Language.tsx"
import { arrowsOf, nodeSize, placesOf } from "./layout.ts"
import { laneWords, stepStatus, partnershipWords as words } from "./words.ts"

interface StepData extends Record<string, unknown> {
  readonly label: string
  readonly lane: string
  readonly status: Status
  readonly said: string
}

const marks: { readonly [S in Status]: Drawn } = {
  done: IconCheck,
  skipped: IconArrowForwardUp,
  waived: IconMinus,
  half: IconCircleHalf2,
  open: IconPointFilled,
  waiting: IconCircle
}

const StepNode = ({ data }: NodeProps<Node<StepData>>) => (
  <div className={`node ${data.status}`}>
    <Handle type="target" position={Position.Left} isConnectable={false} />
    <div className="node-lane">
      <Icon of={marks[data.status]} /> {data.said} · {data.lane}
    </div>
    {data.label}
    <Handle type="source" position={Position.Right} isConnectable={false} />
  </div>
)

const nodeTypes = { step: StepNode }

/** The process as a graph with where it stands; the task list beside it says the same in words. */
const ProcessMap = ({ course }: { readonly course: Stand }) => {
  const say = useSay()
  const { current, edges, nodes } = useMemo(() => {
    const composed = composedOf(course)
    const drawn = diagram(composed, course)
    const leaves = drawn.nodes.filter(({ container }) => !container)
    const arrows = arrowsOf(composed, drawn)
    const places = placesOf(
      leaves.map(({ key }) => key),
      arrows
    )
    return {
      nodes: leaves.map(
        ({ key, label, lane, status = "waiting" }): Node<StepData> => ({
          id: key,
          type: "step",
          position: places.get(key) ?? { x: 0, y: 0 },
          width: nodeSize.width,
          data: {
            label: say(label),
            lane: say(laneWords[lane] ?? { th: lane }),
            status,
            said: say(stepStatus[status])
          },
          ariaLabel: `${say(label)} – ${say(stepStatus[status])}`
        })
      ),
      edges: arrows.map((arrow) => ({ ...arrow, focusable: false })),
      current: leaves.filter(({ status }) => status === "open" || status === "half").map(({ key }) => ({ id: key }))
    }
  }, [course, say])
  return (
    <section className="map" aria-label={say(words.map)}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        fitView
        fitViewOptions={{
          nodes: current.length > 0 ? current : nodes.map(({ id }) => ({ id })),
          maxZoom: 0.9,
          padding: 0.6
        }}
        minZoom={0.15}
        nodesDraggable={false}
        nodesConnectable={false}
        elementsSelectable={false}
        zoomOnScroll={false}
        preventScrolling={false}
        proOptions={{ hideAttribution: true }}
      >
        <Background />
        <Controls showInteractive={false} />
      </ReactFlow>
    </section>
  )
}

export default ProcessMap

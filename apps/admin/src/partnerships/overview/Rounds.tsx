import { composedOf, progress, type Status } from "@phakhi/domain/processes/Course"
import { Tag, type TagKind } from "../../design/Tag.tsx"
import { useSay, type Words } from "../../words/Language.tsx"
import type { TabProps } from "../tabs.ts"

const words = {
  within: { th: "ในขั้นดำเนินตามแผน:", en: "While the plan is carried out:" }
} as const satisfies Record<string, Words>

const kinds: { readonly [S in Status]: TagKind } = {
  done: "done",
  skipped: "plain",
  waived: "plain",
  half: "wait",
  open: "turn",
  waiting: "shut"
}

/** The model's own steps of delivery, tranche by tranche and round by round. */
export const Rounds = ({ partnership: { course } }: Pick<TabProps, "partnership">) => {
  const say = useSay()
  const composed = composedOf(course)
  const { statuses } = progress(composed, course)
  const steps = composed.leaves.filter(({ round }) => round !== undefined)
  return steps.length === 0 ? null : (
    <div className="rounds">
      <span className="dimmed">{say(words.within)}</span>
      {steps.map(({ key, label }) => (
        <Tag key={key} kind={kinds[statuses.get(key) ?? "waiting"]}>
          {say(label)}
        </Tag>
      ))}
    </div>
  )
}

import { stagesOf, stretchNames } from "@phakhi/domain/processes/Stages"
import IconArrowRight from "@tabler/icons-react/icons/IconArrowRight"
import IconCheck from "@tabler/icons-react/icons/IconCheck"
import { useSay, type Words } from "../words/Language.tsx"
import { Icon } from "./Icon.tsx"
import "./charts.css"

const words = {
  steps: { th: "แปดขั้นตอนของความร่วมมือ", en: "The eight steps of the partnership" },
  done: { th: "ผ่านแล้ว", en: "done" },
  now: { th: "กำลังทำ", en: "now" },
  ahead: { th: "ยังไม่ถึง", en: "ahead" }
} as const satisfies Record<string, Words>

type Course = Parameters<typeof stagesOf>[0]

/** The eight steps in their four colours: passed ones with a tick, the one at hand framed and filled as far as it is. */
export const PhaseBar = ({ course }: { readonly course: Course }) => {
  const say = useSay()
  return (
    <ol className="phases" aria-label={say(words.steps)}>
      {stagesOf(course).map(({ label, no, rule, share, status, stretch }) => (
        <li
          key={rule}
          data-stretch={stretch}
          data-status={status}
          {...(status === "now" ? { "aria-current": "step" as const } : {})}
        >
          <svg className="phase" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect className="phase-ground" width="100" height="10" />
            <rect className="phase-over" width={status === "ahead" ? 0 : 100 * share} height="10" />
          </svg>
          <span className="phase-no">
            {status === "done" && <Icon of={IconCheck} />}
            {status === "now" && <Icon of={IconArrowRight} />}
            {no}
          </span>
          <span className="phase-words">
            {say(label)}
            <span className="hidden">
              {" "}
              ({say(stretchNames[stretch])} – {say(words[status])})
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}

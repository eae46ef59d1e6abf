import { Stack, Text, Title } from "@mantine/core"
import { PhaseBar } from "../../design/PhaseBar.tsx"
import { ActionButton } from "../../records/ActionBar.tsx"
import { commandNamed, isNext } from "../../records/Actions.ts"
import { Section } from "../../records/Section.tsx"
import { ShutReason } from "../../records/ShutReason.tsx"
import { useSay, type Words } from "../../words/Language.tsx"
import type { TabProps } from "../tabs.ts"
import { isWhole } from "../whole.ts"
import { IndicatorsSoFar } from "./IndicatorsSoFar.tsx"
import { MoneySoFar } from "./MoneySoFar.tsx"
import { NextDates } from "./NextDates.tsx"
import { Obstacles } from "./Obstacles.tsx"
import "./overview.css"
import { People } from "./People.tsx"
import { Rounds } from "./Rounds.tsx"
import { ScoreSoFar } from "./ScoreSoFar.tsx"

const words = {
  turn: { th: "สิ่งที่ถึงมือท่าน", en: "Your turn" },
  nothing: { th: "ขณะนี้ไม่มีสิ่งที่ท่านต้องทำ", en: "There is nothing for you to do now" },
  shut: { th: "ยังทำไม่ได้", en: "Not yet possible" }
} as const satisfies Record<string, Words>

/** The one act that is the reader's now, or why it cannot be done yet. */
const Mine = ({ actions }: Pick<TabProps, "actions">) => {
  const say = useSay()
  const next = actions.find(isNext)
  const summary = next === undefined ? undefined : commandNamed(next.operation)?.summary
  return (
    <Section title={words.turn} raised={next?.allowed === true}>
      {next === undefined || summary === undefined ? (
        <Text c="dimmed">{say(words.nothing)}</Text>
      ) : (
        <>
          <Title order={3}>
            {say(summary)}
            {next.target === undefined ? "" : `: ${say(next.target.label)}`}
          </Title>
          {next.allowed ? (
            <ActionButton action={next} primary label={summary} />
          ) : (
            <ShutReason refusal={next.refusal} />
          )}
        </>
      )}
    </Section>
  )
}

/** A partnership at a glance: where it stands, its money, its results, its people, and what comes next. */
export const OverviewTab = ({ actions, partnership }: TabProps) => (
  <Stack gap="md">
    <div className="panel">
      <PhaseBar course={partnership.course} />
      <Rounds partnership={partnership} />
    </div>
    <div className="overview">
      <Stack gap="md">
        {isWhole(partnership) && <MoneySoFar partnership={partnership} />}
        {partnership.plan !== undefined && <IndicatorsSoFar partnership={partnership} />}
        <People partnership={partnership} />
      </Stack>
      <Stack gap="md" className="overview-aside">
        <Mine actions={actions} />
        <ScoreSoFar partnership={partnership} />
        <NextDates partnership={partnership} />
        <Obstacles partnership={partnership} />
      </Stack>
    </div>
  </Stack>
)

import { Skeleton, Stack, Table, Text } from "@mantine/core"
import { formatInstant } from "@phakhi/domain/kernel/ThaiDate"
import type { QuestionId } from "@phakhi/domain/models/Answers"
import { questions } from "@phakhi/domain/models/Criteria"
import { models } from "@phakhi/domain/models/Models"
import { capabilities, partyRoles } from "@phakhi/domain/partnerships/Parties"
import { passedOver } from "@phakhi/domain/partnerships/PassedOver"
import { lazy, Suspense } from "react"
import { Facts } from "../records/Facts.tsx"
import { formattedInstant } from "../records/formatting.ts"
import { RecordName } from "../records/RecordName.tsx"
import { Section } from "../records/Section.tsx"
import { RuleLink } from "../rules/RuleLink.tsx"
import { useLanguage, useSay } from "../words/Language.tsx"
import { Supporters } from "./Supporters.tsx"
import { TaskList } from "./TaskList.tsx"
import type { TabProps } from "./tabs.ts"
import { partnershipWords as words } from "./words.ts"

const ProcessMap = lazy(() => import("./ProcessMap.tsx"))

const Choice = ({ partnership: { choice } }: Pick<TabProps, "partnership">) => {
  const say = useSay()
  if (choice === undefined) return null
  const answers = (Object.keys(choice.answers) as ReadonlyArray<QuestionId>).map((id) => {
    const choices = questions[id].choices as Record<
      string,
      { readonly label: { readonly th: string; readonly en?: string } }
    >
    const label = choices[choice.answers[id]]?.label
    return { label: questions[id].label, value: label === undefined ? "" : say(label) }
  })
  return (
    <Section title={words.choice}>
      <Facts
        facts={[
          { label: words.recommended, value: say(models[choice.recommended].name) },
          { label: words.chosen, value: say(models[choice.model].name) },
          ...(choice.reason === undefined ? [] : [{ label: words.standingReason, value: choice.reason }]),
          ...answers
        ]}
      />
    </Section>
  )
}

const Parties = ({ partnership: { assessment = [], assessments = [], parties } }: Pick<TabProps, "partnership">) => {
  const say = useSay()
  return (
    <Section title={words.parties}>
      {parties.length === 0 ? (
        <Text>{say(words.partiesNone)}</Text>
      ) : (
        parties.map(({ as, organisation, reason }) => (
          <Text key={`${organisation}${as}`}>
            <RecordName record="organisation" id={organisation} /> – {say(partyRoles[as])}
            {reason === undefined ? "" : ` (${reason})`}
          </Text>
        ))
      )}
      {assessment.length > 0 && (
        <Table className="rows">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say(words.assessment)}</Table.Th>
              <Table.Th>{say({ th: "ที่ต้องการ", en: "Needed" })}</Table.Th>
              <Table.Th>{say({ th: "ที่พบ", en: "Found" })}</Table.Th>
              <Table.Th>{say({ th: "หลักฐาน", en: "Evidence" })}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {assessment.map(({ capability, found, needed, note }) => (
              <Table.Tr key={capability}>
                <Table.Td>{say(capabilities[capability])}</Table.Td>
                <Table.Td data-label={say({ th: "ที่ต้องการ", en: "Needed" })}>{needed}</Table.Td>
                <Table.Td data-label={say({ th: "ที่พบ", en: "Found" })}>{found}</Table.Td>
                <Table.Td data-label={say({ th: "หลักฐาน", en: "Evidence" })}>{note}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {assessments.length > 1 && (
        <Facts
          facts={assessments.map(({ at, ratings, reason }) => ({
            label: { th: formatInstant(at, "short", "th"), en: formatInstant(at, "short", "en") },
            value: [
              ratings
                .map(({ capability, found, needed }) => `${say(capabilities[capability])} ${found}/${needed}`)
                .join(", "),
              ...(reason === undefined ? [] : [`(${reason})`])
            ].join(" ")
          }))}
        />
      )}
    </Section>
  )
}

/** What should have been done and was not, with the reasons. */
const Reasons = ({ partnership }: Pick<TabProps, "partnership">) => {
  const { language } = useLanguage()
  const found = passedOver(partnership)
  return found.length === 0 ? null : (
    <Section title={words.passedOver}>
      {found.map(({ at, by, reason, rule }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is derived anew as a whole
        <Text key={index}>
          <RuleLink id={rule} />: {reason}
          {by !== undefined && (
            <>
              {" – "}
              <RecordName record="account" id={by} />
            </>
          )}
          {at !== undefined && ` (${formattedInstant(at, language)})`}
        </Text>
      ))}
    </Section>
  )
}

export const ProcessTab = ({ actions, partnership }: TabProps) => {
  const say = useSay()
  return (
    <Stack gap="lg">
      <Section title={words.map}>
        <Text size="sm">{say(words.mapHint)}</Text>
        {partnership.course.withoutMoney === true && <Text>{say(words.stepsWithoutMoney)}</Text>}
        <Suspense fallback={<Skeleton h={320} />}>
          <ProcessMap course={partnership.course} />
        </Suspense>
      </Section>
      <Section title={words.tasks}>
        <TaskList course={partnership.course} actions={actions} />
      </Section>
      <Reasons partnership={partnership} />
      <Choice partnership={partnership} />
      <Parties partnership={partnership} />
      <Supporters partnership={partnership} />
    </Stack>
  )
}

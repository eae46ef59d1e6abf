import { Group, Stack, Text } from "@mantine/core"
import { catalogue } from "@phakhi/domain/catalogue"
import { readerOf } from "@phakhi/domain/engine/Catalogue"
import { aims, markets } from "@phakhi/domain/missions/Contestability"
import type { Mission } from "@phakhi/domain/missions/Mission"
import { verdicts, ways } from "@phakhi/domain/missions/Review"
import { useQuery } from "@tanstack/react-query"
import { listQuery } from "../api/Records.ts"
import { meQuery } from "../api/Session.ts"
import { PageButton, PageLink } from "../app/PageLink.tsx"
import { ActionBar } from "../records/ActionBar.tsx"
import { creationsFor } from "../records/Actions.ts"
import { Facts } from "../records/Facts.tsx"
import { FieldsView } from "../records/FieldsView.tsx"
import { formattedDate } from "../records/formatting.ts"
import { History } from "../records/History.tsx"
import { OperationDrawer } from "../records/OperationDrawer.tsx"
import { RecordHead } from "../records/RecordHead.tsx"
import { RecordName } from "../records/RecordName.tsx"
import type { RecordPageProps } from "../records/RecordPageProps.ts"
import { Section } from "../records/Section.tsx"
import { historyTitle } from "../records/words.ts"
import { useLanguage, useSay } from "../words/Language.tsx"
import { ReviewTree } from "./ReviewTree.tsx"
import "./review.css"
import { missionWords as words } from "./words.ts"

const inTheTree = ["missions.answer", "missions.take-back-answer", "missions.conclude-review"]

const Contestability = ({ mission: { contestability } }: { readonly mission: Mission }) => {
  const say = useSay()
  if (contestability === undefined) return <Text c="dimmed">{say(words.contestabilityNone)}</Text>
  const rated = (["efficiency", "quality", "innovation", "fairness"] as const).map((aim) => ({
    label: aims[aim],
    value: `${contestability[aim]} ${say(words.ofFive)}`
  }))
  return (
    <Facts
      facts={[
        { label: { th: "ลักษณะตลาด", en: "Kind of market" }, value: say(markets[contestability.market]) },
        ...rated,
        ...(contestability.note === undefined
          ? []
          : [{ label: { th: "เหตุผล", en: "Reason" }, value: contestability.note }])
      ]}
    />
  )
}

/** CNT-1: what a renewal of a delegated mission can rest on. */
const Competitions = ({ mission: { competitions = [] } }: { readonly mission: Mission }) => {
  const say = useSay()
  const { language } = useLanguage()
  if (competitions.length === 0) return null
  return (
    <Section title={words.competitions}>
      {competitions.map(({ id, on, outcome, reference, winner }) => (
        <Text key={id}>
          {formattedDate(on, language)} · {reference} ·{" "}
          {winner === undefined ? say(words.noWinner) : <RecordName record="organisation" id={winner} />} – {outcome}
        </Text>
      ))}
    </Section>
  )
}

const Partnerships = ({ mission }: { readonly mission: Mission }) => {
  const say = useSay()
  const { data: me } = useQuery(meQuery)
  const known = readerOf(catalogue, "partnership") !== undefined
  const { data: page } = useQuery({
    ...listQuery("partnerships", { filters: { mission: [mission.id] } }),
    enabled: known
  })
  if (!known || mission._tag !== "WayChosen" || mission.way !== "partnership") return null
  const own = me?.actor.organisation === mission.owner
  return (
    <Section title={words.started}>
      {(page?.data ?? []).map((row) => (
        <PageLink key={row.id} to="/$plural/$id" params={{ plural: "partnerships", id: row.id }} underline="always">
          {say(row.title)}
        </PageLink>
      ))}
      {own && (
        <Group>
          {creationsFor("partnership", me?.actor.roles ?? []).map(({ name }) => (
            <PageButton
              key={name}
              variant="default"
              to="/$plural/new/$operation"
              params={{ plural: "partnerships", operation: name }}
              search={{ mission: mission.id }}
            >
              {say(words.start)}
            </PageButton>
          ))}
        </Group>
      )}
    </Section>
  )
}

const MissionPage = ({ onReload, view }: RecordPageProps) => {
  const say = useSay()
  const { language } = useLanguage()
  const mission = view.data as Mission
  const answers = mission._tag === "Registered" ? [] : mission.answers
  return (
    <OperationDrawer view={view} onReload={onReload}>
      <Stack gap="lg">
        <RecordHead view={view} />
        <ActionBar actions={view.actions.filter(({ operation }) => !inTheTree.includes(operation))} />
        <Partnerships mission={mission} />
        <Section title={words.review}>
          {mission._tag === "Registered" ? (
            <Text>{say(words.notBegun)}</Text>
          ) : (
            <>
              {mission._tag === "UnderReview" && (
                <Text size="sm">
                  {say(words.reviewHint)} · {say(words.due)} {formattedDate(mission.blueprintDue, language, "long")}
                </Text>
              )}
              {"verdict" in mission && (
                <Text>
                  {say(words.verdict)}: <strong>{say(verdicts[mission.verdict])}</strong> –{" "}
                  {say(verdicts[mission.verdict].opens ? words.opens : words.shut)}
                </Text>
              )}
              {mission._tag === "WayChosen" && (
                <Text>
                  {say(words.way)}: <strong>{say(ways[mission.way])}</strong> – {mission.wayReason}
                </Text>
              )}
            </>
          )}
          <ReviewTree answers={answers} concluded={"verdict" in mission} actions={view.actions} />
        </Section>
        <Section title={words.about}>
          <FieldsView
            operation="missions.describe"
            value={mission.about}
            first={[{ label: words.owner, value: <RecordName record="organisation" id={mission.owner} /> }]}
          />
        </Section>
        <Section title={words.contestability}>
          <Contestability mission={mission} />
        </Section>
        <Competitions mission={mission} />
        <Section title={historyTitle}>
          <History record="mission" id={view.id} version={view.version} />
        </Section>
      </Stack>
    </OperationDrawer>
  )
}

export default MissionPage

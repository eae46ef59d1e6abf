import { Alert, Group, Stack, Tabs, Text } from "@mantine/core"
import { shownState } from "@phakhi/domain/engine/Shown"
import { models } from "@phakhi/domain/models/Models"
import { type PartnershipView, partnershipRecord } from "@phakhi/domain/partnerships/Record"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { Schema } from "effect"
import { useMemo, useState } from "react"
import { PageLink } from "../app/PageLink.tsx"
import type { RecordSearch } from "../app/search.ts"
import { ActionBar } from "../records/ActionBar.tsx"
import { commandNamed, isNext } from "../records/Actions.ts"
import { History } from "../records/History.tsx"
import { OperationDrawer } from "../records/OperationDrawer.tsx"
import { RecordHead } from "../records/RecordHead.tsx"
import { RecordName } from "../records/RecordName.tsx"
import type { RecordPageProps } from "../records/RecordPageProps.ts"
import { useSay } from "../words/Language.tsx"
import { AgreementTab } from "./AgreementTab.tsx"
import { actionsIn, areaOf, areas } from "./areas.ts"
import { DeliveryTab } from "./DeliveryTab.tsx"
import { EvaluationTab } from "./EvaluationTab.tsx"
import { EvidenceTab } from "./EvidenceTab.tsx"
import { extrasOf } from "./extras.tsx"
import { MoneyTab } from "./MoneyTab.tsx"
import { OverviewTab } from "./overview/OverviewTab.tsx"
import { PlanTab } from "./PlanTab.tsx"
import "./partnership.css"
import { ProcessTab } from "./ProcessTab.tsx"
import { partnershipWords as words } from "./words.ts"

const contents = {
  process: ProcessTab,
  agreement: AgreementTab,
  plan: PlanTab,
  delivery: DeliveryTab,
  money: MoneyTab,
  evaluation: EvaluationTab,
  evidence: EvidenceTab
}

const decode = Schema.decodeUnknownSync(shownState(partnershipRecord) as unknown as Schema.Codec<PartnershipView>)

const Around = ({ partnership }: { readonly partnership: PartnershipView }) => {
  const say = useSay()
  const { choice, mission, owner, recipient, standing } = partnership
  return (
    <Stack gap={4}>
      <Group gap="lg" style={{ rowGap: 2 }}>
        <Text size="sm">
          {say(words.mission)}: <RecordName record="mission" id={mission} />
        </Text>
        <Text size="sm">
          {say(words.owner)}: <RecordName record="organisation" id={owner} />
        </Text>
        <Text size="sm">
          {say(words.recipient)}:{" "}
          {recipient === undefined ? say(words.notYet) : <RecordName record="organisation" id={recipient} />}
        </Text>
        <Text size="sm">
          {say(words.model)}: {choice === undefined ? say(words.notYet) : say(models[choice.model].name)}
        </Text>
      </Group>
      {"reason" in standing && (
        <Alert color="red" variant="outline">
          {standing.reason}
        </Alert>
      )}
    </Stack>
  )
}

const PartnershipPage = ({ onReload, view }: RecordPageProps) => {
  const say = useSay()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as RecordSearch
  const [arrived] = useState(search.act === undefined ? "overview" : areaOf(search.act).id)
  const { tab = arrived } = search
  const partnership = useMemo(() => decode(view.data), [view.data])
  const extras = useMemo(() => extrasOf(partnership), [partnership])
  const show = (next: string | null) =>
    void navigate({
      to: "/$plural/$id",
      params: { plural: "partnerships", id: view.id },
      search: { tab: next ?? "overview" }
    })
  const next = view.actions.find(isNext)
  const nextArea = areaOf(next?.operation ?? "").id
  const openIn = (area: string) => actionsIn(view.actions, area).filter(({ allowed }) => allowed).length
  return (
    <OperationDrawer view={view} onReload={onReload} extras={extras}>
      <Stack gap="md">
        <RecordHead view={view} />
        <Around partnership={partnership} />
        {next !== undefined && nextArea !== tab && tab !== "overview" && (
          <Text size="sm">
            {say(words.next)}:{" "}
            <PageLink
              to="/$plural/$id"
              params={{ plural: "partnerships", id: view.id }}
              search={{ tab: nextArea }}
              underline="always"
            >
              {say(commandNamed(next.operation)?.summary ?? { th: next.operation })}
              {next.target === undefined ? "" : ` – ${say(next.target.label)}`}
            </PageLink>
          </Text>
        )}
        <Tabs value={tab} onChange={show}>
          <Tabs.List aria-label={say(words.tabs)}>
            <Tabs.Tab value="overview">{say(words.overview)}</Tabs.Tab>
            {areas.map(({ id, label }) => (
              <Tabs.Tab key={id} value={id}>
                {say(label)}
                {openIn(id) > 0 && ` (${openIn(id)})`}
              </Tabs.Tab>
            ))}
            <Tabs.Tab value="history">{say(words.history)}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="overview" pt="md" data-tab="overview">
            <OverviewTab view={view} partnership={partnership} actions={view.actions} />
          </Tabs.Panel>
          {areas.map(({ id }) => {
            const Content = contents[id as keyof typeof contents]
            return (
              <Tabs.Panel key={id} value={id} pt="md" data-tab={id}>
                <Stack gap="lg">
                  <ActionBar actions={actionsIn(view.actions, id)} />
                  <Content view={view} partnership={partnership} actions={view.actions} />
                </Stack>
              </Tabs.Panel>
            )
          })}
          <Tabs.Panel value="history" pt="md" data-tab="history">
            <History record="partnership" id={view.id} version={view.version} />
          </Tabs.Panel>
        </Tabs>
      </Stack>
    </OperationDrawer>
  )
}

export default PartnershipPage

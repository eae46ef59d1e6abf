import { Card, Stack } from "@mantine/core"
import { ActionBar } from "./ActionBar.tsx"
import { DataView } from "./DataView.tsx"
import { History } from "./History.tsx"
import { OperationDrawer } from "./OperationDrawer.tsx"
import { RecordHead } from "./RecordHead.tsx"
import type { RecordPageProps } from "./RecordPageProps.ts"
import { Section } from "./Section.tsx"
import { historyTitle } from "./words.ts"

/** Any record, from its fields, its actions and its events. */
export const PlainPage = ({ onReload, view }: RecordPageProps) => (
  <OperationDrawer view={view} onReload={onReload}>
    <Stack gap="lg">
      <RecordHead view={view} />
      <ActionBar actions={view.actions} />
      <Card withBorder>
        <DataView record={view.record} data={view.data} />
      </Card>
      <Section title={historyTitle}>
        <History record={view.record} id={view.id} version={view.version} />
      </Section>
    </Stack>
  </OperationDrawer>
)

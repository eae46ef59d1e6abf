import { Stack, Text } from "@mantine/core"
import { DataView } from "../records/DataView.tsx"
import { Section } from "../records/Section.tsx"
import { useSay } from "../words/Language.tsx"
import type { TabProps } from "./tabs.ts"
import { partnershipWords as words } from "./words.ts"

interface Delivered {
  readonly reports: ReadonlyArray<{ readonly id: string }>
  readonly notices: ReadonlyArray<{ readonly id: string }>
  readonly lessons: ReadonlyArray<object>
}

export const DeliveryTab = ({ view }: TabProps) => {
  const say = useSay()
  const { lessons, notices, reports } = (view.data as { readonly delivery: Delivered }).delivery
  if (reports.length + notices.length + lessons.length === 0) {
    return <Text className="empty">{say(words.deliveryNone)}</Text>
  }
  return (
    <Stack gap="lg">
      {[...reports].reverse().map((report) => (
        <Section key={report.id} title={words.reports}>
          <DataView record="partnership" data={report} />
        </Section>
      ))}
      {[...notices].reverse().map((notice) => (
        <Section key={notice.id} title={words.notices}>
          <DataView record="partnership" data={notice} />
        </Section>
      ))}
      {lessons.length > 0 && (
        <Section title={words.lessons}>
          {lessons.map((lesson, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lessons are only ever added at the end
            <DataView key={index} record="partnership" data={lesson} />
          ))}
        </Section>
      )}
    </Stack>
  )
}

import { Button, Group, Stack, Text } from "@mantine/core"
import { catalogue } from "@phakhi/domain/catalogue"
import { readerOf } from "@phakhi/domain/engine/Catalogue"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { draftsQuery, type ListedDraft } from "../api/Drafts.ts"
import type { Me } from "../api/Session.ts"
import { PageLink } from "../app/PageLink.tsx"
import { dropDraft } from "../forms/Kept.ts"
import { commandNamed } from "../records/Actions.ts"
import { formattedInstant } from "../records/formatting.ts"
import { RecordName } from "../records/RecordName.tsx"
import { Section } from "../records/Section.tsx"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"

const words = {
  title: { th: "ร่างที่พิมพ์ค้างไว้", en: "Your drafts" },
  kept: { th: "พิมพ์ล่าสุด", en: "Last typed in" },
  drop: { th: "ลบร่าง", en: "Delete the draft" },
  keptFor: {
    th: "ร่างเห็นได้เฉพาะท่าน และลบเองหลังไม่ได้แก้ไข 30 วัน",
    en: "Only you see drafts; they go 30 days after they were last typed in."
  }
} as const satisfies Record<string, Words>

interface EntryProps {
  readonly draft: ListedDraft
  readonly onDrop: () => void
}

const Entry = ({ draft: { keptAt, operation, part, record }, onDrop }: EntryProps) => {
  const say = useSay()
  const { language } = useLanguage()
  const command = commandNamed(operation)
  const plural = readerOf(catalogue, command?.record ?? "")?.type.plural
  if (command === undefined || plural === undefined) return null
  const name = say(command.summary)
  return (
    <Stack component="li" gap={2} className="waits" data-draft={operation}>
      {record === "new" ? (
        <PageLink to="/$plural/new/$operation" params={{ plural, operation }} underline="always" fw={700}>
          {name}
        </PageLink>
      ) : (
        <PageLink
          to="/$plural/$id"
          params={{ plural, id: record }}
          search={{ act: operation, ...(part === "" ? {} : { part }) }}
          underline="always"
          fw={700}
        >
          {name}
        </PageLink>
      )}
      {record !== "new" && (
        <Text size="sm">
          <RecordName record={command.record} id={record} link={false} />
        </Text>
      )}
      <Group gap="md" style={{ rowGap: 2 }}>
        <Text size="sm" c="dimmed">
          {say(words.kept)} {formattedInstant(keptAt, language)}
        </Text>
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          aria-label={`${say(words.drop)}: ${name}`}
          onClick={onDrop}
        >
          {say(words.drop)}
        </Button>
      </Group>
    </Stack>
  )
}

/** What one has typed on any device and not sent, each leading back into its form. */
const DraftList = ({ me }: { readonly me: Me }) => {
  const say = useSay()
  const client = useQueryClient()
  const { data: found = [] } = useQuery(draftsQuery)
  const drop = async ({ operation, part, record }: ListedDraft) => {
    await dropDraft({ account: me.actor.account, place: { operation, part, record } })
    await client.invalidateQueries({ queryKey: draftsQuery.queryKey })
  }
  return found.length === 0 ? null : (
    <Section title={words.title}>
      <ul className="waiting">
        {found.map((draft) => (
          <Entry
            key={`${draft.operation} ${draft.record} ${draft.part}`}
            draft={draft}
            onDrop={() => void drop(draft)}
          />
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {say(words.keptFor)}
      </Text>
    </Section>
  )
}

export default DraftList

import { Group, Stack, Text } from "@mantine/core"
import { catalogue } from "@phakhi/domain/catalogue"
import { readerOf } from "@phakhi/domain/engine/Catalogue"
import { roleNames } from "@phakhi/domain/parties/Roles"
import type { Me } from "../api/Session.ts"
import type { TaskRow } from "../api/Tasks.ts"
import { PageLink } from "../app/PageLink.tsx"
import { DueDay } from "../records/DueDay.tsx"
import { formattedInstant } from "../records/formatting.ts"
import { RecordName } from "../records/RecordName.tsx"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"

const words = {
  since: { th: "รอมาตั้งแต่", en: "Waiting since" },
  by: { th: "ผู้ที่ต้องทำ", en: "Whose turn" },
  or: { th: " หรือ ", en: " or " }
} as const satisfies Record<string, Words>

/** Who is waited for: one person, or anyone with one of the roles in the organisation. */
const Waited = ({ account, organisation, roles }: Pick<TaskRow, "account" | "organisation" | "roles">) => {
  const say = useSay()
  const named = roles.map((role) => (role === "public" ? role : say(roleNames[role]))).join(say(words.or))
  return (
    <Text size="sm" data-waited>
      {say(words.by)}: {account !== null && <RecordName record="account" id={account} link={false} otherwise={named} />}
      {account === null && named}
      {organisation !== null && (
        <>
          {" – "}
          <RecordName record="organisation" id={organisation} link={false} />
        </>
      )}
    </Text>
  )
}

/** Whether the form may open for this person: the record itself then says if another rule stands against it. */
const mayBeMine = ({ account, organisation, roles }: TaskRow, { actor }: Pick<Me, "actor">): boolean =>
  account === null
    ? organisation === actor.organisation && roles.some((role) => actor.roles.includes(role))
    : account === actor.account

interface TaskEntryProps {
  readonly task: TaskRow
  readonly me: Me
  /** Says who is waited for, where that is not plain. */
  readonly whose: boolean
}

/** One thing that waits. The link leads into its form, or to the record where it is for somebody else. */
export const TaskEntry = ({ me, task, whose }: TaskEntryProps) => {
  const say = useSay()
  const { language } = useLanguage()
  const { due, id, late, operation, record, since, target, title } = task
  const type = readerOf(catalogue, record)?.type
  const plural = type?.plural ?? record
  const act = { act: operation, ...(target === null ? {} : { part: target.value }) }
  return (
    <Stack component="li" gap={2} className="waits" data-task={operation}>
      <PageLink
        to="/$plural/$id"
        params={{ plural, id }}
        search={mayBeMine(task, me) ? act : {}}
        underline="always"
        fw={700}
      >
        {say(task.words)}
      </PageLink>
      <Text size="sm">
        {type === undefined ? "" : `${say(type.label)}: `}
        {say(title)}
      </Text>
      {whose && <Waited {...task} />}
      <Group gap="md" style={{ rowGap: 2 }}>
        {due !== null && <DueDay day={due} late={late} />}
        <Text size="sm" c="dimmed">
          {say(words.since)} {formattedInstant(since, language)}
        </Text>
      </Group>
    </Stack>
  )
}

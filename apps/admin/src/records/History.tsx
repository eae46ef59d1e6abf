import { Button, Skeleton, Stack, Text, Timeline } from "@mantine/core"
import { catalogue } from "@phakhi/domain/catalogue"
import { readerOf } from "@phakhi/domain/engine/Catalogue"
import type { AccountHolder, SeenActor } from "@phakhi/domain/kernel/Actor"
import { actedBy } from "@phakhi/domain/rendering/Actors"
import { actWords } from "@phakhi/domain/rendering/Acts"
import { useQuery } from "@tanstack/react-query"
import { useMemo, useState } from "react"
import { historyQuery } from "../api/Records.ts"
import { common } from "../words/common.ts"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { commandNamed } from "./Actions.ts"
import { type Happening, happenings, namesOfParts } from "./Changes.ts"
import { ChangesView, type NamesOfParts } from "./ChangesView.tsx"
import { formattedInstant } from "./formatting.ts"
import { valueOf } from "./Labels.ts"
import { RecordName } from "./RecordName.tsx"

const words = {
  changes: { th: "ดูการเปลี่ยนแปลง", en: "See what changed" },
  nothing: { th: "ยังไม่มีเหตุการณ์", en: "Nothing has happened yet" },
  by: { th: "โดย", en: "by" }
} as const satisfies Record<string, Words>

const shownAtFirst = 20

/** Who acted, where the person is not known by name: in which role, and for whom. */
const InRole = ({ organisation, roles }: Pick<AccountHolder, "organisation" | "roles">) => {
  const say = useSay()
  return (
    <>
      {roles.map((role) => say(valueOf("account", "roles", role))).join(", ")}
      {organisation !== null && (
        <>
          {" – "}
          <RecordName record="organisation" id={organisation} />
        </>
      )}
    </>
  )
}

/** A person by name, a key of theirs, the system by a rule, or a visitor. */
const Who = ({ actor }: { readonly actor: SeenActor }) => {
  const say = useSay()
  const said = say(actedBy(actor).words)
  return (
    <>
      {said === "" ? "" : `${said} `}
      {"organisation" in actor &&
        (actor.account !== undefined ? (
          <RecordName record="account" id={actor.account} otherwise={<InRole {...actor} />} />
        ) : (
          actor.organisation !== null && <RecordName record="organisation" id={actor.organisation} />
        ))}
    </>
  )
}

const Entry = ({
  happening: { changes, event },
  names,
  record
}: {
  readonly happening: Happening
  readonly names: NamesOfParts
  readonly record: string
}) => {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <>
      <Text size="sm" c="dimmed">
        {formattedInstant(event.at, language)} · {say(words.by)} <Who actor={event.actor} />
      </Text>
      {changes.length > 0 && (
        <details>
          <summary>
            {say(words.changes)} ({changes.length})
          </summary>
          <ChangesView changes={changes} names={names} record={record} />
        </details>
      )}
    </>
  )
}

const titleOf = ({ event, types }: Happening): Words => {
  const command = commandNamed(event.cause.operation)
  return command === undefined ? { th: event.type } : actWords(command, types)
}

/** Everything that happened to a record, newest first: when, what, by whom, and what it changed. */
export const History = ({
  id,
  record,
  version
}: {
  readonly record: string
  readonly id: string
  readonly version: number
}) => {
  const say = useSay()
  const reader = readerOf(catalogue, record)
  const { data: events } = useQuery({
    ...historyQuery(reader?.type.plural ?? "", id, version),
    enabled: reader !== undefined
  })
  const [all, setAll] = useState(false)
  const told = useMemo(
    () => (reader === undefined || events === undefined ? undefined : [...happenings(reader.type, events)].reverse()),
    [reader, events]
  )
  const names = useMemo(() => namesOfParts(events ?? []), [events])
  if (told === undefined) return <Skeleton h={120} />
  if (told.length === 0) return <Text c="dimmed">{say(words.nothing)}</Text>
  const shown = all ? told : told.slice(0, shownAtFirst)
  return (
    <Stack>
      <Timeline bulletSize={14} lineWidth={2} active={told.length}>
        {shown.map((happening) => (
          <Timeline.Item key={happening.event.id} title={say(titleOf(happening))}>
            <Entry happening={happening} names={names} record={record} />
          </Timeline.Item>
        ))}
      </Timeline>
      {shown.length < told.length && (
        <Button variant="default" onClick={() => setAll(true)}>
          {say(common.more)} ({told.length - shown.length})
        </Button>
      )}
    </Stack>
  )
}

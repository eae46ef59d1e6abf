import { Button, Skeleton, Stack, Table, Text, Timeline } from "@mantine/core"
import { catalogue } from "@phakhi/domain/catalogue"
import { readerOf } from "@phakhi/domain/engine/Catalogue"
import type { AccountHolder, SeenActor } from "@phakhi/domain/kernel/Actor"
import type { LocalizedText } from "@phakhi/domain/kernel/LocalizedText"
import { actedBy } from "@phakhi/domain/rendering/Actors"
import { useQuery } from "@tanstack/react-query"
import { useMemo, useState } from "react"
import { historyQuery } from "../api/Records.ts"
import { common } from "../words/common.ts"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { commandNamed } from "./Actions.ts"
import { type Change, type Happening, happenings, partNames } from "./Changes.ts"
import { AnyValue } from "./DataView.tsx"
import { formattedInstant } from "./formatting.ts"
import { nameOf, valueOf } from "./Labels.ts"
import { RecordName } from "./RecordName.tsx"

const words = {
  changes: { th: "ดูการเปลี่ยนแปลง", en: "See what changed" },
  place: { th: "ข้อมูล", en: "What" },
  before: { th: "ก่อน", en: "Before" },
  after: { th: "หลัง", en: "After" },
  nothing: { th: "ยังไม่มีเหตุการณ์", en: "Nothing has happened yet" },
  by: { th: "โดย", en: "by" }
} as const satisfies Record<string, Words>

const shownAtFirst = 20

type PartNames = ReadonlyMap<string, LocalizedText>

interface ChangesProps {
  readonly changes: ReadonlyArray<Change>
  readonly names: PartNames
  readonly record: string
}

const Changes = ({ changes, names, record }: ChangesProps) => {
  const say = useSay()
  const place = (path: Change["path"]) =>
    path
      .filter((name) => name !== "th" && name !== "en" && name !== "_tag")
      .map((name) => say(nameOf(record, name) ?? { th: name }))
      .join(" › ")
  const value = (path: Change["path"], said: string | undefined) => {
    if (said === undefined) return "—"
    const part = names.get(said)
    if (part !== undefined) return say(part)
    const name = path.findLast((step) => !/^\d+$/u.test(step)) ?? ""
    const plain = said === "true" || said === "false" ? said === "true" : said
    return <AnyValue record={record} name={name === "_tag" ? "status" : name} value={plain} />
  }
  return (
    <Table fz="sm" className="rows">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say(words.place)}</Table.Th>
          <Table.Th>{say(words.before)}</Table.Th>
          <Table.Th>{say(words.after)}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map(({ after, before, path }) => (
          <Table.Tr key={path.join("/")}>
            <Table.Td data-label={say(words.place)}>{place(path)}</Table.Td>
            <Table.Td data-label={say(words.before)}>{value(path, before)}</Table.Td>
            <Table.Td data-label={say(words.after)}>{value(path, after)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

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
  readonly names: PartNames
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
          <Changes changes={changes} names={names} record={record} />
        </details>
      )}
    </>
  )
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
  const names = useMemo(() => partNames(events ?? []), [events])
  if (told === undefined) return <Skeleton h={120} />
  if (told.length === 0) return <Text c="dimmed">{say(words.nothing)}</Text>
  const shown = all ? told : told.slice(0, shownAtFirst)
  return (
    <Stack>
      <Timeline bulletSize={14} lineWidth={2} active={told.length}>
        {shown.map((happening) => (
          <Timeline.Item
            key={happening.event.id}
            title={say(commandNamed(happening.event.cause.operation)?.summary ?? { th: happening.event.type })}
          >
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

import { createSpotlight, Spotlight } from "@mantine/spotlight"
import IconSearch from "@tabler/icons-react/icons/IconSearch"
import "@mantine/spotlight/styles.css"
import "./palette.css"
import { Text } from "@mantine/core"
import { useDebouncedValue } from "@mantine/hooks"
import { catalogue } from "@phakhi/domain/catalogue"
import { useQueries } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import { listQuery } from "../api/Records.ts"
import type { Me } from "../api/Session.ts"
import { pages, readersFor } from "../app/pages.ts"
import { Icon } from "../design/Icon.tsx"
import { commandNamed, creationsFor, inTurn } from "../records/Actions.ts"
import { manyOf } from "../records/Labels.ts"
import { type Offered, useOpenPage } from "../records/openPage.ts"
import { useSay, type Words } from "../words/Language.tsx"
import { type Entry, labelOf, matching } from "./entries.ts"
import { paletteWords as words } from "./words.ts"

const [store, spotlight] = createSpotlight()

/** Records are found a moment after the words are typed: what then comes first is what Enter takes. */
const useFirstSelected = (entries: string) => {
  useEffect(() => {
    const list = entries === "" ? null : document.querySelector("[data-palette]")
    if (list === null || list.querySelector("[data-selected]") !== null) return
    list.querySelector("[data-action]")?.setAttribute("data-selected", "true")
    store.updateState((state) => ({ ...state, selected: 0 }))
  }, [entries])
}

/** Of each type of record, so many that were found. */
const found = 5

interface Group {
  readonly id: string
  readonly label: Words
  readonly entries: ReadonlyArray<Entry>
}

/** What can be done with the record whose page is open: the next step first. */
const actionsOf = (offered: Offered | undefined): ReadonlyArray<Entry> => {
  if (offered === undefined) return []
  const allowed = offered.view.actions.filter((action) => action.allowed)
  const next = inTurn(allowed)
  return [...next, ...allowed.filter((action) => !next.includes(action))].flatMap((action) => {
    const command = commandNamed(action.operation)
    return command === undefined
      ? []
      : [
          {
            id: `${action.operation} ${String(action.target?.value ?? "")}`,
            label: labelOf(command.summary, action),
            go: () => offered.open(action)
          }
        ]
  })
}

/** Records of every type that the reader may list, by the words typed. */
const useRecords = (me: Me, typed: string) => {
  const navigate = useNavigate()
  const [sought] = useDebouncedValue(typed.trim(), 200)
  const readers = readersFor(me)
  const lists = useQueries({
    queries: readers.map(({ type }) => ({
      ...listQuery(type.plural, { search: sought, limit: found }),
      enabled: sought.length > 1
    }))
  })
  const groups = readers.map(({ type }, index): Group => {
    const { plural } = type
    const rows = sought.length > 1 ? (lists[index]?.data?.data ?? []) : []
    return {
      id: plural,
      label: manyOf(type),
      entries: rows.map(({ id, title }) => ({
        id,
        label: title,
        go: () => void navigate({ to: "/$plural/$id", params: { plural, id } })
      }))
    }
  })
  return { groups, searching: sought !== typed.trim() || lists.some(({ isFetching }) => isFetching) }
}

interface PaletteProps {
  readonly me: Me
  readonly onClose: () => void
  readonly onHelp: () => void
}

/** One field that leads everywhere: to what can be done here, to pages, and to records. */
const Palette = ({ me, onClose, onHelp }: PaletteProps) => {
  const say = useSay()
  const navigate = useNavigate()
  const [typed, setTyped] = useState("")
  const { groups: records, searching } = useRecords(me, typed)
  useEffect(() => spotlight.open(), [])
  const places = pages(me).map(({ label, to }): Entry => ({ id: to, label, go: () => void navigate({ to }) }))
  const begin = catalogue.readers.flatMap(({ type: { name, plural } }) =>
    creationsFor(name, me.actor.roles).map(
      (operation): Entry => ({
        id: operation.name,
        label: operation.summary,
        go: () => void navigate({ to: "/$plural/new/$operation", params: { plural, operation: operation.name } })
      })
    )
  )
  const fixed: ReadonlyArray<Group> = [
    { id: "here", label: words.here, entries: actionsOf(useOpenPage()) },
    { id: "pages", label: words.pages, entries: places },
    { id: "begin", label: words.begin, entries: begin },
    { id: "help", label: words.shortcuts, entries: [{ id: "help", label: words.help, go: onHelp }] }
  ]
  const groups = [
    ...fixed.map((group) => ({ ...group, entries: matching(group.entries, typed.trim()) })),
    ...records
  ].filter(({ entries }) => entries.length > 0)
  useFirstSelected(groups.flatMap(({ entries }) => entries.map(({ id }) => id)).join())
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      query={typed}
      onQueryChange={setTyped}
      onSpotlightClose={onClose}
      scrollable
      maxHeight="60vh"
      attributes={{ content: { "aria-label": say(words.title) } }}
    >
      <Spotlight.Search
        placeholder={say(words.placeholder)}
        aria-label={say(words.title)}
        leftSection={<Icon of={IconSearch} />}
      />
      <Spotlight.ActionsList data-palette>
        {groups.map(({ entries, id, label }) => (
          <Spotlight.ActionsGroup key={id} label={say(label)}>
            {entries.map((entry) => (
              <Spotlight.Action
                key={entry.id}
                data-entry={entry.id}
                onClick={() => {
                  onClose()
                  entry.go()
                }}
              >
                <Text span>{say(entry.label)}</Text>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && <Spotlight.Empty>{say(searching ? words.searching : words.nothing)}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

export default Palette

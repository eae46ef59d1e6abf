import { Button, Card, CloseButton, Group, MultiSelect, SimpleGrid, Text, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { common } from "../words/common.ts"
import { useSay } from "../words/Language.tsx"
import { nameOf, recordOf, valueOf, valuesOf } from "./Labels.ts"
import { chosen, type ListSearch, withFilter, withParameter } from "./ListSearch.ts"
import { RecordName } from "./RecordName.tsx"
import { listWords } from "./words.ts"

interface FiltersProps {
  readonly record: string
  readonly facets: ReadonlyArray<string>
  readonly search: ListSearch
  readonly onChange: (search: ListSearch) => void
}

const Chips = ({ onChange, record, search }: Omit<FiltersProps, "facets">) => {
  const say = useSay()
  const filters = chosen(search)
  if (filters.length === 0) return null
  return (
    <Group gap="xs" data-chips>
      {filters.map(([facet, value]) => {
        const named = recordOf(record, facet)
        const rest = filters.flatMap(([name, other]) => (name === facet && other !== value ? [other] : []))
        return (
          <Group key={`${facet}${value}`} gap={4} className="chip">
            <Text size="sm">
              {say(nameOf(record, facet) ?? { th: facet })}:{" "}
              {named === undefined ? (
                say(valueOf(record, facet, value))
              ) : (
                <RecordName record={named} id={value} link={false} />
              )}
            </Text>
            <CloseButton
              size="sm"
              aria-label={`${say(listWords.removeFilter)} ${say(valueOf(record, facet, value))}`}
              onClick={() => onChange(withFilter(search, facet, rest))}
            />
          </Group>
        )
      })}
      <Button size="compact-sm" variant="subtle" onClick={() => onChange({})}>
        {say(listWords.filterClear)}
      </Button>
    </Group>
  )
}

/** A list starts unfiltered; what is chosen shows as chips and lives in the address. */
export const Filters = ({ facets, onChange, record, search }: FiltersProps) => {
  const say = useSay()
  const [shown, setShown] = useState(false)
  const [typed, setTyped] = useState(search["search"] ?? "")
  const find = (event: FormEvent) => {
    event.preventDefault()
    onChange(withParameter(search, "search", typed.trim()))
  }
  const offered = facets.filter((facet) => valuesOf(record, facet).length > 0)
  return (
    <>
      <search>
        <form onSubmit={find}>
          <Group gap="xs" align="end">
            <TextInput
              label={say(listWords.find)}
              type="search"
              data-search
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <Button type="submit" variant="default">
              {say(common.search)}
            </Button>
            {offered.length > 0 && (
              <Button variant="default" aria-expanded={shown} onClick={() => setShown(!shown)}>
                {say(listWords.filter)}
              </Button>
            )}
          </Group>
        </form>
      </search>
      {shown && (
        <Card withBorder>
          <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }}>
            {offered.map((facet) => (
              <MultiSelect
                key={facet}
                label={say(nameOf(record, facet) ?? { th: facet })}
                searchable
                clearable
                data={valuesOf(record, facet).map(([value, label]) => ({ value, label: say(label) }))}
                value={search[facet]?.split(",") ?? []}
                onChange={(values) => onChange(withFilter(search, facet, values))}
              />
            ))}
          </SimpleGrid>
        </Card>
      )}
      <Chips record={record} search={search} onChange={onChange} />
    </>
  )
}

import { Button, Card, Checkbox, CloseButton, Group, MultiSelect, SimpleGrid, Text, TextInput } from "@mantine/core"
import { nextDue } from "@phakhi/domain/engine/Listing"
import { isMatched, isRanged } from "@phakhi/domain/kernel/Column"
import { type FormEvent, useState } from "react"
import { common } from "../words/common.ts"
import { useLanguage, useSay } from "../words/Language.tsx"
import { formattedDate, formattedMoney } from "./formatting.ts"
import { type NamedColumn, valueOf, valuesOf } from "./Labels.ts"
import { chosen, type ListSearch, withFilter, withParameter } from "./ListSearch.ts"
import { RangeFilter } from "./RangeFilter.tsx"
import { RecordName } from "./RecordName.tsx"
import { listWords } from "./words.ts"

interface FiltersProps {
  readonly record: string
  readonly columns: ReadonlyArray<NamedColumn>
  readonly search: ListSearch
  readonly onChange: (search: ListSearch) => void
}

interface ChipProps {
  readonly record: string
  readonly parameter: string
  readonly column: NamedColumn | undefined
  readonly value: string
}

/** What a filter asks for, in words: `due.from` is an end of the range of `due`. */
const useSaid = () => {
  const say = useSay()
  const { language } = useLanguage()
  return ({ column, parameter, record, value }: ChipProps) => {
    if (parameter === "late") return { value: say(listWords.late) }
    const [name = "", end] = parameter.split(".")
    const label = say(column?.label ?? { th: name })
    const word = end === "from" ? ` ${say(listWords.from)}` : end === "to" ? ` ${say(listWords.to)}` : ""
    if (column?.kind === "date") return { label: `${label}${word}`, value: formattedDate(value, language) }
    if (column?.kind === "money") return { label: `${label}${word}`, value: formattedMoney(value, language) }
    return { label: `${label}${word}`, value: say(valueOf(record, name, value)) }
  }
}

const Chips = ({ columns, onChange, record, search }: FiltersProps) => {
  const say = useSay()
  const said = useSaid()
  const filters = chosen(search)
  if (filters.length === 0) return null
  return (
    <Group gap="xs" data-chips>
      {filters.map(([parameter, value]) => {
        const column = columns.find(({ name }) => name === parameter.split(".")[0])
        const rest = filters.flatMap(([name, other]) => (name === parameter && other !== value ? [other] : []))
        const words = said({ record, parameter, column, value })
        const named = column?.record
        return (
          <Group key={`${parameter}${value}`} gap={4} className="chip">
            <Text size="sm">
              {words.label === undefined ? "" : `${words.label}: `}
              {named === undefined ? words.value : <RecordName record={named} id={value} link={false} />}
            </Text>
            <CloseButton
              size="sm"
              aria-label={`${say(listWords.removeFilter)} ${words.value}`}
              onClick={() => onChange(withFilter(search, parameter, rest))}
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
export const Filters = ({ columns, onChange, record, search }: FiltersProps) => {
  const say = useSay()
  const [shown, setShown] = useState(false)
  const [typed, setTyped] = useState(search["search"] ?? "")
  const find = (event: FormEvent) => {
    event.preventDefault()
    onChange(withParameter(search, "search", typed.trim()))
  }
  const offered = columns.filter((column) => isMatched(column) && valuesOf(record, column.name).length > 0)
  const ranged = columns.filter(isRanged)
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
            {offered.length + ranged.length > 0 && (
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
            {offered.map(({ label, name }) => (
              <MultiSelect
                key={name}
                label={say(label)}
                searchable
                clearable
                data={valuesOf(record, name).map(([value, label]) => ({ value, label: say(label) }))}
                value={search[name]?.split(",") ?? []}
                onChange={(values) => onChange(withFilter(search, name, values))}
              />
            ))}
            {columns.some(({ name }) => name === nextDue) && (
              <Checkbox
                label={say(listWords.late)}
                checked={search["late"] === "true"}
                onChange={({ currentTarget }) =>
                  onChange(withParameter(search, "late", currentTarget.checked ? "true" : undefined))
                }
              />
            )}
            {ranged.map((column) => (
              <RangeFilter key={column.name} column={column} search={search} onChange={onChange} />
            ))}
          </SimpleGrid>
        </Card>
      )}
      <Chips columns={columns} record={record} search={search} onChange={onChange} />
    </>
  )
}

import { Checkbox, Input, MultiSelect, Radio, Select, Stack, Text } from "@mantine/core"
import { useDebouncedValue } from "@mantine/hooks"
import { catalogue } from "@phakhi/domain/catalogue"
import { readerOf } from "@phakhi/domain/engine/Catalogue"
import type { ListedRow } from "@phakhi/domain/engine/EventStore"
import type { Field } from "@phakhi/domain/kernel/Field"
import { useQueries, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { nameQuery } from "../api/Names.ts"
import { listQuery, recordQuery } from "../api/Records.ts"
import { meQuery } from "../api/Session.ts"
import { PendingName } from "../records/People.tsx"
import { common } from "../words/common.ts"
import { useSay, type Words } from "../words/Language.tsx"
import type { FieldProps } from "./FieldProps.ts"
import { useForm } from "./FormContext.tsx"
import { partsIn } from "./Parts.ts"
import { TextField } from "./TextFields.tsx"
import { useFieldProps } from "./useFieldProps.ts"
import { formWords } from "./words.ts"

const few = 7

export const ChoiceField = ({ field, onChange, path, value }: FieldProps<string>) => {
  const say = useSay()
  const { id, ...props } = useFieldProps(field, path)
  const options = field.options ?? []
  if (options.length > few) {
    return (
      <Select
        id={id}
        {...props}
        searchable
        clearable={!field.required}
        placeholder={say(formWords.choose)}
        nothingFoundMessage={say(formWords.nothingFound)}
        data={options.map((option) => ({ value: option.value, label: say(option.label) }))}
        value={value === "" ? null : value}
        onChange={(chosen) => onChange(chosen ?? "")}
      />
    )
  }
  return (
    <Radio.Group id={id} {...props} value={value} onChange={onChange}>
      <Stack gap={8} mt={6}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={say(option.label)} />
        ))}
      </Stack>
    </Radio.Group>
  )
}

/**
 * The options that fit, and those that are chosen already: what does not fit is refused, and must be seen to be mended.
 * Undefined while it is not known yet which fit.
 */
const useFitting = ({ fitting, options = [] }: Field, record: string | undefined, chosen: ReadonlyArray<string>) => {
  const { data: me } = useQuery(meQuery)
  const plural = readerOf(catalogue, fitting?.record ?? "")?.type.plural ?? ""
  const isKnown = fitting !== undefined && record !== undefined
  const { data: shown, isError } = useQuery({ ...recordQuery(plural, record ?? ""), enabled: isKnown })
  if (!isKnown || isError) return options
  if (shown === undefined) return undefined
  const offered = fitting.offered(shown.data, me?.actor ?? null)
  return options.filter(({ value }) => offered.includes(value) || chosen.includes(value))
}

export const ChoicesField = ({ field, fittedTo, onChange, path, value }: FieldProps<ReadonlyArray<string>>) => {
  const say = useSay()
  const { id, ...props } = useFieldProps(field, path)
  const options = useFitting(field, fittedTo, value)
  if (options === undefined)
    return (
      <Input.Wrapper {...props}>
        <Text size="sm">
          <PendingName />
        </Text>
      </Input.Wrapper>
    )
  if (options.length > 12) {
    return (
      <MultiSelect
        id={id}
        {...props}
        searchable
        {...(value.length === 0 ? { placeholder: say(formWords.choose) } : {})}
        nothingFoundMessage={say(formWords.nothingFound)}
        data={options.map((option) => ({ value: option.value, label: say(option.label) }))}
        value={[...value]}
        onChange={onChange}
      />
    )
  }
  return (
    <Checkbox.Group id={id} {...props} value={[...value]} onChange={onChange}>
      <Stack gap={8} mt={6}>
        {options.map((option) => (
          <Checkbox key={option.value} value={option.value} label={say(option.label)} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}

interface RecordSelectProps extends FieldProps<string> {
  readonly plural: string
}

/** A record by its title; a person by name and position. */
const labelOf = ({ columns, title }: ListedRow, say: (words: Words) => string): string => {
  const { position } = columns
  return typeof position === "string" ? `${say(title)}, ${position}` : say(title)
}

/** Records under the organisation they belong to, where their list says so: people of two may have the same name. */
const useGrouped = (rows: ReadonlyArray<ListedRow>) => {
  const say = useSay()
  const organisationOf = ({ columns }: ListedRow) => String(columns["organisation"] ?? "")
  const organisations = [...new Set(rows.map(organisationOf))].filter((id) => id !== "")
  const names = useQueries({ queries: organisations.map((id) => nameQuery("organisations", id)) })
  const optionsOf = (organisation: string) =>
    rows
      .filter((row) => organisationOf(row) === organisation)
      .map((row) => ({ value: row.id, label: labelOf(row, say) }))
  return [
    ...optionsOf(""),
    ...organisations.map((id, index) => {
      const name = names[index]?.data
      return { group: name == null ? id : say(name), items: optionsOf(id) }
    })
  ]
}

const RecordSelect = ({ field, offered: filters, onChange, path, plural, value }: RecordSelectProps) => {
  const say = useSay()
  const props = useFieldProps(field, path)
  const [typed, setTyped] = useState("")
  const [sought] = useDebouncedValue(typed, 300)
  const fitting = filters === undefined ? {} : { filters }
  const { data: first, isPending } = useQuery(listQuery(plural, { limit: 100, ...fitting }))
  const crowded = (first?.total ?? 0) > 100
  const { data: found } = useQuery({
    ...listQuery(plural, { limit: 100, search: sought, ...fitting }),
    enabled: crowded && sought.trim() !== ""
  })
  const rows = [...new Map([...(first?.data ?? []), ...(found?.data ?? [])].map((row) => [row.id, row])).values()]
  const data = useGrouped(rows)
  const isOffered = value === "" || rows.some(({ id }) => id === value)
  // One that was chosen before another field said that it does not fit.
  const { data: name } = useQuery({ ...nameQuery(plural, value), enabled: !isOffered })
  return (
    <Select
      {...props}
      searchable
      clearable={!field.required}
      placeholder={say(formWords.choose)}
      nothingFoundMessage={say(isPending ? common.loading : formWords.nothingFound)}
      data={isOffered ? data : [...data, { value, label: name == null ? "…" : say(name) }]}
      value={value === "" ? null : value}
      onChange={(chosen) => onChange(chosen ?? "")}
      onSearchChange={setTyped}
    />
  )
}

/** A record of the named type, or a part of the record at hand. */
export const ReferenceField = (props: FieldProps<string>) => {
  const say = useSay()
  const { data } = useForm()
  const { record = "" } = props.field
  const reader = readerOf(catalogue, record)
  if (reader !== undefined) return <RecordSelect {...props} plural={reader.type.plural} />
  const parts = partsIn(data, record)
  if (parts.length === 0) return <TextField {...props} />
  const options = parts.map(({ id, label }) => ({ value: id, label: { th: say(label), en: say(label) } }))
  return <ChoiceField {...props} field={{ ...props.field, kind: "choice", options }} />
}

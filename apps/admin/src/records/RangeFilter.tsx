import { Group, Input, TextInput } from "@mantine/core"
import { Amount } from "@phakhi/domain/kernel/Money"
import { fromMillis, parse } from "@phakhi/domain/kernel/ThaiDate"
import { readNumber } from "@phakhi/domain/kernel/TypedNumber"
import { Option, Result, Schema } from "effect"
import { useState } from "react"
import { useLanguage, useSay } from "../words/Language.tsx"
import { formattedDate } from "./formatting.ts"
import type { NamedColumn } from "./Labels.ts"
import { type ListSearch, withParameter } from "./ListSearch.ts"
import { listWords } from "./words.ts"

interface RangeFilterProps {
  readonly column: NamedColumn
  readonly search: ListSearch
  readonly onChange: (search: ListSearch) => void
}

const isAmount = Schema.is(Schema.toEncoded(Amount))

/** What was typed, as the address of the list has it; undefined where it cannot be read. */
export const readEnd = (kind: NamedColumn["kind"], typed: string, millis: number): string | undefined => {
  const text = typed.trim()
  if (text === "") return ""
  if (kind === "date") {
    return fromMillis(millis).pipe(
      Option.map((now) => parse(text, now)),
      Option.flatMap(Result.getSuccess),
      Option.getOrUndefined
    )
  }
  const isWanted = kind === "money" ? isAmount : (plain: string) => /^-?\d{1,15}$/u.test(plain)
  return readNumber(text).pipe(Result.getSuccess, Option.filter(isWanted), Option.getOrUndefined)
}

const End = ({ column, end, onChange, search }: RangeFilterProps & { readonly end: "from" | "to" }) => {
  const say = useSay()
  const { language } = useLanguage()
  const name = `${column.name}.${end}`
  const given = search[name]
  const [typed, setTyped] = useState<string>()
  const [isUnread, setUnread] = useState(false)
  const shown = given === undefined ? "" : column.kind === "date" ? formattedDate(given, language) : given
  const finish = () => {
    if (typed === undefined) return
    const read = readEnd(column.kind, typed, Date.now())
    setUnread(read === undefined)
    if (read === undefined) return
    setTyped(undefined)
    if (read !== (given ?? "")) onChange(withParameter(search, name, read))
  }
  return (
    <TextInput
      label={say(listWords[end])}
      aria-label={`${say(column.label)} ${say(listWords[end])}`}
      flex={1}
      value={typed ?? shown}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => event.key === "Enter" && finish()}
      error={isUnread && say(column.kind === "date" ? listWords.dateUnread : listWords.numberUnread)}
    />
  )
}

/** From one value to another, both included; either end may stay open. */
export const RangeFilter = (props: RangeFilterProps) => {
  const say = useSay()
  return (
    <Input.Wrapper label={say(props.column.label)} labelElement="div">
      <Group gap="xs" align="start" wrap="nowrap">
        <End {...props} end="from" />
        <End {...props} end="to" />
      </Group>
    </Input.Wrapper>
  )
}

import { Stack, Table, Text } from "@mantine/core"
import type { LocalizedText } from "@phakhi/domain/kernel/LocalizedText"
import { Fragment } from "react"
import { common } from "../words/common.ts"
import { useSay, type Words } from "../words/Language.tsx"
import type { Change } from "./Changes.ts"
import { AnyValue } from "./DataView.tsx"
import { folded, type Row } from "./Folding.ts"
import { nameOf } from "./Labels.ts"

const words = {
  place: { th: "ข้อมูล", en: "What" },
  before: { th: "ก่อน", en: "Before" },
  after: { th: "หลัง", en: "After" },
  items: { th: "รายการ", en: "items" }
} as const satisfies Record<string, Words>

export type NamesOfParts = ReadonlyMap<string, LocalizedText>

interface Surroundings {
  readonly names: NamesOfParts
  readonly record: string
  /** Where the rows are. */
  readonly within: Change["path"]
}

const usePlace = (record: string) => {
  const say = useSay()
  return (path: Change["path"]) =>
    path
      .filter((name) => name !== "th" && name !== "en" && name !== "_tag")
      .map((name) => say(nameOf(record, name) ?? { th: name }))
      .join(" › ")
}

const Rows = ({ names, record, rows, within }: Surroundings & { readonly rows: ReadonlyArray<Row> }) => {
  const say = useSay()
  const placeOf = usePlace(record)
  const valueAt = (path: Change["path"], said: string) => {
    const part = names.get(said)
    if (part !== undefined) return say(part)
    const name = [...within, ...path].findLast((step) => !/^\d+$/u.test(step)) ?? ""
    const plain = said === "true" || said === "false" ? said === "true" : said
    return <AnyValue record={record} name={name === "_tag" ? "status" : name} value={plain} />
  }
  const valuesAt = (path: Change["path"], all: ReadonlyArray<string>) =>
    all.length === 0
      ? "—"
      : all.map((said, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: equal values may stand beside each other.
          <Fragment key={index}>
            {index > 0 && ", "}
            {valueAt(path, said)}
          </Fragment>
        ))
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
        {rows.map(({ after, before, path }) => (
          <Table.Tr key={path.join("/")}>
            <Table.Td data-label={say(words.place)}>{placeOf(path) || say(common.status)}</Table.Td>
            <Table.Td data-label={say(words.before)}>{valuesAt(path, before)}</Table.Td>
            <Table.Td data-label={say(words.after)}>{valuesAt(path, after)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

interface ChangesViewProps extends Omit<Surroundings, "within"> {
  readonly changes: ReadonlyArray<Change>
}

/** What an act changed, place by place; the items of a long list on demand. */
export const ChangesView = ({ changes, names, record }: ChangesViewProps) => {
  const say = useSay()
  const placeOf = usePlace(record)
  const { folds, rows, within } = folded(changes)
  const place = placeOf(within)
  return (
    <Stack gap="xs" mt="xs">
      {place !== "" && (
        <Text size="sm" fw={700}>
          {place}
        </Text>
      )}
      {rows.length > 0 && <Rows rows={rows} names={names} record={record} within={within} />}
      {folds.map(({ items, path, rows: inside }) => (
        <details key={path.join("/")} data-fold>
          <summary>
            {placeOf(path)} ({items} {say(words.items)})
          </summary>
          <Rows rows={inside} names={names} record={record} within={[...within, ...path]} />
        </details>
      ))}
    </Stack>
  )
}

import { List } from "@mantine/core"
import type { ReactNode } from "react"
import { common } from "../words/common.ts"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { Facts } from "./Facts.tsx"
import { formattedMoney, formattedText } from "./formatting.ts"
import { nameOf, recordOf, valueOf } from "./Labels.ts"
import { RecordName } from "./RecordName.tsx"

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u

interface AnyValueProps {
  readonly record: string
  readonly name: string
  readonly value: unknown
}

/** A value of which only its form is known. */
export const AnyValue = ({ name, record, value }: AnyValueProps): ReactNode => {
  const say = useSay()
  const { language } = useLanguage()
  if (typeof value === "boolean") return say(value ? common.yes : common.no)
  if (typeof value === "string" && uuid.test(value)) {
    const named = recordOf(record, name) ?? (/by$|account/iu.test(name) ? "account" : undefined)
    return named === undefined ? <code>{value.slice(0, 8)}…</code> : <RecordName record={named} id={value} />
  }
  if (typeof value === "string") return formattedText(say(valueOf(record, name, value)), language)
  if (typeof value === "number") return String(value)
  if (Array.isArray(value)) {
    if (value.length === 0) return say(common.notGiven)
    return (
      <List size="sm" listStyleType="none">
        {value.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is the only identity a row has
          <List.Item key={index}>
            <AnyValue record={record} name={name} value={item} />
          </List.Item>
        ))}
      </List>
    )
  }
  if (!isObject(value)) return null
  if (typeof value["amount"] === "string" && "currency" in value) return formattedMoney(value["amount"], language)
  if (typeof value["from"] === "string" && typeof value["to"] === "string") {
    return `${formattedText(value["from"], language)} – ${formattedText(value["to"], language)}`
  }
  if (typeof value["th"] === "string") return say(value as unknown as Words)
  return <DataView record={record} data={value} />
}

const own: ReadonlyArray<string> = ["id", "_tag", "subject"]

/** The data of any record, named as its forms name it. */
export const DataView = ({ data, record }: { readonly record: string; readonly data: unknown }) =>
  isObject(data) ? (
    <Facts
      facts={Object.entries(data)
        .filter(([name]) => !own.includes(name))
        .map(([name, value]) => ({
          label: nameOf(record, name) ?? { th: name },
          value: <AnyValue record={record} name={name} value={value} />
        }))}
    />
  ) : null

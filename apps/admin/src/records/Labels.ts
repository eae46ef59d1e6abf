import type { Words } from "../words/Language.tsx"

export {
  allColumns,
  cellOf,
  codeOf,
  columnsOf,
  type NamedColumn,
  nameOf,
  recordOf,
  valueOf,
  valuesOf
} from "@phakhi/domain/rendering/Labels"

/** What many records of a type are called; Thai has one word for one and many. */
export const manyOf = ({ label, plural }: { readonly label: Words; readonly plural: string }): Words => ({
  th: label.th,
  en: plural.slice(0, 1).toUpperCase() + plural.slice(1)
})

import { catalogue } from "../catalogue.ts"
import type { Catalogue } from "../engine/Catalogue.ts"
import type { ColumnValue } from "../kernel/Column.ts"
import type { Language } from "../kernel/LocalizedText.ts"
import * as Of from "./LabelsOf.ts"

/* The labels of everything that Phakhi can do. A program that starts for one question has a smaller catalogue: `LabelsOf`. */

export { codeOf, type NamedColumn } from "./LabelsOf.ts"

export const nameOf = (record: string, name: string, from: Catalogue = catalogue) => Of.nameOf(record, name, from)

export const valueOf = (record: string, name: string, value: string, from: Catalogue = catalogue) =>
  Of.valueOf(record, name, value, from)

export const valuesOf = (record: string, name: string, from: Catalogue = catalogue) => Of.valuesOf(record, name, from)

export const recordOf = (record: string, name: string, from: Catalogue = catalogue) => Of.recordOf(record, name, from)

export const columnsOf = (record: string, from: Catalogue = catalogue) => Of.columnsOf(record, from)

export const allColumns = (record: string, from: Catalogue = catalogue) => Of.allColumns(record, from)

export const cellOf = (
  record: string,
  column: Of.NamedColumn,
  value: ColumnValue,
  language: Language,
  from: Catalogue = catalogue
) => Of.cellOf(record, column, value, language, from)

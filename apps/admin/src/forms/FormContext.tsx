import { type ComponentType, createContext, use } from "react"
import type { Words } from "../words/Language.tsx"
import type { FieldProps } from "./FieldProps.ts"
import type { Mistake } from "./Reading.ts"

export interface FormSurroundings {
  readonly mistakes: ReadonlyArray<Mistake>
  /** The record that the form is about, so that its parts can be referred to. */
  readonly data: unknown
  readonly id: string
  /** The headings of named texts, where what is to be stated is known. */
  readonly headings?: { readonly [name: string]: Words }
  /** Controls of their own for fields that a page knows more about. */
  readonly controls?: { readonly [field: string]: ComponentType<FieldProps> | undefined }
  /** Sets another field of the form beside the one at hand. */
  readonly set?: (field: string, value: unknown) => void
}

export const FormContext = createContext<FormSurroundings>({ mistakes: [], data: undefined, id: "form" })

export const useForm = (): FormSurroundings => use(FormContext)

export const idOf = (form: string, pointer: string): string => `${form}${pointer.replaceAll("/", "-")}`

const belongs = (pointer: string, path: string, deep: boolean): boolean =>
  pointer === path || (deep && pointer.startsWith(`${path}/`))

/** The first mistake at this field; with `deep` also one inside it, for fields that are a single control. */
export const mistakeAt = (mistakes: ReadonlyArray<Mistake>, path: string, deep: boolean): Mistake | undefined =>
  mistakes.find(({ pointer }) => belongs(pointer, path, deep))

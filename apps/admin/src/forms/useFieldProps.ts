import type { Field } from "@phakhi/domain/kernel/Field"
import { common } from "../words/common.ts"
import { useSay } from "../words/Language.tsx"
import { idOf, mistakeAt, useForm } from "./FormContext.tsx"

/** Whether a field is one control: then what is wrong inside it is shown at it. */
const single = (field: Field): boolean => !["localized", "period", "group", "list", "facts"].includes(field.kind)

/** Label, hint, error and id, the same for every kind of field. */
export const useFieldProps = (field: Field, path: string) => {
  const say = useSay()
  const { id, mistakes } = useForm()
  const mistake = mistakeAt(mistakes, path, single(field))
  const label = say(field.label)
  return {
    id: idOf(id, path),
    label: field.required ? label : `${label} (${say(common.optional)})`,
    ...(field.hint === undefined ? {} : { description: say(field.hint) }),
    ...(mistake === undefined ? {} : { error: say(mistake.words) })
  }
}

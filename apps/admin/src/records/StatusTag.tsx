import { Tag } from "../design/Tag.tsx"
import { useSay } from "../words/Language.tsx"
import { valueOf } from "./Labels.ts"
import { kindOf } from "./statuses.ts"

export const StatusTag = ({ record, status }: { readonly record: string; readonly status: string }) => {
  const say = useSay()
  return <Tag kind={kindOf(status)}>{say(valueOf(record, "status", status))}</Tag>
}

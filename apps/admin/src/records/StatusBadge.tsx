import { Badge } from "@mantine/core"
import { useSay } from "../words/Language.tsx"
import { valueOf } from "./Labels.ts"
import { colourOf } from "./statuses.ts"

export const StatusBadge = ({ record, status }: { readonly record: string; readonly status: string }) => {
  const say = useSay()
  return (
    <Badge variant="light" color={colourOf(status)} size="lg">
      {say(valueOf(record, "status", status))}
    </Badge>
  )
}

import { Alert } from "@mantine/core"
import { useSay, type Words } from "../words/Language.tsx"

export const Problem = ({ words }: { readonly words: Words | undefined }) => {
  const say = useSay()
  return words === undefined ? null : (
    <Alert color="red" variant="outline" role="alert">
      {say(words)}
    </Alert>
  )
}

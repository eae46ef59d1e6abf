import { Alert } from "@mantine/core"
import { useSay, type Words } from "../words/Language.tsx"

export const Problem = ({ problem }: { readonly problem: Words | undefined }) => {
  const say = useSay()
  return problem === undefined ? null : (
    <Alert color="red" variant="outline" role="alert">
      {say(problem)}
    </Alert>
  )
}

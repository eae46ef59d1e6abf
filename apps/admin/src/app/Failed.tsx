import { Alert, Button, Container, Text, Title } from "@mantine/core"
import { Refused, Unreachable } from "../api/Api.ts"
import { common } from "../words/common.ts"
import { useSay } from "../words/Language.tsx"

/** A screen that failed says so and offers a way on; what was typed in a form is kept on this device. */
export const Failed = ({ error, reset }: { readonly error: unknown; readonly reset: () => void }) => {
  const say = useSay()
  const said =
    error instanceof Refused
      ? say(error.problem)
      : error instanceof Unreachable
        ? say(common.unreachable)
        : String(error)
  return (
    <Container size={640} py="xl" component="main" id="main">
      <Alert color="red" variant="outline" role="alert">
        <Title order={1} size="h3">
          {say(common.broken)}
        </Title>
        <Text my="sm">{said}</Text>
        <Button
          variant="outline"
          onClick={() => {
            reset()
            location.reload()
          }}
        >
          {say(common.retry)}
        </Button>
      </Alert>
    </Container>
  )
}

import { Button, Card, Stack, Text, Title } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { common } from "../words/common.ts"
import { useSay } from "../words/Language.tsx"
import { type DemoLogin, demoQuery } from "./Demo.ts"
import { identityWords } from "./words.ts"

/** One button for each login of a demonstration; nothing in an installation for real use. */
export const DemoLogins = ({ onChoose }: { readonly onChoose: (login: DemoLogin) => void }) => {
  const say = useSay()
  const { data: logins = [] } = useQuery(demoQuery)
  if (logins.length === 0) return null
  return (
    <Card withBorder padding="lg">
      <Stack gap="xs">
        <Title order={2} size="h4">
          {say(identityWords.demoLogins)} – {say(common.invented)}
        </Title>
        <Text size="sm">{say(identityWords.demoHint)}</Text>
        {logins.map((login) => (
          <Button
            key={login.email}
            variant="default"
            justify="start"
            data-login={login.email}
            onClick={() => onChoose(login)}
          >
            {login.name}
            {login.role === undefined ? "" : ` – ${say(login.role)}`}
          </Button>
        ))}
      </Stack>
    </Card>
  )
}

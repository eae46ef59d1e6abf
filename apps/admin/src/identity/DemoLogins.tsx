import { Button, Card, Stack, Text, Title } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { common } from "../words/common.ts"
import { useSay } from "../words/Language.tsx"
import { type DemoLogin, demoQuery } from "./Demo.ts"
import { identityWords } from "./words.ts"

interface LoginButtonsProps {
  readonly logins: ReadonlyArray<DemoLogin>
  readonly onChoose: (login: DemoLogin) => void
}

const LoginButtons = ({ logins, onChoose }: LoginButtonsProps) => {
  const say = useSay()
  return logins.map((login) => (
    <Button
      key={login.email}
      variant="default"
      justify="start"
      ta="start"
      data-login={login.email}
      onClick={() => onChoose(login)}
    >
      {say(login.role)} – {say(login.organisation)}
    </Button>
  ))
}

/** A button for each role of a demonstration, the others behind a fold; nothing in an installation for real use. */
export const DemoLogins = ({ onChoose }: { readonly onChoose: (login: DemoLogin, password: string) => void }) => {
  const say = useSay()
  const { data: { logins, password } = { logins: [], password: "" } } = useQuery(demoQuery)
  const choose = (login: DemoLogin) => onChoose(login, password)
  if (logins.length === 0) return null
  const first = logins.filter(({ role }, index) => logins.findIndex((other) => other.role.th === role.th) === index)
  return (
    <Card withBorder padding="lg">
      <Stack gap="xs">
        <Title order={2} size="h4">
          {say(identityWords.demoLogins)} – {say(common.invented)}
        </Title>
        <Text size="sm">{say(identityWords.demoHint)}</Text>
        <LoginButtons logins={first} onChoose={choose} />
        <details>
          <summary>{say(identityWords.demoOthers)}</summary>
          <Stack gap="xs" mt="xs">
            <LoginButtons logins={logins.filter((login) => !first.includes(login))} onChoose={choose} />
          </Stack>
        </details>
      </Stack>
    </Card>
  )
}

import { Stack, Text, Title } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { meQuery } from "../api/Session.ts"
import { usePageTitle } from "../app/usePageTitle.ts"
import { Section } from "../records/Section.tsx"
import { useSay } from "../words/Language.tsx"
import { ChangePassword } from "./ChangePassword.tsx"
import { SecondFactor } from "./SecondFactor.tsx"
import { Sessions } from "./Sessions.tsx"
import { SignInsTable } from "./SignInsTable.tsx"
import { meWords as words } from "./words.ts"

const MePage = () => {
  const say = useSay()
  const { data: me } = useQuery(meQuery)
  usePageTitle(say(words.title))
  return (
    <Stack maw={1000}>
      <Title order={1} size="h2">
        {say(words.title)}
      </Title>
      <Text>
        {me?.account.name} ({me?.account.email})
      </Text>
      <SecondFactor />
      <Sessions />
      <Section title={words.signIns}>
        <Text size="sm">{say(words.signInsHint)}</Text>
        <SignInsTable path="/v1/me/sign-ins" />
      </Section>
      <ChangePassword />
    </Stack>
  )
}

export default MePage

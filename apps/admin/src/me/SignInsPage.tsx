import { Stack, Text, Title } from "@mantine/core"
import { usePageTitle } from "../app/usePageTitle.ts"
import { useSay } from "../words/Language.tsx"
import { SignInsTable } from "./SignInsTable.tsx"
import { meWords as words } from "./words.ts"

const SignInsPage = () => {
  const say = useSay()
  usePageTitle(say(words.ofAgency))
  return (
    <Stack maw={1000}>
      <Title order={1} size="h2">
        {say(words.ofAgency)}
      </Title>
      <Text>{say(words.ofAgencyHint)}</Text>
      <SignInsTable path="/v1/sign-ins" named />
    </Stack>
  )
}

export default SignInsPage

import { Alert, Button, Card, Container, Group, PasswordInput, Skeleton, Stack, Text, Title } from "@mantine/core"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useNavigate, useParams, useSearch } from "@tanstack/react-router"
import { type FormEvent, useState } from "react"
import { getJson, postJson, Refused } from "../api/Api.ts"
import { LanguageSwitch } from "../app/Frame.tsx"
import { Mark } from "../app/Mark.tsx"
import { PageLink } from "../app/PageLink.tsx"
import { usePageTitle } from "../app/usePageTitle.ts"
import { formattedInstant } from "../records/formatting.ts"
import { common } from "../words/common.ts"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { identityWords as words } from "./words.ts"

interface Invited {
  readonly name: string
  readonly email: string
  readonly organisation: Words
  readonly expiresAt: string
}

const Invitation = () => {
  const say = useSay()
  const { language } = useLanguage()
  const client = useQueryClient()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { readonly token?: string }
  const inPath = useParams({ strict: false }) as { readonly token?: string }
  const token = inPath.token ?? search.token ?? ""
  const { data: invited, error } = useQuery({
    queryKey: ["invitation", token],
    queryFn: ({ signal }) => getJson<Invited>(`/api/invitations/${encodeURIComponent(token)}`, signal),
    retry: false
  })
  const [password, setPassword] = useState("")
  const [again, setAgain] = useState("")
  const [wrong, setWrong] = useState<Words>()
  const [busy, setBusy] = useState(false)
  usePageTitle(say(words.invitation))

  const accept = async (event: FormEvent) => {
    event.preventDefault()
    if (password !== again) return setWrong(words.notSame)
    setBusy(true)
    try {
      await postJson("/api/invitations/accept", { token, password })
      if (invited !== undefined) await postJson("/api/auth/sign-in/email", { email: invited.email, password })
      client.clear()
      await navigate({ to: "/" })
    } catch (failure) {
      setWrong(failure instanceof Refused ? failure.problem : common.unreachable)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Container size={460} py="xl" component="main" id="main">
      <Stack>
        <Group justify="space-between">
          <Group gap="sm">
            <Mark />
            <Title order={1}>{say(common.phakhi)}</Title>
          </Group>
          <LanguageSwitch />
        </Group>
        <Title order={2}>{say(words.invitation)}</Title>
        {error !== null && (
          <Alert color="red" variant="outline" role="alert">
            <Text>{say(error instanceof Refused ? error.problem : common.unreachable)}</Text>
            <PageLink to="/sign-in" underline="always">
              {say(words.signIn)}
            </PageLink>
          </Alert>
        )}
        {invited === undefined && error === null && <Skeleton h={200} />}
        {invited !== undefined && (
          <Card withBorder padding="lg">
            <form noValidate onSubmit={(event) => void accept(event)}>
              <Stack>
                <Text>
                  {say(words.invitationFor)} <strong>{invited.name}</strong> ({invited.email}) –{" "}
                  {say(invited.organisation)}
                </Text>
                <Text size="sm" c="dimmed">
                  {say(words.until)} {formattedInstant(invited.expiresAt, language)}
                </Text>
                <PasswordInput
                  visibilityToggleButtonProps={{ "aria-label": say(words.showPassword) }}
                  label={say(words.newPassword)}
                  description={say(words.passwordHint)}
                  autoComplete="new-password"
                  value={password}
                  onChange={(event) => setPassword(event.currentTarget.value)}
                  error={wrong === undefined ? undefined : say(wrong)}
                />
                <PasswordInput
                  visibilityToggleButtonProps={{ "aria-label": say(words.showPassword) }}
                  label={say(words.again)}
                  autoComplete="new-password"
                  value={again}
                  onChange={(event) => setAgain(event.currentTarget.value)}
                />
                <Button type="submit" loading={busy}>
                  {say(words.accept)}
                </Button>
              </Stack>
            </form>
          </Card>
        )}
      </Stack>
    </Container>
  )
}

export default Invitation

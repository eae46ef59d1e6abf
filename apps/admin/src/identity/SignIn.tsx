import { Alert, Button, Card, Container, Group, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core"
import { useQueryClient } from "@tanstack/react-query"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { type FormEvent, useState } from "react"
import { postJson, Refused } from "../api/Api.ts"
import { LanguageSwitch, SkipLink } from "../app/Frame.tsx"
import { Mark } from "../app/Mark.tsx"
import { usePageTitle } from "../app/usePageTitle.ts"
import { common } from "../words/common.ts"
import { useSay, type Words } from "../words/Language.tsx"
import { asksForCode, CodeInput } from "./CodeInput.tsx"
import { DemoLogins } from "./DemoLogins.tsx"
import { identityWords as words } from "./words.ts"

interface Wrong {
  readonly email?: Words
  readonly password?: Words
  readonly both?: Words
}

interface Login {
  readonly email: string
  readonly password: string
  readonly code?: string
}

const SignIn = () => {
  const say = useSay()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { next } = useSearch({ strict: false }) as { readonly next?: string }
  const [email, setEmail] = useState("")
  const [password, setPassword] = useState("")
  const [code, setCode] = useState("")
  // Who was let in by the password, as it was then: the code goes with that.
  const [asked, setAsked] = useState<Login>()
  const [wrong, setWrong] = useState<Wrong>({})
  const [busy, setBusy] = useState(false)
  usePageTitle(say(words.signIn))

  const enter = async (as: Login) => {
    setBusy(true)
    setWrong({})
    try {
      await postJson("/api/auth/sign-in/email", as)
      client.clear()
      await navigate({ href: next?.startsWith("/") === true && !next.startsWith("//") ? next : "/" })
    } catch (error) {
      setAsked(asksForCode(error) ? as : undefined)
      const isFirst = error instanceof Refused && error.problem.tag === "SecondFactorNeeded" && asked === undefined
      setWrong(isFirst ? {} : { both: error instanceof Refused ? error.problem : common.unreachable })
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (asked !== undefined) return void enter({ ...asked, code })
    const found: Wrong = {
      ...(email.trim() === "" ? { email: words.emailMissing } : {}),
      ...(password === "" ? { password: words.passwordMissing } : {})
    }
    setWrong(found)
    if (found.email === undefined && found.password === undefined) void enter({ email: email.trim(), password })
    else document.getElementById(found.email === undefined ? "password" : "email")?.focus()
  }

  return (
    <>
      <SkipLink />
      <Container size={460} py="xl" component="main" id="main">
        <Stack>
          <Group justify="space-between">
            <Group gap="sm">
              <Mark />
              <Title order={1}>{say(common.phakhi)}</Title>
            </Group>
            <LanguageSwitch />
          </Group>
          <Text>{say(common.tagline)}</Text>
          <Card withBorder padding="lg">
            <form noValidate onSubmit={submit}>
              <Stack>
                <Title order={2} size="h3">
                  {say(words.signIn)}
                </Title>
                {wrong.both !== undefined && (
                  <Alert color="red" variant="outline" role="alert">
                    {say(wrong.both)}
                  </Alert>
                )}
                {asked !== undefined && <CodeInput value={code} onChange={setCode} />}
                <TextInput
                  id="email"
                  disabled={asked !== undefined}
                  type="email"
                  label={say(words.email)}
                  autoComplete="username"
                  value={email}
                  onChange={(event) => setEmail(event.currentTarget.value)}
                  error={wrong.email === undefined ? undefined : say(wrong.email)}
                />
                <PasswordInput
                  visibilityToggleButtonProps={{ "aria-label": say(words.showPassword) }}
                  id="password"
                  disabled={asked !== undefined}
                  label={say(words.password)}
                  autoComplete="current-password"
                  value={password}
                  onChange={(event) => setPassword(event.currentTarget.value)}
                  error={wrong.password === undefined ? undefined : say(wrong.password)}
                />
                <Button type="submit" loading={busy}>
                  {say(words.signIn)}
                </Button>
                <Text size="sm">{say(words.forgot)}</Text>
              </Stack>
            </form>
          </Card>
          <DemoLogins onChoose={({ email }, given) => void enter({ email, password: given })} />
        </Stack>
      </Container>
    </>
  )
}

export default SignIn

import { Button, CopyButton, Group, List, PasswordInput, Skeleton, Stack, Text, TextInput } from "@mantine/core"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { getJson, postJson } from "../api/Api.ts"
import { formattedInstant } from "../records/formatting.ts"
import { Section } from "../records/Section.tsx"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import { Problem } from "./Problem.tsx"
import { QrCode } from "./QrCode.tsx"
import { useAttempt } from "./useAttempt.ts"
import { meWords as words } from "./words.ts"

interface State {
  readonly since: string | null
  readonly recoveryCodesLeft: number
}

interface Secret {
  readonly secret: string
  readonly uri: string
}

const queryKey = ["me", "second-factor"]

interface AskedProps {
  readonly act: Words
  readonly code?: Words
  readonly password?: true
  readonly send: (given: { readonly password: string; readonly code: string }) => Promise<void>
}

/** Asks for what shows that it is oneself, and does it. */
const Asked = ({ act, code: codeLabel, password: asksPassword, send }: AskedProps) => {
  const say = useSay()
  const { attempt, busy, problem } = useAttempt()
  const [password, setPassword] = useState("")
  const [code, setCode] = useState("")
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attempt(() => send({ password, code }))
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack maw={360}>
        {asksPassword === true && (
          <PasswordInput
            label={say(words.currentPassword)}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ "aria-label": say(words.show) }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
        {codeLabel !== undefined && (
          <TextInput
            label={say(codeLabel)}
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
        <Problem words={problem} />
        <Group>
          <Button type="submit" variant="default" loading={busy}>
            {say(act)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const Recovery = ({ codes, onKept }: { readonly codes: ReadonlyArray<string>; readonly onKept: () => void }) => {
  const say = useSay()
  return (
    <Stack data-recovery-codes>
      <Text fw={700}>{say(words.recovery)}</Text>
      <Text size="sm">{say(words.recoveryHint)}</Text>
      <List type="ordered">
        {codes.map((code) => (
          <List.Item key={code}>
            <code>{code}</code>
          </List.Item>
        ))}
      </List>
      <Group>
        <CopyButton value={codes.join("\n")}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {say(copied ? words.copied : words.copy)}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onKept}>{say(words.kept)}</Button>
      </Group>
    </Stack>
  )
}

export const SecondFactor = () => {
  const say = useSay()
  const { language } = useLanguage()
  const client = useQueryClient()
  const [made, setMade] = useState<Secret>()
  const [codes, setCodes] = useState<ReadonlyArray<string>>()
  const { data } = useQuery({ queryKey, queryFn: ({ signal }) => getJson<State>("/v1/me/second-factor", signal) })
  const changed = () => client.invalidateQueries({ queryKey })
  const setUp: AskedProps["send"] = async ({ password }) =>
    setMade(await postJson<Secret>("/v1/me/second-factor", { password }))
  const confirm: AskedProps["send"] = async ({ code }) => {
    const { recoveryCodes } = await postJson<{ readonly recoveryCodes: ReadonlyArray<string> }>(
      "/v1/me/second-factor/confirm",
      { code }
    )
    setMade(undefined)
    setCodes(recoveryCodes)
    await changed()
  }
  const remove: AskedProps["send"] = async (given) => {
    await postJson("/v1/me/second-factor/remove", given)
    await changed()
  }
  const shown = () => {
    if (codes !== undefined) return <Recovery codes={codes} onKept={() => setCodes(undefined)} />
    if (made !== undefined)
      return (
        <Stack>
          <Text>{say(words.scan)}</Text>
          <QrCode text={made.uri} />
          <TextInput label={say(words.secret)} readOnly value={made.secret} maw={420} data-secret />
          <Asked key="confirm" act={words.confirm} code={words.code} send={confirm} />
        </Stack>
      )
    if (data === undefined) return <Skeleton h={80} />
    if (data.since === null)
      return (
        <Stack>
          <Text>{say(words.factorOff)}</Text>
          <Asked key="set-up" act={words.setUp} password send={setUp} />
        </Stack>
      )
    return (
      <Stack>
        <Text>
          {say(words.factorOn)} {formattedInstant(data.since, language)}
        </Text>
        <Text>
          {say(words.codesLeft)}: {data.recoveryCodesLeft}
        </Text>
        <Text size="sm">{say(words.removeHint)}</Text>
        <Asked key="remove" act={words.remove} code={words.codeOrRecovery} password send={remove} />
      </Stack>
    )
  }
  return <Section title={words.factor}>{shown()}</Section>
}

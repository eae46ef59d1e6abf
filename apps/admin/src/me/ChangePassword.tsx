import { Button, Group, PasswordInput, Stack, Text } from "@mantine/core"
import { useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { postJson } from "../api/Api.ts"
import { Section } from "../records/Section.tsx"
import { useSay } from "../words/Language.tsx"
import { Problem } from "./Problem.tsx"
import { useAttempt } from "./useAttempt.ts"
import { meWords as words } from "./words.ts"

export const ChangePassword = () => {
  const say = useSay()
  const client = useQueryClient()
  const { attempt, busy, problem } = useAttempt()
  const [currentPassword, setCurrent] = useState("")
  const [newPassword, setNew] = useState("")
  const [isChanged, setChanged] = useState(false)
  const change = (event: FormEvent) => {
    event.preventDefault()
    setChanged(false)
    void attempt(async () => {
      await postJson("/api/auth/change-password", { currentPassword, newPassword })
      setCurrent("")
      setNew("")
      setChanged(true)
      await client.invalidateQueries({ queryKey: ["me"] })
    })
  }
  const toggle = { "aria-label": say(words.show) }
  return (
    <Section title={words.password}>
      <Text size="sm">{say(words.changeHint)}</Text>
      <form noValidate onSubmit={change}>
        <Stack maw={360}>
          <PasswordInput
            label={say(words.currentPassword)}
            autoComplete="current-password"
            visibilityToggleButtonProps={toggle}
            value={currentPassword}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordInput
            label={say(words.newPassword)}
            description={say(words.newHint)}
            autoComplete="new-password"
            visibilityToggleButtonProps={toggle}
            value={newPassword}
            onChange={(event) => setNew(event.currentTarget.value)}
          />
          <Problem words={problem} />
          <Group>
            <Button type="submit" loading={busy}>
              {say(words.changePassword)}
            </Button>
          </Group>
          <Text role="status">{isChanged ? say(words.changed) : ""}</Text>
        </Stack>
      </form>
    </Section>
  )
}

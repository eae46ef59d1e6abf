import { Alert, Button, PasswordInput, Stack, Text } from "@mantine/core"
import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { postJson, Refused } from "../api/Api.ts"
import { meQuery } from "../api/Session.ts"
import { asksForCode, CodeInput } from "../identity/CodeInput.tsx"
import { common } from "../words/common.ts"
import { useSay, type Words } from "../words/Language.tsx"

const words = {
  ended: { th: "การลงชื่อเข้าใช้สิ้นสุดแล้ว สิ่งที่พิมพ์ยังอยู่", en: "You are no longer signed in. What you typed is still here." },
  as: { th: "ลงชื่อเข้าใช้ต่อในชื่อ", en: "Sign in again as" },
  password: { th: "รหัสผ่าน", en: "Password" },
  show: { th: "แสดงรหัสผ่าน", en: "Show the password" },
  goOn: { th: "ลงชื่อเข้าใช้แล้วทำต่อ", en: "Sign in and go on" }
} as const satisfies Record<string, Words>

interface SignInAgainProps {
  readonly email: string
  readonly onDone: () => void
}

/** A session that has ended while one was typing: the same person signs in here, and goes on. */
export const SignInAgain = ({ email, onDone }: SignInAgainProps) => {
  const say = useSay()
  const client = useQueryClient()
  const [password, setPassword] = useState("")
  const [code, setCode] = useState("")
  const [isAsked, setAsked] = useState(false)
  const [wrong, setWrong] = useState<Words>()
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  // It stands above the form, which may be long: whoever pressed its button has to be led there.
  useEffect(() => field.current?.focus(), [])
  const enter = async () => {
    setBusy(true)
    setWrong(undefined)
    try {
      await postJson("/api/auth/sign-in/email", { email, password, ...(isAsked ? { code } : {}) })
      await client.invalidateQueries({ queryKey: meQuery.queryKey })
      onDone()
    } catch (error) {
      setAsked(isAsked || asksForCode(error))
      setWrong(error instanceof Refused ? error.problem : common.unreachable)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Alert color="yellow" variant="outline" role="alert" title={say(words.ended)} data-sign-in-again>
      <Stack gap="xs" align="start">
        <Text size="sm">
          {say(words.as)} {email}
        </Text>
        <PasswordInput
          ref={field}
          w="100%"
          maw={320}
          label={say(words.password)}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ "aria-label": say(words.show) }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return
            event.preventDefault()
            void enter()
          }}
          error={wrong === undefined ? undefined : say(wrong)}
        />
        {isAsked && <CodeInput value={code} onChange={setCode} onEnter={() => void enter()} />}
        <Button size="xs" loading={busy} onClick={() => void enter()}>
          {say(words.goOn)}
        </Button>
      </Stack>
    </Alert>
  )
}

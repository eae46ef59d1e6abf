import { TextInput } from "@mantine/core"
import { useEffect, useRef } from "react"
import { Refused } from "../api/Api.ts"
import { useSay, type Words } from "../words/Language.tsx"

const words = {
  code: { th: "รหัสยืนยันสองขั้น", en: "Code of your second factor" },
  hint: {
    th: "6 หลักจากแอปยืนยันตัวตน หรือรหัสสำรองหนึ่งรหัส",
    en: "Six digits from your authenticator app, or a recovery code"
  }
} as const satisfies Record<string, Words>

/** The password was right, and the account has a second factor. */
export const asksForCode = (error: unknown): boolean =>
  error instanceof Refused && (error.problem.tag === "SecondFactorNeeded" || error.problem.tag === "SecondFactorWrong")

interface CodeInputProps {
  readonly value: string
  readonly onChange: (code: string) => void
  readonly onEnter?: () => void
}

/** It comes when it is needed: whoever signs in is led to it. */
export const CodeInput = ({ onChange, onEnter, value }: CodeInputProps) => {
  const say = useSay()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <TextInput
      ref={field}
      id="code"
      label={say(words.code)}
      description={say(words.hint)}
      autoComplete="one-time-code"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || onEnter === undefined) return
        event.preventDefault()
        onEnter()
      }}
    />
  )
}

import { Alert, Button, CopyButton, Group, Stack, Text, TextInput } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { postJson, Refused } from "../api/Api.ts"
import { meQuery } from "../api/Session.ts"
import { formattedInstant } from "../records/formatting.ts"
import { Section } from "../records/Section.tsx"
import { common } from "../words/common.ts"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"

const words = {
  title: { th: "ลิงก์เข้าใช้ครั้งแรก", en: "Link for the first sign-in" },
  hint: {
    th: "สร้างลิงก์ใช้ได้ครั้งเดียว แล้วส่งให้เจ้าของบัญชีด้วยตนเอง ใช้เมื่อลืมรหัสผ่านได้ด้วย ลิงก์ การเข้าใช้ และกุญแจ API เดิมของบัญชีจะใช้ไม่ได้",
    en: "Make a link that works once and hand it to the person yourself; also for a forgotten password. Earlier links, sessions and API keys of the account end."
  },
  make: { th: "สร้างลิงก์", en: "Make a link" },
  shown: { th: "ลิงก์นี้แสดงครั้งเดียว คัดลอกเก็บไว้", en: "This link is shown once: copy it now" },
  copy: { th: "คัดลอก", en: "Copy" },
  copied: { th: "คัดลอกแล้ว", en: "Copied" },
  until: { th: "ใช้ได้ถึง", en: "Valid until" }
} as const satisfies Record<string, Words>

const administrators: ReadonlyArray<string> = ["agency-administrator", "partner-administrator"]

interface Made {
  /** Where the person goes, on this site. */
  readonly path: string
  readonly expiresAt: string
}

/** A one-time link for the person of an account; only administrators are offered it, and the server decides. */
export const InvitationLink = ({ id }: { readonly id: string }) => {
  const say = useSay()
  const { language } = useLanguage()
  const { data: me } = useQuery(meQuery)
  const [made, setMade] = useState<Made>()
  const [problem, setProblem] = useState<Words>()
  if (me?.actor.roles.some((role) => administrators.includes(role)) !== true) return null
  const make = async () => {
    setProblem(undefined)
    try {
      setMade(await postJson<Made>(`/v1/accounts/${id}/invitation`, {}))
    } catch (error) {
      setProblem(error instanceof Refused ? error.problem : common.unreachable)
    }
  }
  const link = made === undefined ? "" : location.origin + made.path
  return (
    <Section title={words.title}>
      <Stack gap="xs">
        <Text size="sm">{say(words.hint)}</Text>
        {problem !== undefined && (
          <Alert color="red" variant="outline" role="alert">
            {say(problem)}
          </Alert>
        )}
        {made === undefined ? (
          <Group>
            <Button variant="default" onClick={() => void make()}>
              {say(words.make)}
            </Button>
          </Group>
        ) : (
          <Group align="end">
            <TextInput label={say(words.shown)} readOnly value={link} flex={1} data-invitation-link />
            <CopyButton value={link}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {say(copied ? words.copied : words.copy)}
                </Button>
              )}
            </CopyButton>
            <Text size="sm">
              {say(words.until)} {formattedInstant(made.expiresAt, language)}
            </Text>
          </Group>
        )}
      </Stack>
    </Section>
  )
}

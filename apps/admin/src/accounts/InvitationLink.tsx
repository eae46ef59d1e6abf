import { Alert, Button, CopyButton, Group, Stack, Text, TextInput } from "@mantine/core"
import { useState } from "react"
import { postJson, Refused } from "../api/Api.ts"
import { hideSaved } from "../app/saved.ts"
import { type Action, commandNamed } from "../records/Actions.ts"
import { formattedInstant } from "../records/formatting.ts"
import { Section } from "../records/Section.tsx"
import { ShutReason } from "../records/ShutReason.tsx"
import { common } from "../words/common.ts"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"

const words = {
  title: { th: "ลิงก์ให้เจ้าของบัญชีเข้าใช้", en: "Link that lets the account's person in" },
  hint: {
    th: "ลิงก์ใช้ได้ครั้งเดียว สำหรับการเข้าใช้ครั้งแรกและเมื่อลืมรหัสผ่าน ระบบส่งไปที่อีเมลของเจ้าของบัญชี หากระบบไม่มีเซิร์ฟเวอร์อีเมล จะแสดงลิงก์ให้ท่านส่งด้วยตนเอง",
    en: "A link works once: for the first sign-in, and for a forgotten password. It is mailed to the person; without a mail server you are shown it and hand it over yourself."
  },
  never: {
    th: "ยังไม่เคยออกลิงก์ เจ้าของบัญชีจึงยังเข้าใช้ไม่ได้",
    en: "No link has been issued yet, so the person cannot come in yet"
  },
  make: { th: "สร้างลิงก์", en: "Make a link" },
  shown: { th: "ลิงก์นี้แสดงครั้งเดียว คัดลอกเก็บไว้", en: "This link is shown once: copy it now" },
  copy: { th: "คัดลอก", en: "Copy" },
  copied: { th: "คัดลอกแล้ว", en: "Copied" },
  mailed: {
    th: "กำลังส่งลิงก์ไปที่อีเมลของเจ้าของบัญชี ผู้อื่นไม่เห็นลิงก์นี้ หากเจ้าของบัญชีไม่ได้รับ ให้ตรวจว่าอีเมลในหน้านี้ถูกต้อง แล้วออกลิงก์ใหม่",
    en: "The link is on its way to the person's own e-mail; nobody else sees it. If it does not arrive, check the e-mail on this page and issue another link"
  },
  until: { th: "ใช้ได้ถึง", en: "Valid until" }
} as const satisfies Record<string, Words>

/** The operation that a link is made by. */
export const linking = "accounts.issue-link"

interface Made {
  /** Where the person goes, on this site; absent where it was mailed to them. */
  readonly path?: string
  readonly expiresAt: string
}

interface InvitationLinkProps {
  readonly id: string
  readonly action: Action | undefined
  /** Nobody has been let in by a link yet. */
  readonly never: boolean
  readonly onMade: () => Promise<unknown>
}

/** A one-time link for the person of an account, for those whom the record offers it; the server decides. */
export const InvitationLink = ({ action, id, never, onMade }: InvitationLinkProps) => {
  const say = useSay()
  const { language } = useLanguage()
  const [made, setMade] = useState<Made>()
  const [problem, setProblem] = useState<Words>()
  if (made === undefined && (action === undefined || action.refusal?.kind === "forbidden")) return null
  const irreversible = commandNamed(linking)?.irreversible ?? false
  const make = async () => {
    setProblem(undefined)
    try {
      setMade(await postJson<Made>(`/v1/accounts/${id}/invitation`, {}))
      hideSaved()
    } catch (error) {
      return setProblem(error instanceof Refused ? error.problem : common.unreachable)
    }
    await onMade()
  }
  const link = made?.path === undefined ? undefined : location.origin + made.path
  return (
    <Section title={words.title}>
      <Stack gap="xs">
        {made === undefined && never && (
          <Text size="sm" fw={700}>
            {say(words.never)}
          </Text>
        )}
        {made === undefined && <Text size="sm">{say(words.hint)}</Text>}
        {problem !== undefined && (
          <Alert color="red" variant="outline" role="alert">
            {say(problem)}
          </Alert>
        )}
        {made === undefined && action?.allowed === false && <ShutReason refusal={action.refusal} />}
        {made === undefined && action?.allowed === true && (
          <>
            {irreversible !== false && <Text size="sm">{say(irreversible)}</Text>}
            <Group>
              <Button variant="default" data-operation={linking} data-target="" onClick={() => void make()}>
                {say(words.make)}
              </Button>
            </Group>
          </>
        )}
        {made !== undefined && link === undefined && (
          <Text size="sm" data-invitation-mailed>
            {say(words.mailed)} ({say(words.until)} {formattedInstant(made.expiresAt, language)})
          </Text>
        )}
        {made !== undefined && link !== undefined && (
          <Group align="end">
            <TextInput label={say(words.shown)} readOnly value={link} flex="1 1 16rem" data-invitation-link />
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

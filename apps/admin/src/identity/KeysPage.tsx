import { Alert, Button, CopyButton, Group, Skeleton, Stack, Table, Text, TextInput, Title } from "@mantine/core"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { getJson, postJson, Refused, send } from "../api/Api.ts"
import { usePageTitle } from "../app/usePageTitle.ts"
import { formattedInstant } from "../records/formatting.ts"
import { Section } from "../records/Section.tsx"
import { common } from "../words/common.ts"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"

const words = {
  title: { th: "กุญแจ API", en: "API keys" },
  intro: {
    th: "ให้ระบบอื่นทำงานในนามของท่านได้ กุญแจทำได้เท่าที่ขอบเขตระบุ ไม่เกินที่บัญชีของท่านทำได้ และแสดงเพียงครั้งเดียว",
    en: "Lets other systems act as you. A key may do what its scopes name, within what your account may do, and is shown once."
  },
  name: { th: "ชื่อกุญแจ", en: "Name of the key" },
  scopes: { th: "ขอบเขต", en: "Scopes" },
  whichScopes: {
    th: "บทบาท เช่น auditor หรือการดำเนินการ เช่น missions.* คั่นด้วยจุลภาค ทุกอย่างที่บัญชีทำได้คือ all",
    en: "Roles, such as auditor, or operations, such as missions.*, separated by commas; all is whatever the account may do"
  },
  days: { th: "อายุ (วัน) 1–365", en: "Valid for how many days, 1 to 365" },
  make: { th: "สร้างกุญแจ", en: "Make a key" },
  shown: { th: "กุญแจนี้แสดงครั้งเดียว คัดลอกเก็บไว้", en: "This key is shown once: copy it now" },
  copy: { th: "คัดลอก", en: "Copy" },
  copied: { th: "คัดลอกแล้ว", en: "Copied" },
  none: { th: "ยังไม่มีกุญแจ สร้างได้จากแบบด้านบน", en: "No keys yet: make one with the form above" },
  list: { th: "กุญแจที่มี", en: "Existing keys" },
  prefix: { th: "ขึ้นต้นด้วย", en: "Begins with" },
  expires: { th: "หมดอายุ", en: "Expires" },
  used: { th: "ใช้ล่าสุด", en: "Last used" },
  never: { th: "ยังไม่เคยใช้", en: "Never" },
  revoke: { th: "เพิกถอน", en: "Revoke" },
  revoked: { th: "เพิกถอนแล้ว", en: "Revoked" }
} as const satisfies Record<string, Words>

interface Key {
  readonly id: string
  readonly prefix: string
  readonly name: string
  readonly scopes: ReadonlyArray<string>
  readonly expiresAt: string
  readonly lastUsedAt: string | null
  readonly revokedAt: string | null
}

const KeysTable = ({
  keys,
  onRevoke
}: {
  readonly keys: ReadonlyArray<Key>
  readonly onRevoke: (id: string) => void
}) => {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <Table className="rows" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          {[words.name, words.prefix, words.scopes, words.expires, words.used].map((head) => (
            <Table.Th key={head.th}>{say(head)}</Table.Th>
          ))}
          <Table.Th>{say(words.revoke)}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {keys.map(({ expiresAt, id, lastUsedAt, name, prefix, revokedAt, scopes }) => (
          <Table.Tr key={id}>
            <Table.Td data-label={say(words.name)}>{name}</Table.Td>
            <Table.Td data-label={say(words.prefix)}>
              <code>phk_{prefix}</code>
            </Table.Td>
            <Table.Td data-label={say(words.scopes)}>{scopes.join(", ")}</Table.Td>
            <Table.Td data-label={say(words.expires)}>{formattedInstant(expiresAt, language)}</Table.Td>
            <Table.Td data-label={say(words.used)}>
              {lastUsedAt === null ? say(words.never) : formattedInstant(lastUsedAt, language)}
            </Table.Td>
            <Table.Td data-label={say(words.revoke)}>
              {revokedAt === null ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`${say(words.revoke)} ${name}`}
                  onClick={() => onRevoke(id)}
                >
                  {say(words.revoke)}
                </Button>
              ) : (
                say(words.revoked)
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

const KeysPage = () => {
  const say = useSay()
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: ["keys"],
    queryFn: ({ signal }) => getJson<{ readonly data: ReadonlyArray<Key> }>("/v1/keys", signal)
  })
  const [name, setName] = useState("")
  const [scopes, setScopes] = useState("")
  const [days, setDays] = useState("90")
  const [made, setMade] = useState<string>()
  const [problem, setProblem] = useState<Words>()
  usePageTitle(say(words.title))
  const attempt = async (act: () => Promise<void>) => {
    setProblem(undefined)
    try {
      await act()
      await client.invalidateQueries({ queryKey: ["keys"] })
    } catch (error) {
      setProblem(error instanceof Refused ? error.problem : common.unreachable)
    }
  }
  const make = (event: FormEvent) => {
    event.preventDefault()
    void attempt(async () => {
      const { key } = await postJson<{ readonly key: string }>("/v1/keys", {
        name: name.trim(),
        scopes: scopes.split(",").flatMap((scope) => scope.trim() || []),
        expiresInDays: Number(days)
      })
      setMade(key)
      setName("")
      setScopes("")
    })
  }
  const revoke = (id: string) => void attempt(async () => void (await send("DELETE", `/v1/keys/${id}`)))
  return (
    <Stack maw={900}>
      <Title order={1} size="h2">
        {say(words.title)}
      </Title>
      <Text>{say(words.intro)}</Text>
      {problem !== undefined && (
        <Alert color="red" variant="outline" role="alert">
          {say(problem)}
        </Alert>
      )}
      <form noValidate onSubmit={make}>
        <Group align="end">
          <TextInput label={say(words.name)} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput
            label={say(words.scopes)}
            description={say(words.whichScopes)}
            value={scopes}
            onChange={(event) => setScopes(event.currentTarget.value)}
          />
          <TextInput
            label={say(words.days)}
            inputMode="numeric"
            w={240}
            value={days}
            onChange={(event) => setDays(event.currentTarget.value)}
          />
          <Button type="submit">{say(words.make)}</Button>
        </Group>
      </form>
      {made !== undefined && (
        <Group align="end">
          <TextInput label={say(words.shown)} readOnly value={made} flex="1 1 16rem" />
          <CopyButton value={made}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {say(copied ? words.copied : words.copy)}
              </Button>
            )}
          </CopyButton>
        </Group>
      )}
      <Section title={words.list}>
        {data === undefined ? (
          <Skeleton h={80} />
        ) : data.data.length === 0 ? (
          <Text>{say(words.none)}</Text>
        ) : (
          <KeysTable keys={data.data} onRevoke={revoke} />
        )}
      </Section>
    </Stack>
  )
}

export default KeysPage

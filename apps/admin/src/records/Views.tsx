import { Button, CloseButton, Group, Popover, Stack, Text, TextInput } from "@mantine/core"
import { useDisclosure } from "@mantine/hooks"
import type { Reader } from "@phakhi/domain/engine/Reader"
import { type FormEvent, useState } from "react"
import type { Me } from "../api/Session.ts"
import { PageLink } from "../app/PageLink.tsx"
import { common } from "../words/common.ts"
import { useSay, type Words } from "../words/Language.tsx"
import type { ListSearch } from "./ListSearch.ts"
import { dropView, keepView, keptViews, keyOf, type ListView, mayKeepViews, shows, standardViews } from "./views.ts"

const words = {
  views: { th: "มุมมอง", en: "Views" },
  keep: { th: "บันทึกมุมมองนี้", en: "Keep this view" },
  name: { th: "ชื่อมุมมอง", en: "Name of the view" },
  nameMissing: { th: "กรอกชื่อมุมมอง", en: "Fill in a name" },
  here: { th: "เก็บไว้ในเครื่องนี้ เห็นเฉพาะท่าน", en: "Kept on this device, for you alone" },
  drop: { th: "ลบมุมมอง", en: "Remove the view" },
  save: { th: "บันทึก", en: "Keep" }
} as const satisfies Record<string, Words>

interface KeepProps {
  readonly onKeep: (name: string) => void
}

const Keep = ({ onKeep }: KeepProps) => {
  const say = useSay()
  const [opened, { close, toggle }] = useDisclosure()
  const [name, setName] = useState("")
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(name.trim() === "")
    if (name.trim() === "") return
    onKeep(name)
    setName("")
    close()
  }
  return (
    <Popover opened={opened} onChange={toggle} trapFocus shadow="md" position="bottom-start">
      <Popover.Target>
        <Button size="compact-sm" variant="default" onClick={toggle} data-keep-view>
          {say(words.keep)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={say(words.keep)}>
        <form noValidate onSubmit={submit}>
          <Stack gap="xs">
            <TextInput
              label={say(words.name)}
              description={say(words.here)}
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={missing ? say(words.nameMissing) : undefined}
            />
            <Group>
              <Button type="submit" size="xs">
                {say(words.save)}
              </Button>
              <Button size="xs" variant="default" onClick={close}>
                {say(common.cancel)}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

interface ViewsProps {
  readonly reader: Reader
  readonly me: Me
  readonly search: ListSearch
}

/** The list as the reader's organisation has it, as a whole, and as the reader has kept it. */
export const Views = ({ me, reader, search }: ViewsProps) => {
  const say = useSay()
  const { name: record, plural } = reader.type
  const key = keyOf(me.actor.account, record)
  const standard = standardViews(reader, me.actor)
  const keeps = mayKeepViews(record)
  const [own, setOwn] = useState(() => (keeps ? keptViews(key) : []))
  const known = [...standard, ...own].some((view) => shows(search, view))
  const link = (view: ListView) => {
    const here = shows(search, view)
    return (
      <PageLink
        to="/$plural"
        params={{ plural }}
        search={view.search}
        underline="always"
        size="sm"
        fw={here ? 700 : 400}
        {...(here ? { "aria-current": "true" as const } : {})}
      >
        {say(view.name)}
      </PageLink>
    )
  }
  if (standard.length === 1 && own.length === 0 && (known || !keeps)) return null
  return (
    <Group gap="md" component="nav" aria-label={say(words.views)} data-views>
      <Text size="sm" c="dimmed">
        {say(words.views)}:
      </Text>
      {standard.map((view) => (
        <span key={view.name.th}>{link(view)}</span>
      ))}
      {own.map((view) => (
        <Group key={view.name.th} gap={2} wrap="nowrap">
          {link(view)}
          <CloseButton
            size="sm"
            aria-label={`${say(words.drop)} ${view.name.th}`}
            onClick={() => setOwn(dropView(key, view.name.th))}
          />
        </Group>
      ))}
      {keeps && !known && <Keep onKeep={(name) => setOwn(keepView(key, name, search))} />}
    </Group>
  )
}

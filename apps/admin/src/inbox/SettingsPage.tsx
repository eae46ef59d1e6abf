import { Alert, Button, Checkbox, Group, Radio, Skeleton, Stack, Title } from "@mantine/core"
import {
  kindNames,
  type MailChoice,
  mailNames,
  NotificationKind,
  type NotificationSettings
} from "@phakhi/domain/engine/Notification"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { orThrow, Refused } from "../api/Api.ts"
import { notifications, type ShownSettings, settingsQuery } from "../api/Notifications.ts"
import { PageLink } from "../app/PageLink.tsx"
import { saySaved } from "../app/saved.ts"
import { usePageTitle } from "../app/usePageTitle.ts"
import { common } from "../words/common.ts"
import { useSay, type Words } from "../words/Language.tsx"
import { inboxWords, settingsWords as words } from "./words.ts"

const mails: ReadonlyArray<MailChoice> = ["off", "each", "daily"]

const kinds = NotificationKind.literals

/** A word that stands within a sentence elsewhere begins its line here. */
const beginning = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

const Choices = ({ settings }: { readonly settings: ShownSettings }) => {
  const say = useSay()
  const client = useQueryClient()
  const [mail, setMail] = useState<MailChoice>(settings.mail)
  const [told, setTold] = useState<ReadonlyArray<string>>(kinds.filter((kind) => !settings.muted.includes(kind)))
  const [problem, setProblem] = useState<Words>()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(undefined)
    const muted = kinds.filter((kind) => kind !== "account" && !told.includes(kind))
    const chosen: NotificationSettings = { mail, muted }
    try {
      client.setQueryData(settingsQuery.queryKey, await orThrow(notifications.choose(chosen)))
      saySaved(say, inboxWords.settings)
    } catch (error) {
      setProblem(error instanceof Refused ? error.problem : common.unreachable)
    }
  }
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <Stack gap="lg">
        {problem !== undefined && (
          <Alert color="red" variant="outline" role="alert">
            {say(problem)}
          </Alert>
        )}
        {!settings.mailConfigured && (
          <Alert color="blue" variant="outline" data-no-mail-server>
            {say(words.noServer)}
          </Alert>
        )}
        <Radio.Group
          label={say(words.mail)}
          value={mail}
          onChange={(value) => setMail(mails.find((one) => one === value) ?? mail)}
        >
          <Stack gap="xs" mt="xs">
            {mails.map((one) => (
              <Radio
                key={one}
                value={one}
                label={beginning(say(mailNames[one]))}
                {...(one === "daily" ? { description: say(words.daily) } : {})}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Checkbox.Group label={say(words.told)} value={[...told]} onChange={setTold}>
          <Stack gap="xs" mt="xs">
            {kinds.map((kind) => (
              <Checkbox
                key={kind}
                value={kind}
                label={say(kindNames[kind])}
                {...(kind === "account" ? { disabled: true, description: say(words.always) } : {})}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group>
          <Button type="submit" data-save>
            {say(words.save)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const SettingsPage = () => {
  const say = useSay()
  const { data: settings, isError, refetch } = useQuery(settingsQuery)
  usePageTitle(say(inboxWords.settings))
  return (
    <Stack gap="md" maw={700}>
      <PageLink to="/notifications" underline="always" size="sm">
        {say(inboxWords.back)}
      </PageLink>
      <Title order={1} size="h2">
        {say(inboxWords.settings)}
      </Title>
      {isError && (
        <Alert color="red" variant="outline" role="alert">
          {say(common.unreachable)}{" "}
          <Button size="compact-sm" variant="outline" onClick={() => void refetch()}>
            {say(common.retry)}
          </Button>
        </Alert>
      )}
      {settings === undefined ? !isError && <Skeleton h={240} /> : <Choices settings={settings} />}
    </Stack>
  )
}

export default SettingsPage

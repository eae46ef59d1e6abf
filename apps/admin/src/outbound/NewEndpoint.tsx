import { Button, CopyButton, Group, MultiSelect, Stack, TextInput } from "@mantine/core"
import { catalogue } from "@phakhi/domain/catalogue"
import { eventsOf, topicOf } from "@phakhi/domain/rendering/Topics"
import { type FormEvent, useState } from "react"
import { useSay } from "../words/Language.tsx"
import { outboundWords as words } from "./words.ts"

export interface Asked {
  readonly name: string
  readonly url: string
  readonly topics: ReadonlyArray<string>
}

/** Everything, then all of a kind of record and each of its events. */
const useChoices = () => {
  const say = useSay()
  return [
    { group: "*", items: [{ value: "*", label: say(words.all) }] },
    ...catalogue.readers.map(({ type: { label, name } }) => ({
      group: say({ th: label.th, en: label.en ?? label.th }),
      items: [
        { value: `${name}.*`, label: `${say(words.allOf)} ${say({ th: label.th, en: label.en ?? label.th })}` },
        ...eventsOf(catalogue, name).map((event) => topicOf(name, event))
      ]
    }))
  ]
}

export const NewEndpoint = ({ onAdd }: { readonly onAdd: (asked: Asked) => Promise<boolean> }) => {
  const say = useSay()
  const choices = useChoices()
  const [name, setName] = useState("")
  const [url, setUrl] = useState("")
  const [topics, setTopics] = useState<Array<string>>(["*"])
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await onAdd({ name: name.trim(), url: url.trim(), topics }))) return
    setName("")
    setUrl("")
  }
  return (
    <form noValidate onSubmit={(event) => void add(event)}>
      <Stack gap="sm" align="start">
        <TextInput
          w="100%"
          maw={480}
          label={say(words.name)}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          w="100%"
          maw={480}
          label={say(words.url)}
          type="url"
          placeholder="https://"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <MultiSelect
          w="100%"
          maw={480}
          label={say(words.topics)}
          data={choices}
          value={topics}
          onChange={setTopics}
          searchable
          hidePickedOptions
          comboboxProps={{ withinPortal: true }}
        />
        <Button type="submit">{say(words.add)}</Button>
      </Stack>
    </form>
  )
}

export const Secret = ({ secret }: { readonly secret: string }) => {
  const say = useSay()
  return (
    <Group align="end" role="status">
      <TextInput label={say(words.shown)} readOnly value={secret} flex="1 1 16rem" data-secret />
      <CopyButton value={secret}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {say(copied ? words.copied : words.copy)}
          </Button>
        )}
      </CopyButton>
    </Group>
  )
}

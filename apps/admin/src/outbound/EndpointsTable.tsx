import { Button, Group, Stack, Table, Text } from "@mantine/core"
import { useState } from "react"
import { Tag } from "../design/Tag.tsx"
import { common } from "../words/common.ts"
import { useSay } from "../words/Language.tsx"
import { outboundWords as words } from "./words.ts"

export interface Endpoint {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly topics: ReadonlyArray<string>
  readonly disabledBecause: "asked" | "failures" | "gone" | null
}

export type EndpointAct = "rotate" | "enable" | "disable" | "remove" | "log"

interface EndpointsTableProps {
  readonly endpoints: ReadonlyArray<Endpoint>
  readonly onAct: (act: EndpointAct, endpoint: Endpoint) => void
}

const Status = ({ because }: { readonly because: Endpoint["disabledBecause"] }) => {
  const say = useSay()
  const kind = because === null ? "done" : because === "asked" ? "pause" : "late"
  return <Tag kind={kind}>{say(because === null ? words.on : words[because])}</Tag>
}

const Acts = ({ endpoint, onAct }: { readonly endpoint: Endpoint; readonly onAct: EndpointsTableProps["onAct"] }) => {
  const say = useSay()
  const [sure, setSure] = useState(false)
  const button = (act: EndpointAct) => (
    <Button
      key={act}
      size="compact-sm"
      variant="default"
      aria-label={`${say(words[act])} ${endpoint.name}`}
      onClick={() => (act === "remove" ? setSure(true) : onAct(act, endpoint))}
    >
      {say(words[act])}
    </Button>
  )
  return sure ? (
    <Group gap={4}>
      <Button size="compact-sm" color="red" variant="outline" onClick={() => onAct("remove", endpoint)}>
        {say(words.sure)}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setSure(false)}>
        {say(common.cancel)}
      </Button>
    </Group>
  ) : (
    <Group gap={4}>
      {(["log", "rotate", endpoint.disabledBecause === null ? "disable" : "enable", "remove"] as const).map(button)}
    </Group>
  )
}

export const EndpointsTable = ({ endpoints, onAct }: EndpointsTableProps) => {
  const say = useSay()
  return (
    <Table className="rows" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          {[words.name, words.topics, common.status, words.acts].map((head) => (
            <Table.Th key={head.th}>{say(head)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {endpoints.map((endpoint) => (
          <Table.Tr key={endpoint.id}>
            <Table.Td data-label={say(words.name)}>
              <Stack gap={0}>
                <Text fw={600}>{endpoint.name}</Text>
                <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                  {endpoint.url}
                </Text>
              </Stack>
            </Table.Td>
            <Table.Td data-label={say(words.topics)}>
              <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                {endpoint.topics.includes("*") ? say(words.all) : endpoint.topics.join(", ")}
              </Text>
            </Table.Td>
            <Table.Td data-label={say(common.status)}>
              <Status because={endpoint.disabledBecause} />
            </Table.Td>
            <Table.Td data-label={say(words.acts)}>
              <Acts endpoint={endpoint} onAct={onAct} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

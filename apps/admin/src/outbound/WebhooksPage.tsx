import { Skeleton, Stack, Text, Title } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { getJson, postJson, send } from "../api/Api.ts"
import { usePageTitle } from "../app/usePageTitle.ts"
import { Section } from "../records/Section.tsx"
import { useSay } from "../words/Language.tsx"
import { Deliveries } from "./Deliveries.tsx"
import { type Endpoint, type EndpointAct, EndpointsTable } from "./EndpointsTable.tsx"
import { type Asked, NewEndpoint, Secret } from "./NewEndpoint.tsx"
import { Problem } from "./Problem.tsx"
import { useActing } from "./useActing.ts"
import { outboundWords as words } from "./words.ts"

interface Made {
  readonly secret: string
}

/** The endpoints of the agency; the server decides who may. */
const WebhooksPage = () => {
  const say = useSay()
  const { attempt, problem } = useActing("webhooks")
  const [secret, setSecret] = useState<string>()
  const [shown, setShown] = useState<Endpoint>()
  const { data, error } = useQuery({
    queryKey: ["webhooks"],
    queryFn: ({ signal }) => getJson<{ readonly data: ReadonlyArray<Endpoint> }>("/v1/webhooks", signal)
  })
  usePageTitle(say(words.webhooks))
  if (error !== null) throw error
  const add = (asked: Asked) => attempt(async () => setSecret((await postJson<Made>("/v1/webhooks", asked)).secret))
  const act = (name: EndpointAct, endpoint: Endpoint) => {
    const path = `/v1/webhooks/${endpoint.id}`
    if (name === "log") return setShown(endpoint)
    void attempt(async () => {
      if (name === "remove") await send("DELETE", path)
      else if (name === "rotate") setSecret((await postJson<Made>(`${path}/rotate`, {})).secret)
      else await postJson(`${path}/${name}`, {})
    })
  }
  return (
    <Stack maw={1000}>
      <Title order={1} size="h2">
        {say(words.webhooks)}
      </Title>
      <Text>{say(words.intro)}</Text>
      <Problem problem={problem} />
      <NewEndpoint onAdd={add} />
      {secret !== undefined && <Secret secret={secret} />}
      <Section title={words.list}>
        {data === undefined ? (
          <Skeleton h={80} />
        ) : data.data.length === 0 ? (
          <Text>{say(words.none)}</Text>
        ) : (
          <EndpointsTable endpoints={data.data} onAct={act} />
        )}
      </Section>
      <Deliveries endpoint={shown} onClose={() => setShown(undefined)} />
    </Stack>
  )
}

export default WebhooksPage

import { Group, Select, Text } from "@mantine/core"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { postJson } from "../api/Api.ts"
import type { Me } from "../api/Session.ts"
import { common } from "../words/common.ts"
import { useSay } from "../words/Language.tsx"
import { demoPassword, demoQuery } from "./Demo.ts"

/** Says on every page that the data is invented, and lets one try another role. */
export const DemoBar = ({ me }: { readonly me: Me }) => {
  const say = useSay()
  const client = useQueryClient()
  const { data: logins = [] } = useQuery(demoQuery)
  const become = async (email: string | null) => {
    if (email === null) return
    await postJson("/api/auth/sign-in/email", { email, password: demoPassword })
    await client.resetQueries()
  }
  return (
    <Group className="demo" px="sm" py={6} mb="md" justify="space-between" role="note">
      <Text size="sm" fw={700}>
        {say(common.inventedLong)}
      </Text>
      {logins.length > 0 && (
        <Select
          size="xs"
          w={280}
          aria-label={say(common.switchRole)}
          allowDeselect={false}
          data={logins.map(({ email, organisation, role }) => ({
            value: email,
            label: `${say(role)} – ${say(organisation)}`
          }))}
          value={me.account.email}
          onChange={(email) => void become(email)}
        />
      )}
    </Group>
  )
}

import { Button, Group, Text } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { lazy, Suspense, useState } from "react"
import type { Me } from "../api/Session.ts"
import { Glyph } from "../app/Glyph.tsx"
import { common } from "../words/common.ts"
import { useSay } from "../words/Language.tsx"
import { demoQuery } from "./Demo.ts"

const RoleMenu = lazy(() => import("./RoleMenu.tsx"))

/** Says on every page that the data is invented, and lets one try another role; the menu is loaded when it is wanted. */
export const DemoBar = ({ me }: { readonly me: Me }) => {
  const say = useSay()
  const { data: demo } = useQuery(demoQuery)
  const [wanted, setWanted] = useState(false)
  const button = (
    <Button
      size="xs"
      variant="default"
      rightSection={<Glyph name="choose" />}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setWanted(true)}
      data-roles
    >
      {say(common.switchRole)}
    </Button>
  )
  return (
    <Group className="demo" px="sm" py={6} mb="md" gap="xs" justify="space-between" role="note">
      <Text size="sm" fw={700}>
        {say(common.inventedLong)}
      </Text>
      {demo !== undefined &&
        demo.logins.length > 0 &&
        (wanted ? (
          <Suspense fallback={button}>
            <RoleMenu me={me} {...demo} />
          </Suspense>
        ) : (
          button
        ))}
    </Group>
  )
}

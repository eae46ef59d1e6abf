import { Button } from "@mantine/core"
import IconChevronDown from "@tabler/icons-react/icons/IconChevronDown"
import IconInfoCircle from "@tabler/icons-react/icons/IconInfoCircle"
import { useQuery } from "@tanstack/react-query"
import { lazy, Suspense, useState } from "react"
import type { Me } from "../api/Session.ts"
import { Icon } from "../design/Icon.tsx"
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
      size="compact-sm"
      variant="subtle"
      color="yellow"
      rightSection={<Icon of={IconChevronDown} />}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setWanted(true)}
      data-roles
    >
      {say(common.switchRole)}
    </Button>
  )
  return (
    <div className="demo" role="note">
      <span>
        <Icon of={IconInfoCircle} /> {say(common.inventedLong)}
      </span>
      {demo !== undefined &&
        demo.logins.length > 0 &&
        (wanted ? (
          <Suspense fallback={button}>
            <RoleMenu me={me} {...demo} />
          </Suspense>
        ) : (
          button
        ))}
    </div>
  )
}

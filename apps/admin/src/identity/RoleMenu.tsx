import { Button, Menu } from "@mantine/core"
import IconChevronDown from "@tabler/icons-react/icons/IconChevronDown"
import { useQueryClient } from "@tanstack/react-query"
import { postJson } from "../api/Api.ts"
import type { Me } from "../api/Session.ts"
import { Icon } from "../design/Icon.tsx"
import { common } from "../words/common.ts"
import { useSay } from "../words/Language.tsx"
import type { DemoLogins } from "./Demo.ts"

interface RoleMenuProps extends DemoLogins {
  readonly me: Me
}

/** A menu, not a field: a field would cut off the long names of organisations. It is open when it comes. */
const RoleMenu = ({ logins, me, password }: RoleMenuProps) => {
  const say = useSay()
  const client = useQueryClient()
  const become = async (email: string) => {
    await postJson("/api/auth/sign-in/email", { email, password })
    await client.resetQueries()
  }
  return (
    <Menu defaultOpened withInitialFocusPlaceholder={false} shadow="md" position="bottom-end" width="min(420px, 92vw)">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="yellow"
          rightSection={<Icon of={IconChevronDown} />}
          data-roles
        >
          {say(common.switchRole)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="60vh" style={{ overflowY: "auto" }}>
        {logins.map(({ email, organisation, role }) => {
          const own = email === me.account.email
          return (
            <Menu.Item
              key={email}
              fw={own ? 700 : 400}
              {...(own ? { "aria-current": "true" as const } : {})}
              onClick={() => void become(email)}
            >
              {say(role)} – {say(organisation)}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

export default RoleMenu

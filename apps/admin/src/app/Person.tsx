import { useMantineColorScheme } from "@mantine/core"
import { roleNames } from "@phakhi/domain/parties/Roles"
import IconLogout from "@tabler/icons-react/icons/IconLogout"
import IconUser from "@tabler/icons-react/icons/IconUser"
import { useId } from "react"
import type { Me } from "../api/Session.ts"
import { Icon } from "../design/Icon.tsx"
import { Segments } from "../design/Segments.tsx"
import { common } from "../words/common.ts"
import { useSay, type Words } from "../words/Language.tsx"
import { initialsOf } from "./initials.ts"
import { PageNav } from "./PageLink.tsx"

const words = {
  account: { th: "บัญชีของฉัน", en: "My account" },
  scheme: { th: "สีของหน้าจอ", en: "Colours" },
  light: { th: "สว่าง", en: "Light" },
  dark: { th: "มืด", en: "Dark" },
  auto: { th: "ตามเครื่อง", en: "Device" }
} as const satisfies Record<string, Words>

const schemes = ["light", "dark", "auto"] as const

const Scheme = () => {
  const say = useSay()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Segments
      label={say(words.scheme)}
      value={colorScheme}
      onChoose={setColorScheme}
      choices={schemes.map((scheme) => [scheme, say(words[scheme])])}
    />
  )
}

interface PersonProps {
  readonly me: Me
  readonly onSignOut: () => void
}

/** Who is signed in, and as what; behind it the own account, the colours, and the way out. */
export const Person = ({ me: { account, actor, organisation }, onSignOut }: PersonProps) => {
  const say = useSay()
  const id = useId()
  const roles = actor.roles.map((role) => (role === "public" ? role : say(roleNames[role]))).join(", ")
  const place =
    organisation === null ? "" : typeof organisation.name === "string" ? organisation.name : say(organisation.name)
  return (
    <>
      <button type="button" className="person" popoverTarget={id} data-person>
        <span className="initials" aria-hidden>
          {initialsOf(account.name)}
        </span>
        <span className="person-words">
          <span>{account.name}</span>
          <span className="dimmed">{[roles, place].filter((part) => part !== "").join(" · ")}</span>
        </span>
      </button>
      <div id={id} popover="auto" className="person-menu">
        <strong>{account.name}</strong>
        <div className="dimmed">{[roles, place].filter((part) => part !== "").join(" · ")}</div>
        <Scheme />
        <PageNav to="/me" label={say(words.account)} leftSection={<Icon of={IconUser} />} />
        <button type="button" className="person-out" onClick={onSignOut}>
          <Icon of={IconLogout} /> {say(common.signOut)}
        </button>
      </div>
    </>
  )
}

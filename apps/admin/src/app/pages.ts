import { catalogue } from "@phakhi/domain/catalogue"
import type { Reader } from "@phakhi/domain/engine/Reader"
import { rolesIn } from "@phakhi/domain/kernel/Actor"
import IconBell from "@tabler/icons-react/icons/IconBell"
import IconBook from "@tabler/icons-react/icons/IconBook"
import IconBuilding from "@tabler/icons-react/icons/IconBuilding"
import IconCoins from "@tabler/icons-react/icons/IconCoins"
import IconFile from "@tabler/icons-react/icons/IconFile"
import IconHeartHandshake from "@tabler/icons-react/icons/IconHeartHandshake"
import IconHome from "@tabler/icons-react/icons/IconHome"
import IconKey from "@tabler/icons-react/icons/IconKey"
import IconLogin from "@tabler/icons-react/icons/IconLogin"
import IconMailX from "@tabler/icons-react/icons/IconMailX"
import IconRoute from "@tabler/icons-react/icons/IconRoute"
import IconTarget from "@tabler/icons-react/icons/IconTarget"
import IconUser from "@tabler/icons-react/icons/IconUser"
import IconUsers from "@tabler/icons-react/icons/IconUsers"
import IconWebhook from "@tabler/icons-react/icons/IconWebhook"
import type { Me } from "../api/Session.ts"
import type { Drawn } from "../design/Icon.tsx"
import { inboxWords } from "../inbox/words.ts"
import { meWords } from "../me/words.ts"
import { outboundWords } from "../outbound/words.ts"
import { manyOf } from "../records/Labels.ts"
import type { Words } from "../words/Language.tsx"

export interface Page {
  readonly to: string
  readonly label: Words
  readonly icon: Drawn
}

export interface PageGroup {
  readonly title?: Words
  readonly pages: ReadonlyArray<Page>
}

const home: Page = { to: "/", label: { th: "งานของฉัน", en: "My work" }, icon: IconHome }
const rules: Page = { to: "/rules", label: { th: "กฎและที่มา", en: "Rules and sources" }, icon: IconBook }
const keys: Page = { to: "/keys", label: { th: "กุญแจ API", en: "API keys" }, icon: IconKey }
const signIns: Page = { to: "/sign-ins", label: meWords.ofAgency, icon: IconLogin }
const webhooks: Page = { to: "/webhooks", label: outboundWords.webhooks, icon: IconWebhook }
const notSent: Page = { to: "/failed-messages", label: outboundWords.failedTitle, icon: IconMailX }

/** The types of records that are worked on every day, in the order of the menu; what stands behind them comes after. */
const work: ReadonlyArray<string> = ["missions", "partnerships", "sources", "organisations"]
const models: ReadonlyArray<string> = ["processes"]

const icons: { readonly [plural: string]: Drawn } = {
  missions: IconTarget,
  partnerships: IconHeartHandshake,
  sources: IconCoins,
  organisations: IconBuilding,
  processes: IconRoute,
  accounts: IconUsers
}

const order = [...work, ...models]
const place = (plural: string): number => (order.includes(plural) ? order.indexOf(plural) : order.length)

/** The types of records that one may list, in the order of the menu. */
export const readersFor = ({ actor }: Pick<Me, "actor">): ReadonlyArray<Reader> =>
  catalogue.readers
    .filter(({ allow }) => rolesIn(allow).some((role) => role === "public" || actor.roles.includes(role)))
    .toSorted((a, b) => place(a.type.plural) - place(b.type.plural))

const listOf = ({ type }: Reader): Page => ({
  to: `/${type.plural}`,
  label: manyOf(type),
  icon: icons[type.plural] ?? IconFile
})

/** Who came in, what leaves an agency, and what could not be sent to the own people. */
const forAdministrators = ({ roles }: Me["actor"]): ReadonlyArray<Page> =>
  roles.includes("agency-administrator")
    ? [signIns, webhooks, notSent]
    : roles.includes("partner-administrator")
      ? [signIns, notSent]
      : []

/** What one works on, what it follows, and what is set up once. */
export const pageGroups = (me: Pick<Me, "actor">): ReadonlyArray<PageGroup> => {
  const readers = readersFor(me)
  const among = (kinds: ReadonlyArray<string>) => readers.filter(({ type }) => kinds.includes(type.plural)).map(listOf)
  const rest = readers.filter(({ type }) => !order.includes(type.plural)).map(listOf)
  return [
    { pages: [home, ...among(work)] },
    { title: { th: "แบบแผน", en: "How it is done" }, pages: [...among(models), rules] },
    { title: { th: "ตั้งค่า", en: "Settings" }, pages: [...rest, keys, ...forAdministrators(me.actor)] }
  ]
}

/** All of them, with those that have a place of their own in the frame. */
export const pages = (me: Pick<Me, "actor">): ReadonlyArray<Page> => [
  ...pageGroups(me).flatMap((group) => group.pages),
  { to: "/notifications", label: inboxWords.title, icon: IconBell },
  { to: "/me", label: meWords.title, icon: IconUser }
]

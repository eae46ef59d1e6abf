import { catalogue } from "@phakhi/domain/catalogue"
import type { Reader } from "@phakhi/domain/engine/Reader"
import { rolesIn } from "@phakhi/domain/kernel/Actor"
import type { Me } from "../api/Session.ts"
import { inboxWords } from "../inbox/words.ts"
import { meWords } from "../me/words.ts"
import { outboundWords } from "../outbound/words.ts"
import { manyOf } from "../records/Labels.ts"
import type { Words } from "../words/Language.tsx"

export interface Page {
  readonly to: string
  readonly label: Words
}

const order = ["missions", "partnerships", "organisations", "sources", "processes", "accounts"]
const place = (plural: string): number => (order.indexOf(plural) === -1 ? order.length : order.indexOf(plural))

/** The types of records that one may list, in the order of the menu. */
export const readersFor = ({ actor }: Pick<Me, "actor">): ReadonlyArray<Reader> =>
  catalogue.readers
    .filter(({ allow }) => rolesIn(allow).some((role) => role === "public" || actor.roles.includes(role)))
    .toSorted((a, b) => place(a.type.plural) - place(b.type.plural))

const webhooks: Page = { to: "/webhooks", label: outboundWords.webhooks }
const notSent: Page = { to: "/failed-messages", label: outboundWords.failedTitle }

const signIns: Page = { to: "/sign-ins", label: meWords.ofAgency }

/** Who came in, what leaves an agency, and what could not be sent to the own people. */
const forAdministrators = ({ roles }: Me["actor"]): ReadonlyArray<Page> =>
  roles.includes("agency-administrator")
    ? [signIns, webhooks, notSent]
    : roles.includes("partner-administrator")
      ? [signIns, notSent]
      : []

/** The lists of records that one may read, then what is always there. */
export const pages = (me: Pick<Me, "actor">): ReadonlyArray<Page> => [
  { to: "/", label: { th: "ทำต่อ", en: "Continue" } },
  { to: "/notifications", label: inboxWords.title },
  ...readersFor(me).map(({ type }) => ({ to: `/${type.plural}`, label: manyOf(type) })),
  { to: "/rules", label: { th: "กฎและที่มา", en: "Rules and sources" } },
  { to: "/me", label: meWords.title },
  { to: "/keys", label: { th: "กุญแจ API", en: "API keys" } },
  ...forAdministrators(me.actor)
]

import { catalogue } from "@phakhi/domain/operations/Catalogue"
import type { Me } from "../api/Session.ts"
import { manyOf } from "../records/Labels.ts"
import type { Words } from "../words/Language.tsx"

export interface Page {
  readonly to: string
  readonly label: Words
}

const order = ["missions", "partnerships", "organisations", "sources", "processes", "accounts"]
const place = (plural: string): number => (order.indexOf(plural) === -1 ? order.length : order.indexOf(plural))

/** The lists of records that one may read, then what is always there. */
export const pages = ({ actor }: Me): ReadonlyArray<Page> => [
  { to: "/", label: { th: "ทำต่อ", en: "Continue" } },
  ...[...catalogue.readers]
    .filter(({ allow }) => allow.some(({ role }) => role === "public" || actor.roles.includes(role)))
    .sort((a, b) => place(a.type.plural) - place(b.type.plural))
    .map(({ type }) => ({ to: `/${type.plural}`, label: manyOf(type) })),
  { to: "/rules", label: { th: "กฎและที่มา", en: "Rules and sources" } },
  { to: "/keys", label: { th: "กุญแจ API", en: "API keys" } }
]

import type { Person as PersonActing, Role } from "@phakhi/domain/kernel/Actor"
import type { Person } from "../Channel.ts"
import type { Admission } from "./Admission.ts"
import type { Act } from "./Hand.ts"

const agencyRoles = {
  officer: ["programme-officer"],
  executive: ["executive"],
  finance: ["finance"],
  evaluator: ["evaluator"],
  auditor: ["auditor"]
} as const satisfies Record<string, ReadonlyArray<Role>>

const recipientRoles = {
  editor: ["partner-editor"],
  signatory: ["partner-signatory"]
} as const satisfies Record<string, ReadonlyArray<Role>>

/** Everyone whom a journey needs, by the part they play. */
export type Cast = Readonly<
  Record<"administrator" | keyof typeof agencyRoles | "keeper" | keyof typeof recipientRoles | "outsider", Person>
> & {
  readonly agency: string
  readonly recipient: string
  readonly watcher: string
}

/** A text in both languages; which English does not matter, only that it is there. */
export const text = (th: string, en = "Example") => ({ th, en })
export const baht = (amount: string) => ({ amount, currency: "THB" })

let people = 0

/** Invites a person into an organisation and lets them in. */
export const invited = async (
  act: Act,
  admission: Admission,
  administrator: Person,
  organisation: string,
  roles: ReadonlyArray<Role>
): Promise<Person> => {
  const email = `person.${++people}.${Date.now()}@example.go.th`
  const { id } = await act(administrator, "accounts.invite", { organisation, name: `ผู้ใช้ ${people}`, email, roles })
  const admitted = await admission.admit(administrator, id, email)
  return { actor: { kind: "person", account: id, organisation, roles } as unknown as PersonActing, ...admitted }
}

const all = async <Name extends string>(
  roles: Readonly<Record<Name, ReadonlyArray<Role>>>,
  make: (roles: ReadonlyArray<Role>) => Promise<Person>
): Promise<Readonly<Record<Name, Person>>> => {
  const made: Array<readonly [string, Person]> = []
  for (const [name, of] of Object.entries<ReadonlyArray<Role>>(roles)) made.push([name, await make(of)])
  return Object.fromEntries(made) as Record<Name, Person>
}

/** What shows that somebody may administer an organisation. */
export const grounds = { position: "ผู้ประสานงาน", order: "1/2569" }

/** An organisation gets an administrator of its own: one of the agency invites, another one verifies. */
export const claimed = async (
  act: Act,
  admission: Admission,
  { administrator, officer }: Pick<Cast, "administrator" | "officer">,
  organisation: string
): Promise<Person> => {
  const keeper = await invited(act, admission, administrator, organisation, ["partner-administrator"])
  await act(keeper, "organisations.claim", grounds, organisation)
  await act(officer, "organisations.verify-claim", {}, organisation)
  return keeper
}

/** From a fresh store to everyone in place: the first administrator, two partners, colleagues with keys. */
export const gather = async (act: Act, admission: Admission): Promise<Cast> => {
  const administrator = await admission.found()
  const agency = administrator.actor.organisation ?? ""
  const register = async (th: string, sector: string, legalForm: string) =>
    (await act(administrator, "organisations.register", { name: text(th), sector, legalForm })).id
  const recipient = await register("มูลนิธิสมมติ", "civil-society", "foundation")
  const watcher = await register("มหาวิทยาลัยสมมติ", "academic", "university")
  const into = (by: Person, organisation: string) => (roles: ReadonlyArray<Role>) =>
    invited(act, admission, by, organisation, roles)
  const staff = await all(agencyRoles, into(administrator, agency))
  const verifying = { administrator, officer: staff.officer }
  const keeper = await claimed(act, admission, verifying, recipient)
  const observer = await claimed(act, admission, verifying, watcher)
  return {
    administrator,
    agency,
    recipient,
    watcher,
    keeper,
    ...staff,
    ...(await all(recipientRoles, into(keeper, recipient))),
    outsider: await into(observer, watcher)(["evaluator"])
  }
}

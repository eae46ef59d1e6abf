import type { AccountId, Person as PersonActing } from "@phakhi/domain/kernel/Actor"
import { Identity } from "@phakhi/identity/Identity"
import type { Login, Person } from "../Channel.ts"
import { phakhi, type Ran } from "../channels/Cli.ts"
import type { World } from "../World.ts"

/** How people come in: the first administrator of a fresh store, and whoever is invited after that. */
export interface Admission {
  readonly found: () => Promise<Person>
  /** Takes an invited account to a key of its own, and says how its person signs in. */
  readonly admit: (administrator: Person, account: string, email: string) => Promise<Omit<Person, "actor">>
}

const password = "ศูนย์เด็กเล็กบ้านเรา 2569"
const founder = { name: "ผู้ดูแลระบบ", email: "founder@example.go.th" }
const agencyName = "กรมสมมติ"

const always =
  (email: string): (() => Promise<Login>) =>
  async () => ({ email, password })

const administrator = ({ account, organisation }: Founded, key: string, login = always(founder.email)): Person => ({
  actor: { kind: "person", account, organisation, roles: ["agency-administrator"] } as unknown as PersonActing,
  key,
  login
})

/** Under which e-mail each of those signs in who were admitted. */
const emailsOf = () => {
  const known = new Map<string, string>()
  return {
    signsIn: (account: string, email: string) => void known.set(account, email),
    emailOf: ({ actor: { account } }: Person): string => {
      const email = known.get(account)
      if (email === undefined) throw new Error(`${account} was not admitted here`)
      return email
    }
  }
}

interface Founded {
  readonly account: string
  readonly organisation: string
}

const createdBy = ({ run }: World): Promise<Founded> =>
  run(
    Identity.use((identity) =>
      identity.createAdministrator({
        ...founder,
        organisation: { name: { th: agencyName, en: "Example agency" } },
        password
      })
    )
  )

/** Keys straight from identity, for tests that are about something else. */
export const directAdmission = (world: World): Admission => {
  const keyOf = async (account: string) =>
    (await world.run(Identity.use((identity) => identity.createKey(account, { name: "test", scopes: ["all"] })))).key
  /** A password takes a while to make: only those have one who sign in. */
  const once = (account: string, email: string) => {
    let set: Promise<void> | undefined
    return async (): Promise<Login> => {
      set ??= world.run(Identity.use((identity) => identity.setPasswords([account as AccountId], password)))
      await set
      return { email, password }
    }
  }
  return {
    found: async () => {
      const made = await createdBy(world)
      return administrator(made, await keyOf(made.account))
    },
    admit: async (_, account, email) => ({ key: await keyOf(account), login: once(account, email) })
  }
}

/** By requests alone, beside the first administrator, who is made at the machine itself. */
export const apiAdmission = (world: World): Admission => {
  const post = async (path: string, body: object, headers: Record<string, string> = {}): Promise<Response> => {
    const response = await world.app.request(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body)
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response
  }
  const { emailOf, signsIn } = emailsOf()
  const sessions = new Map<string, Promise<{ readonly cookie: string }>>()
  const signedIn = async (email: string) => {
    const response = await post("/api/auth/sign-in/email", { email, password })
    const cookies = response.headers.getSetCookie()
    return { cookie: cookies.map((set) => set.split(";", 1)[0]).join("; ") }
  }
  /** Who invites stays signed in: of sign-ins from one place there are so many in a minute. */
  const staying = (email: string) => {
    const session = sessions.get(email) ?? signedIn(email)
    sessions.set(email, session)
    return session
  }
  const keyOf = async (email: string): Promise<string> => {
    const made = await post("/v1/keys", { name: "journey", scopes: ["all"] }, await signedIn(email))
    return ((await made.json()) as { readonly key: string }).key
  }
  return {
    found: async () => {
      const made = await createdBy(world)
      signsIn(made.account, founder.email)
      return administrator(made, await keyOf(founder.email))
    },
    admit: async (by, account, email) => {
      const invitation = await post(`/v1/accounts/${account}/invitation`, {}, await staying(emailOf(by)))
      const { token } = (await invitation.json()) as { readonly token: string }
      await post("/api/invitations/accept", { token, password })
      signsIn(account, email)
      return { key: await keyOf(email), login: always(email) }
    }
  }
}

/** By commands alone, on the database or the server that the environment names; the founder may be there already. */
export const cliAdmission = (env: Record<string, string>, already?: () => Promise<Founded>): Admission => {
  const run = async (args: ReadonlyArray<string>, more: Record<string, string>): Promise<unknown> => {
    const ran: Ran = await phakhi([...args, "--json"], { env: { ...env, ...more } })
    if (ran.exit !== 0) throw new Error(`phakhi ${args.join(" ")}: exit ${ran.exit}\n${ran.err}`)
    return JSON.parse(ran.out)
  }
  const keyOf = async (email: string) => {
    const args = ["keys", "create", "--email", email, "--name", "journey", "--scopes", "all"]
    return ((await run(args, { PHAKHI_PASSWORD: password })) as { readonly key: string }).key
  }
  const { emailOf, signsIn } = emailsOf()
  const foundedBy = async (email: string): Promise<Founded> => {
    if (already !== undefined) return already()
    const args = ["accounts", "create-admin", "--agency-th", agencyName, "--name", founder.name, "--email", email]
    return (await run(args, { PHAKHI_PASSWORD: password })) as Founded
  }
  return {
    found: async () => {
      const { email } = founder
      const made = await foundedBy(email)
      signsIn(made.account, email)
      return administrator(made, await keyOf(email))
    },
    admit: async (by, account, email) => {
      const args = ["accounts", "invitation", account, "--email", emailOf(by)]
      const invitation = await run(args, { PHAKHI_PASSWORD: password })
      const { token } = invitation as { readonly token: string }
      await run(["accounts", "accept-invitation"], { PHAKHI_INVITATION: token, PHAKHI_PASSWORD: password })
      signsIn(account, email)
      return { key: await keyOf(email), login: always(email) }
    }
  }
}

/** By commands through the server; the first administrator is made at the machine itself. */
export const serverAdmission = (world: World): Admission =>
  cliAdmission({ PHAKHI_URL: world.url }, () => createdBy(world))

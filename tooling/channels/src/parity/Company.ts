import type { Person as PersonActing } from "@phakhi/domain/kernel/Actor"
import { Identity } from "@phakhi/identity/Identity"
import { upload, uploadLimits } from "@phakhi/store/Uploads"
import { Stream } from "effect"
import { SqlClient } from "effect/sql"
import type { Person } from "../Channel.ts"
import { directAdmission } from "../journeys/Admission.ts"
import { baht, type Cast, claimed, gather, grounds, invited, text } from "../journeys/Cast.ts"
import { inDays } from "../journeys/Days.ts"
import type { Act } from "../journeys/Hand.ts"
import { giveMandates } from "../journeys/Partnership.ts"
import type { World } from "../World.ts"

/** The cast, and those who do what they should not. */
export interface Company extends Cast {
  /** Executives: without a mandate, with one that has ended, with one for little. */
  readonly deputy: Person
  readonly former: Person
  readonly junior: Person
  /** Evaluates for the agency, and is an officer of it too. */
  readonly dual: Person
  /** Evaluates for the organisation that is paid. */
  readonly payee: Person
  /** An officer of another agency. */
  readonly stranger: Person
  /** An officer by a key that is for questions alone. */
  readonly narrow: Person
  readonly inactive: string
  /** Organisations of no administrator: nobody was invited; a claim waits; one was invited before another was verified. */
  readonly unclaimed: string
  readonly claiming: string
  readonly superseded: string
  /** Administers the last of these. */
  readonly successor: Person
  /** Invited to administer an organisation, and has not claimed it yet. */
  readonly invitee: Person
  readonly juristicId: string
  readonly email: string
  /** Somebody uploads a file, which they then give to a record. */
  readonly upload: (by: Person) => Promise<string>
  /** Somebody has uploaded as many files as one may: attached since, or waiting. */
  readonly uploadAll: (by: Person, as: "attached" | "waiting") => Promise<void>
}

const juristicId = "0123456789016"
const email = "taken@example.go.th"

const stranger = async (act: Act, world: World): Promise<Person> => {
  const admission = directAdmission(world)
  const made = await world.run(
    Identity.use((identity) =>
      identity.createAdministrator({
        name: "ผู้ดูแลอีกหน่วยงาน",
        email: "other@example.go.th",
        organisation: { name: { th: "กรมอื่น" } },
        password: "ศูนย์เด็กเล็กบ้านเรา 2569",
        evenSo: true
      })
    )
  )
  const administrator = {
    actor: { kind: "person", ...made, roles: ["agency-administrator"] } as unknown as PersonActing,
    key: ""
  }
  return invited(act, admission, administrator, made.organisation, ["programme-officer"])
}

export const assemble = async (act: Act, world: World): Promise<Company> => {
  const admission = directAdmission(world)
  const cast = await gather(act, admission)
  await giveMandates(act, cast)
  const { administrator, agency, keeper, recipient } = cast
  const executive = () => invited(act, admission, administrator, agency, ["executive"])
  const give = (to: Person, limit: string, from: number, until: number) =>
    act(
      administrator,
      "organisations.give-mandate",
      {
        account: to.actor.account,
        position: "รองผู้อำนวยการ",
        limit: baht(limit),
        period: { from: inDays(from), to: inDays(until) },
        order: "2/2570"
      },
      agency
    )
  const former = await executive()
  await give(former, "2000000.00", -60, -30)
  const junior = await executive()
  await give(junior, "10000.00", -30, 300)
  const association = { sector: "civil-society", legalForm: "association" }
  const particulars = { ...association, name: text("สมาคมที่เลิกแล้ว"), juristicId }
  const inactive = (await act(administrator, "organisations.register", particulars)).id
  await act(administrator, "organisations.deactivate", { reason: "เลิกกิจการ" }, inactive)
  const unregistered = async (th: string) =>
    (await act(administrator, "organisations.register", { ...association, name: text(th) })).id
  const claiming = await unregistered("สมาคมที่รอการรับรอง")
  const claimant = await invited(act, admission, administrator, claiming, ["partner-administrator"])
  await act(claimant, "organisations.claim", grounds, claiming)
  const taken = await unregistered("สมาคมที่มีผู้ดูแลแล้ว")
  const superseded = await invited(act, admission, administrator, taken, ["partner-administrator"])
  const successor = await claimed(act, admission, cast, taken)
  const colleague = { organisation: agency, name: "ผู้ใช้", email, roles: ["auditor"] }
  await act(administrator, "accounts.invite", colleague)
  const content = Stream.make(new TextEncoder().encode("หลักฐานสมมติ\n"))
  return {
    ...cast,
    deputy: await executive(),
    former,
    junior,
    dual: await invited(act, admission, administrator, agency, ["programme-officer", "evaluator"]),
    payee: await invited(act, admission, keeper, recipient, ["evaluator"]),
    stranger: await stranger(act, world),
    inactive,
    unclaimed: await unregistered("สมาคมที่ไม่มีผู้ดูแล"),
    narrow: {
      actor: cast.officer.actor,
      key: (
        await world.run(
          Identity.use((identity) =>
            identity.createKey(cast.officer.actor.account, { name: "ถามอย่างเดียว", scopes: ["*.get", "*.list"] })
          )
        )
      ).key
    },
    invitee: await invited(act, admission, administrator, await unregistered("สมาคมที่เชิญแล้ว"), [
      "partner-administrator"
    ]),
    claiming,
    superseded: superseded.actor.account,
    successor,
    juristicId,
    email,
    uploadAll: async ({ actor: { account, organisation } }, as) => {
      const { files } = as === "attached" ? uploadLimits.daily : uploadLimits.waiting
      await world.run(
        SqlClient.SqlClient.use(
          (sql) => sql`INSERT INTO upload (digest, account, organisation, size, type, at, taken_at)
            SELECT md5(n::text), ${account}::uuid, ${organisation}::uuid, 1, 'text/plain',
              now() - CASE ${as} WHEN 'attached' THEN interval '1 hour' ELSE interval '2 days' END,
              CASE ${as} WHEN 'attached' THEN now() END
            FROM generate_series(1, ${files}::int) n ON CONFLICT DO NOTHING`
        )
      )
    },
    upload: async ({ actor }) => (await world.run(upload(content, actor))).digest
  }
}

import { randomUUID } from "node:crypto"
import type { StatedAppend } from "@phakhi/domain/engine/EventStore"
import type { Task } from "@phakhi/domain/engine/Tasks"
import { AccountId, OrganisationId, type Person, Role } from "@phakhi/domain/kernel/Actor"
import { IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import { Effect, Schema } from "effect"
import { SqlClient } from "effect/sql"
import { listNotifications } from "../src/Inbox.ts"
import { organisation, rowOf, stream } from "./Sample.ts"

export const organisations = [organisation(), organisation()].map((id) => OrganisationId.make(id))
export const accounts = [randomUUID(), randomUUID(), randomUUID()].map((id) => AccountId.make(id))
export const days = ["2026-11-01", "2026-11-20", "2026-12-01"].map((day) => IsoDate.make(day))
export const today = IsoDate.make("2026-11-21")

export const Someone = Schema.Struct({
  kind: Schema.Literal("person"),
  account: Schema.Literals(accounts),
  organisation: Schema.NullOr(Schema.Literals(organisations)),
  roles: Schema.Array(Role).check(Schema.isMaxLength(3))
})
export const Excepted = Schema.Struct({ role: Role, account: Schema.Literals(accounts) })
export const kinds = ["asked", "told"] as const
export const Told = Schema.Array(Schema.Literals(kinds)).check(Schema.isMaxLength(2))
export const Seeing = Schema.Struct({
  actor: Someone,
  seen: Schema.Struct({ owned: Told, joined: Told }),
  late: Schema.Boolean
})
export const Wanted = Schema.Struct({
  record: Schema.Literals(kinds),
  owner: Schema.NullOr(Schema.Literals(organisations)),
  organisation: Schema.NullOr(Schema.Literals(organisations)),
  roles: Schema.Array(Role).check(Schema.isMinLength(1), Schema.isMaxLength(3)),
  account: Schema.NullOr(Schema.Literals(accounts)),
  except: Schema.Array(Excepted).check(Schema.isMaxLength(3)),
  due: Schema.NullOr(Schema.Literals(days))
})

export const task = (key: string, change: Partial<Task> = {}): Task => ({
  key,
  operation: "missions.answer",
  target: null,
  words: { th: "ตอบคำถาม", en: "Answer" },
  organisation: organisations[0] ?? null,
  roles: ["programme-officer"],
  account: null,
  except: [],
  since: null,
  due: null,
  place: 0,
  ...change
})

export const waitingFor = (tasks: ReadonlyArray<Task>, change: Partial<StatedAppend> = {}): StatedAppend =>
  stream({ ...change, waiting: { tasks, due: null, refreshAt: null } })

export const officer = { kind: "person", account: AccountId.make(randomUUID()), roles: ["programme-officer"] } as const

/** The account of somebody, as far as telling looks at it. */
export const holding = (
  { account, organisation, roles }: Omit<Person, "kind">,
  change: Partial<StatedAppend> = {},
  status = "active"
): StatedAppend =>
  stream({
    record: "account",
    stream: account,
    state: { organisation, roles },
    row: {
      ...rowOf({ title: { th: "บัญชี" }, status }),
      columns: organisation === null ? {} : { organisation }
    },
    ...change
  })

export const member = (organisation: OrganisationId, role: Role): Person => ({
  kind: "person",
  account: AccountId.make(randomUUID()),
  organisation,
  roles: [role]
})

/** As if whatever is to be told by messages of its own had been told. */
export const deliverAll = Effect.flatMap(
  SqlClient.SqlClient,
  (sql) => sql`UPDATE outbox SET done_at = now() WHERE done_at IS NULL AND failed_at IS NULL`
)

export const toldTo = ({ account }: Pick<Person, "account">) =>
  Effect.map(listNotifications(account, { unread: false, limit: 100 }), ({ data }) =>
    data.map(({ words }) => words.en).toReversed()
  )

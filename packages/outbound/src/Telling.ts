import { accountTold, mailOf, rolesChanged } from "@phakhi/domain/engine/Notification"
import { AccountId, Role } from "@phakhi/domain/kernel/Actor"
import { pagePath } from "@phakhi/domain/rendering/Page"
import { leaveToNextMail, markMailed, toMail } from "@phakhi/store/NotificationMail"
import { type Outgoing, Permanent, Retry, type Sender } from "@phakhi/store/Outbox"
import { notificationMail, taskDue, taskOpened } from "@phakhi/store/TaskTopics"
import { tellOfAccount, tellOfRoles, tellOfTask } from "@phakhi/store/Telling"
import { Effect, Schema } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { isMailbox, Mailer } from "./Mail.ts"

const Uuid = Schema.String.check(Schema.isUUID())
const AboutTask = Schema.Struct({
  record: Schema.String,
  id: Uuid,
  key: Schema.String,
  due: Schema.optionalKey(Schema.String),
  stage: Schema.optionalKey(Schema.String)
})
const Told = Schema.Struct({
  account: Uuid,
  about: Uuid,
  words: Schema.Struct({ th: Schema.String, en: Schema.String })
})
const ChangedRoles = Schema.Struct({ account: AccountId, gained: Schema.Array(Role), lost: Schema.Array(Role) })
const AboutMail = Schema.Struct({ account: Uuid, notification: Schema.optionalKey(Uuid) })

const read = <S extends Schema.Top>(schema: S, { payload }: Outgoing) =>
  Effect.mapError(
    Schema.decodeUnknownEffect(schema as unknown as Schema.Codec<S["Type"]>)(payload),
    () => new Permanent({ reason: "this message says nothing that its sender understands" })
  )

const later = (error: SqlError.SqlError) => new Retry({ reason: `the store: ${error.message}` })

const telling: Sender<SqlClient.SqlClient> = {
  deliver: (message) =>
    Effect.flatMap(read(AboutTask, message), (task) => Effect.mapError(tellOfTask(message.id, task), later))
}

const tellingOfAccount: Sender<SqlClient.SqlClient> = {
  deliver: (message) =>
    Effect.flatMap(read(Told, message), (told) => Effect.mapError(tellOfAccount(message.id, told), later))
}

const tellingOfRoles: Sender<SqlClient.SqlClient> = {
  deliver: (message) =>
    Effect.flatMap(read(ChangedRoles, message), (changed) => Effect.mapError(tellOfRoles(message.id, changed), later))
}

/** Mails what a person has not read and was not mailed; without a mail server the inbox alone tells it. */
const mailing = (publicUrl: string): Sender<SqlClient.SqlClient | Mailer> => ({
  deliver: (message) =>
    Effect.gen(function* () {
      const mailer = yield* Mailer
      const about = yield* read(AboutMail, message)
      if (!mailer.configured) return
      const waiting = yield* Effect.mapError(toMail(message.id, about), later)
      if (waiting === undefined) return
      const { email, more, name, told } = waiting
      const mail = mailOf(
        told.map(({ about, operation, record, recordId, target, words }) => ({
          about,
          words,
          link: `${publicUrl}${record === null || recordId === null ? "/" : pagePath({ record, id: recordId, operation, target })}`
        })),
        { inbox: `${publicUrl}/notifications`, more }
      )
      const to = { name, address: email }
      if (!isMailbox(to)) return yield* new Permanent({ reason: "the account has no address that mail can go to" })
      yield* mailer.send(message.id, { to, ...mail })
      yield* Effect.mapError(markMailed(message.id), later)
    }),
  givenUp: ({ id }) => leaveToNextMail(id)
})

/** Who tells people what waits for them, by topic. */
export const tellingSenders = (publicUrl: string): Readonly<Record<string, Sender<SqlClient.SqlClient | Mailer>>> => ({
  [taskOpened]: telling,
  [taskDue]: telling,
  [accountTold]: tellingOfAccount,
  [rolesChanged]: tellingOfRoles,
  [notificationMail]: mailing(publicUrl)
})

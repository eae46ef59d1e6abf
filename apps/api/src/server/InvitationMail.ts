import type { Message } from "@phakhi/domain/engine/EventStore"
import { Instant } from "@phakhi/domain/kernel/ThaiDate"
import { Identity } from "@phakhi/identity/Identity"
import { invitationMail } from "@phakhi/identity/InvitationMail"
import type { NewLink } from "@phakhi/identity/Invitations"
import { isMailbox, Mailer } from "@phakhi/outbound/Mail"
import { invitationTopic } from "@phakhi/outbound/Topics"
import { Permanent, Retry, type Sender } from "@phakhi/store/Outbox"
import { sealedSecrets } from "@phakhi/store/SealedSecrets"
import { SealKey } from "@phakhi/store/SealKey"
import { Effect, Result, Schema } from "effect"
import { SqlClient } from "effect/sql"

export { invitationTopic }

const Payload = Schema.Struct({
  account: Schema.String,
  by: Schema.NullOr(Schema.String),
  link: Schema.String
})

const read = Schema.decodeUnknownEffect(Payload)

interface About {
  readonly by: string | null
  readonly rests: boolean
}

/**
 * Links by mail: what the outbox holds of them, and who sends it. The token is sealed there, so that neither the database
 * nor a backup lets anybody in; a link that was used, ended or replaced in the meantime is not sent.
 */
export const invitationsByMail = (publicUrl: string) =>
  Effect.gen(function* () {
    const secrets = sealedSecrets(yield* SealKey, "phakhi links by mail")
    const identity = yield* Identity
    const mailer = yield* Mailer
    const sql = yield* SqlClient.SqlClient
    const message = ({ account, by, owner, token }: NewLink): Message => ({
      topic: invitationTopic,
      owner,
      payload: { account, by, link: secrets.seal(account, token) } satisfies typeof Payload.Type
    })
    const sender: Sender = {
      deliver: ({ id, payload }) =>
        Effect.gen(function* () {
          const { account, by, link } = yield* Effect.mapError(
            read(payload),
            () => new Permanent({ reason: "this message says nothing that its sender understands" })
          )
          const token = secrets.open(account, link)
          if (token === null)
            return yield* new Permanent({ reason: "the link was sealed with another key: issue another one" })
          const shown = yield* Effect.result(identity.showInvitation(token))
          if (Result.isFailure(shown)) {
            if (shown.failure.kind === "missing") return
            return yield* new Retry({ reason: `the store: ${shown.failure._tag}` })
          }
          const [about] = yield* Effect.mapError(
            sql.unsafe<About>(
              `SELECT a.state ? 'resting' AS rests,
                 (SELECT i.state->'personal'->>'name' FROM record i WHERE i.record = 'account' AND i.id = $2::uuid) AS by
               FROM record a WHERE a.record = 'account' AND a.id = $1::uuid`,
              [account, by]
            ),
            (error) => new Retry({ reason: `the store: ${error.message}` })
          )
          const { email, expiresAt, name, organisation } = shown.success
          const to = { name, address: email }
          if (!isMailbox(to)) return yield* new Permanent({ reason: "the account has no address that mail can go to" })
          const mail = invitationMail({
            name,
            organisation,
            expiresAt: Instant.make(expiresAt),
            by: about?.by ?? null,
            rests: about?.rests === true,
            link: `${publicUrl}/invitations/${token}`
          })
          yield* mailer.send(id, { to, ...mail })
        })
    }
    return { configured: mailer.configured, message, sender }
  })

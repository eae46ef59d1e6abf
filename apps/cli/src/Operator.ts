import { OperatorReason } from "@phakhi/domain/kernel/Actor"
import { Effect, Option, Schema } from "effect"
import { Flag } from "effect/cli"
import { type Failure, usage } from "./Failure.ts"
import type { Session } from "./Session.ts"

/** These work on the store itself, at the machine it is on. */
export const embeddedOnly = ({ settings }: Session): Effect.Effect<void, Failure> =>
  settings.url === undefined
    ? Effect.void
    : Effect.fail(
        usage(
          "คำสั่งนี้ทำกับฐานข้อมูลโดยตรง ไม่ใช้ --url หรือ PHAKHI_URL",
          "This command works on the store itself: leave --url and PHAKHI_URL out"
        )
      )

/** For acts that are for nobody else. A server is never asked: whoever reaches it need not run its machine. */
export const operatorFlag = Flag.String("as-operator").pipe(
  Flag.withMetavar("REASON"),
  Flag.withDescription(
    "As whoever runs the machine; the reason stays in the history, name nobody in it · ในฐานะผู้ดูแลเครื่อง พร้อมเหตุผล"
  ),
  Flag.optional
)

const isReason = Schema.is(OperatorReason)

/** The reason that was given, where one may be given. */
export const operatorOf = Effect.fnUntraced(function* (session: Session, reason: Option.Option<string>) {
  if (Option.isNone(reason)) return undefined
  yield* embeddedOnly(session)
  if (isReason(reason.value)) return reason.value
  return yield* Effect.fail(
    usage("--as-operator ต้องมีเหตุผล ไม่เกิน 300 ตัวอักษร", "--as-operator takes a reason of at most 300 characters")
  )
})

import { randomUUID } from "node:crypto"
import { catalogue } from "@phakhi/domain/catalogue"
import { handlerOf } from "@phakhi/domain/engine/Catalogue"
import { routeOf } from "@phakhi/domain/rendering/Route"
import type { Chance } from "./Chance.ts"
import type { Acknowledged } from "./Checked.ts"
import type { Filled } from "./Filled.ts"
import type { PersonName } from "./GrantLines.ts"

/** A write as it was sent; sent again with the same key it must have happened once. */
export interface Sent {
  readonly key: string
  readonly as: PersonName
  readonly operation: string
  readonly id?: string
  readonly input: unknown
}

interface Shown {
  readonly record: string
  readonly id: string
  readonly version: number
  readonly data: {
    readonly funding?: { readonly disbursements: ReadonlyArray<{ readonly id: string; readonly _tag: string }> }
  }
}

const pathOf = (operation: string, id: string | undefined): string => {
  const handler = handlerOf(catalogue, operation)
  if (handler === undefined) throw new Error(`no operation is named ${operation}`)
  return routeOf(handler.operation).path.replace("{id}", id ?? "")
}

export const send = (url: string, { keys }: Filled, { as, id, input, key, operation }: Sent): Promise<Response> =>
  fetch(`${url}${pathOf(operation, id)}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${keys[as]}`,
      "content-type": "application/json",
      "idempotency-key": key,
      "if-match": "*"
    },
    body: JSON.stringify(input)
  })

export interface Burst {
  readonly acknowledged: ReadonlyArray<Acknowledged>
  /** Sent, and never answered. */
  readonly unanswered: ReadonlyArray<Sent>
  /** Answers that were neither a success nor a request to come back. */
  readonly unexpected: ReadonlyArray<string>
}

/** What a writer does next: a new mission, a lesson on a grant, or money out of one. */
const next = (chance: Chance, { grants }: Filled): Sent => {
  const key = randomUUID()
  const id = grants[chance.below(grants.length)] ?? ""
  const dice = chance.fraction()
  if (dice < 0.5) {
    const input = { title: { th: `ภารกิจ ${key}` }, purpose: "ทดสอบ", provinces: ["12"], routine: true }
    return { key, as: "officer", operation: "missions.register", input }
  }
  if (dice < 0.75) {
    const input = { kind: "lesson", text: `บทเรียน ${key}` }
    return { key, as: "editor", operation: "lessons.record", id, input }
  }
  const input = { tranche: 1, amount: { amount: "1.00", currency: "THB" } }
  return { key, as: "finance", operation: "disbursements.prepare", id, input }
}

const approval = ({ data, id }: Shown): Sent | undefined => {
  const waiting = data.funding?.disbursements.findLast(({ _tag }) => _tag === "Prepared")
  return waiting === undefined
    ? undefined
    : {
        key: randomUUID(),
        as: "executive",
        operation: "disbursements.approve",
        id,
        input: { disbursement: waiting.id }
      }
}

/** Two who approve the same payment at once: the second finds it settled. */
export const isRace = (operation: string, status: number): boolean =>
  operation === "disbursements.approve" && status === 409

interface Until {
  readonly stopped: () => boolean
  readonly onAcknowledged?: () => void
  readonly callers?: number
}

/** Callers that write one after the other, all at the same time, until `stopped` says so or the server is gone. */
export const writeUntil = async (
  url: string,
  filled: Filled,
  chance: Chance,
  { callers = 32, onAcknowledged, stopped }: Until
): Promise<Burst> => {
  const acknowledged: Array<Acknowledged> = []
  const unanswered: Array<Sent> = []
  const unexpected: Array<string> = []
  const write = async (sent: Sent): Promise<Shown | undefined | "gone"> => {
    try {
      const response = await send(url, filled, sent)
      if (response.status === 503) {
        await response.arrayBuffer()
        return undefined
      }
      const body = (await response.json()) as Shown
      if (response.ok) {
        acknowledged.push({ key: sent.key, record: body.record, id: body.id, version: body.version })
        onAcknowledged?.()
        return body
      }
      if (!isRace(sent.operation, response.status)) {
        unexpected.push(`${sent.operation} ${response.status} ${JSON.stringify(body)}`)
      }
      return undefined
    } catch {
      unanswered.push(sent)
      return "gone"
    }
  }
  const caller = async () => {
    while (!stopped()) {
      const sent = next(chance, filled)
      const shown = await write(sent)
      if (shown === "gone") return
      const then = shown !== undefined && sent.as === "finance" ? approval(shown) : undefined
      if (then !== undefined && (await write(then)) === "gone") return
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  return { acknowledged, unanswered, unexpected }
}

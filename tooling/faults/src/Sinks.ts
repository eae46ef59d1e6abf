import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"
import { simpleParser } from "mailparser"
import { SMTPServer } from "smtp-server"
import type { Chance } from "./Chance.ts"

/** What arrived by one of the two ways: of what it tells, and under which ids it came. */
export type Heard = Map<string, Array<string>>

export interface Sinks extends AsyncDisposable {
  readonly smtpPort: number
  readonly webhookUrl: string
  readonly mails: Heard
  readonly webhooks: Heard
  /** Resolves when so many more have arrived. */
  readonly more: (count: number) => Promise<void>
}

const refusal = Object.assign(new Error("try again"), { responseCode: 451 })

/** A mail server and a receiver of webhooks, which refuse one of fifty for the moment. */
export const openSinks = async (chance: Chance): Promise<Sinks> => {
  const mails: Heard = new Map()
  const webhooks: Heard = new Map()
  const waiting = new Set<() => void>()
  const refuses = () => chance.below(50) === 0
  const hear = (heard: Heard, what: string, id: string) => {
    heard.set(what, [...(heard.get(what) ?? []), id])
    for (const arrived of waiting) arrived()
  }

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _, done) => {
      simpleParser(stream).then(
        ({ messageId, subject }) => {
          if (refuses()) return done(refusal)
          hear(mails, subject ?? "", messageId ?? "")
          done()
        },
        // The sender was killed in the middle of it.
        () => done(refusal)
      )
    }
  })
  smtp.on("error", () => undefined)
  await new Promise<void>((resolve) => {
    smtp.listen(0, "127.0.0.1", resolve)
  })

  const http = createServer((request, response) => {
    text(request).then(
      (body) => {
        if (refuses()) return response.writeHead(503).end()
        const { data } = JSON.parse(body) as { readonly data: { readonly id: string } }
        hear(webhooks, data.id, String(request.headers["webhook-id"]))
        return response.writeHead(204).end()
      },
      () => response.destroy()
    )
  })
  await new Promise<void>((resolve) => {
    http.listen(0, "127.0.0.1", resolve)
  })

  return {
    smtpPort: (smtp.server.address() as AddressInfo).port,
    webhookUrl: `http://127.0.0.1:${(http.address() as AddressInfo).port}/`,
    mails,
    webhooks,
    more: (count) =>
      new Promise((resolve) => {
        let left = count
        const arrived = () => {
          left -= 1
          if (left > 0) return
          waiting.delete(arrived)
          resolve()
        }
        waiting.add(arrived)
      }),
    [Symbol.asyncDispose]: async () => {
      await Promise.all([
        new Promise<void>((resolve) => smtp.close(() => resolve())),
        new Promise<void>((resolve) => {
          http.close(() => resolve())
          http.closeAllConnections()
        })
      ])
    }
  }
}

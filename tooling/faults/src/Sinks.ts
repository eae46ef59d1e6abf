import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"
import { simpleParser } from "mailparser"
import { SMTPServer } from "smtp-server"
import type { Chance } from "./Chance.ts"

/** A mail as it arrived. A repetition has the same id. */
export interface HeardMail {
  readonly id: string
  readonly to: string
  readonly text: string
}

/** A webhook as it arrived: of which version of which record it tells. */
export interface HeardWebhook {
  readonly id: string
  readonly about: string
}

export interface Sinks extends AsyncDisposable {
  readonly smtpPort: number
  readonly webhookUrl: string
  readonly mails: ReadonlyArray<HeardMail>
  readonly webhooks: ReadonlyArray<HeardWebhook>
  /** Resolves when so many more have arrived. */
  readonly more: (count: number) => Promise<void>
}

/** How an event is named where it is told and where it is kept. */
export const aboutOf = (record: string, id: string, version: number): string => `${record} ${id} ${version}`

interface Told {
  readonly data: { readonly record: string; readonly id: string; readonly version: number }
}

const refusal = Object.assign(new Error("try again"), { responseCode: 451 })

/** A mail server and a receiver of webhooks, which refuse one of fifty for the moment. */
export const openSinks = async (chance: Chance): Promise<Sinks> => {
  const mails: Array<HeardMail> = []
  const webhooks: Array<HeardWebhook> = []
  const waiting = new Set<() => void>()
  const refuses = () => chance.below(50) === 0
  const heard = () => {
    for (const arrived of waiting) arrived()
  }

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, session, done) => {
      simpleParser(stream).then(
        ({ messageId = "", text: said = "" }) => {
          if (refuses()) return done(refusal)
          const to = session.envelope.rcptTo.map(({ address }) => address).join()
          mails.push({ id: messageId.replace(/^<|@.*$/gu, ""), to, text: said })
          heard()
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
        const { id, record, version } = (JSON.parse(body) as Told).data
        webhooks.push({ id: String(request.headers["webhook-id"]), about: aboutOf(record, id, version) })
        heard()
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

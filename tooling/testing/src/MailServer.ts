import type { AddressInfo } from "node:net"
import { Effect, type Scope } from "effect"
import { type ParsedMail, simpleParser } from "mailparser"
import { SMTPServer, type SMTPServerOptions } from "smtp-server"

export interface Received {
  readonly mail: ParsedMail
  readonly recipients: ReadonlyArray<string>
}

export interface MailServer {
  readonly port: number
  readonly received: ReadonlyArray<Received>
}

/** How a server refuses: the number goes to the client. */
export const refusing = (responseCode: number): Error =>
  Object.assign(new Error("refused by the test"), { responseCode })

/** A mail server on this machine, for as long as the scope is open. */
export const mailServer = (options: SMTPServerOptions = {}): Effect.Effect<MailServer, never, Scope.Scope> =>
  Effect.gen(function* () {
    const received: Array<Received> = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData: (stream, session, done) => {
        simpleParser(stream).then(
          (mail) => {
            received.push({ mail, recipients: session.envelope.rcptTo.map(({ address }) => address) })
            done()
          },
          (cause) => done(cause instanceof Error ? cause : new Error(String(cause)))
        )
      },
      ...options
    })
    yield* Effect.acquireRelease(
      Effect.callback<void>((resume) => {
        server.listen(0, "127.0.0.1", () => resume(Effect.void))
      }),
      () =>
        Effect.callback<void>((resume) => {
          server.close(() => resume(Effect.void))
        })
    )
    // Clients that are cut off in the middle are part of the tests.
    server.on("error", () => undefined)
    return { port: (server.server.address() as AddressInfo).port, received }
  })

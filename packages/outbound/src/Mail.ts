import { Permanent, Retry, type Sender } from "@phakhi/store/Outbox"
import { Context, Effect, Layer, Redacted, Schema, Semaphore } from "effect"
import { createTransport, type NodemailerError } from "nodemailer"

/** Letters that every mail server takes, and nothing that a header could be broken with. */
const address = /^[A-Za-z0-9_'+-]+(?:\.[A-Za-z0-9_'+-]+)*@(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z]{2,63}$/
const oneLine = /^[^\u0000-\u001f\u007f\u2028\u2029]*$/

const line = (longest: number) =>
  Schema.String.check(
    Schema.isMaxLength(longest),
    Schema.isPattern(oneLine, { message: "must be one line without control characters" })
  )

export const Mailbox = Schema.Struct({
  name: line(200),
  address: Schema.String.check(
    Schema.isMaxLength(254),
    Schema.isPattern(address, { message: "must be an e-mail address" })
  )
})
export type Mailbox = typeof Mailbox.Type

/** What a message of the topic `mail` carries. */
export const Mail = Schema.Struct({
  to: Mailbox,
  subject: line(300),
  text: Schema.String.check(Schema.isMaxLength(100_000))
})
export type Mail = typeof Mail.Type

export const mailTopic = "mail"

export interface SmtpConfig {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; otherwise STARTTLS where the server has it. */
  readonly tls: boolean
  readonly login?: { readonly user: string; readonly password: Redacted.Redacted }
  readonly from: Mailbox
}

export class Mailer extends Context.Service<
  Mailer,
  {
    /** Whether mail leaves this installation at all. */
    readonly configured: boolean
    /** Hands a mail to the mail server. The id becomes its Message-ID, so that a repetition can be told. */
    readonly send: (id: string, mail: Mail) => Effect.Effect<void, Retry | Permanent>
  }
>()("@phakhi/outbound/Mailer") {}

/** `smtp://` or `smtps://`, a host, and perhaps a port and a login. */
export const readSmtpUrl = (text: string): Omit<SmtpConfig, "from"> | null => {
  if (!URL.canParse(text)) return null
  const { hash, hostname, password, pathname, port, protocol, search, username } = new URL(text)
  const tls = protocol === "smtps:"
  if ((!tls && protocol !== "smtp:") || hostname === "" || !["", "/"].includes(pathname) || search + hash !== "") {
    return null
  }
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (tls ? 465 : 587) : Number(port),
    tls,
    ...(username === ""
      ? {}
      : { login: { user: decodeURIComponent(username), password: Redacted.make(decodeURIComponent(password)) } })
  }
}

export const isMailbox = Schema.is(Mailbox)

/** `address`, or `name <address>`. */
export const readMailbox = (text: string): Mailbox | null => {
  const [, name = "", inBrackets, alone] = /^(?:([^<>]*)<([^<>]+)>|([^<>\s]+))$/.exec(text.trim()) ?? []
  const mailbox = { name: name.trim(), address: inBrackets ?? alone ?? "" }
  return isMailbox(mailbox) ? mailbox : null
}

const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || host.startsWith("127.")

const timeouts = { connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 8000, dnsTimeout: 5000 }

const mostAtOnce = 4

/** What the server said to the mail itself decides; everything else can be mended without changing the mail. */
const classify = ({ code, message, responseCode = 0 }: NodemailerError): Retry | Permanent => {
  const reason = `SMTP ${code ?? "error"}: ${message}`
  const isAboutMail = code === "EENVELOPE" || code === "EMESSAGE"
  return isAboutMail && responseCode >= 500 && responseCode !== 503 ? new Permanent({ reason }) : new Retry({ reason })
}

const isNodemailerError = (cause: unknown): cause is NodemailerError => cause instanceof Error

export const layerSmtp = ({ from, host, login, port, tls }: SmtpConfig): Layer.Layer<Mailer> =>
  Layer.effect(
    Mailer,
    Effect.gen(function* () {
      const transport = createTransport({
        host,
        port,
        secure: tls,
        // A password goes out in plain text to this very machine at most.
        requireTLS: login !== undefined && !isLoopback(host),
        ...(login === undefined ? {} : { auth: { user: login.user, pass: Redacted.value(login.password) } }),
        disableFileAccess: true,
        disableUrlAccess: true,
        ...timeouts
      })
      yield* Effect.addFinalizer(() => Effect.sync(() => transport.close()))
      const line = yield* Semaphore.make(mostAtOnce)
      const domain = from.address.slice(from.address.indexOf("@") + 1)
      return Mailer.of({
        configured: true,
        send: (id, { subject, text, to }) =>
          line.withPermit(
            Effect.asVoid(
              Effect.tryPromise({
                try: () =>
                  transport.sendMail({
                    from,
                    to,
                    subject,
                    text,
                    messageId: `<${id}@${domain}>`,
                    headers: { "Auto-Submitted": "auto-generated" }
                  }),
                catch: (cause) =>
                  isNodemailerError(cause) ? classify(cause) : new Retry({ reason: "SMTP: an unknown error" })
              })
            )
          )
      })
    })
  )

/** For an installation without a mail server: the inbox is all there is. */
export const layerNone: Layer.Layer<Mailer> = Layer.succeed(Mailer, {
  configured: false,
  send: () => Effect.fail(new Permanent({ reason: "no mail server is set: PHAKHI_SMTP_URL is empty" }))
})

const decode = Schema.decodeUnknownEffect(Mail, { onExcessProperty: "error" })

export const mailSender: Sender<Mailer> = {
  deliver: (message) =>
    decode(message.payload).pipe(
      Effect.mapError(
        () => new Permanent({ reason: "this is no mail: an address, a subject or the text is missing or wrong" })
      ),
      Effect.flatMap((mail) => Effect.flatMap(Mailer, ({ send }) => send(message.id, mail)))
    )
}

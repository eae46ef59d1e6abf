import { type IncomingMessage, type RequestOptions, request as requestHttp } from "node:http"
import { request as requestHttps } from "node:https"
import { Permanent, Retry } from "@phakhi/store/Outbox"
import { Effect } from "effect"
import { guardedLookup, privateAddress, type Resolve, readUrl, systemResolve, type UrlProblem } from "./Addresses.ts"

/** What an endpoint answered; null where there was no answer. */
export interface Outcome {
  readonly status: number | null
  readonly failure: Retry | Permanent | null
}

export interface Posting {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface RequestConfig {
  /** Also http, any port, and addresses that are not of the public internet: for tests and receivers on one's own network. */
  readonly allowPrivate: boolean
  readonly resolve?: Resolve
  readonly timeoutMillis?: number
}

const problems: Readonly<Record<UrlProblem, string>> = {
  unreadable: "the address of the endpoint cannot be read",
  scheme: "an endpoint must be reached by https",
  login: "the address of an endpoint must not hold a login",
  port: "an endpoint must listen on port 443 or 8443",
  private: "the endpoint is not on the public internet"
}

const failed = (failure: Retry | Permanent): Outcome => ({ status: null, failure })

const busy = new Set([408, 425, 429])

/** Seconds, as most servers write it; a date is left to the usual waiting. */
const retryAfter = ({ headers }: IncomingMessage): { readonly afterSeconds?: number } => {
  const seconds = Number(headers["retry-after"])
  return Number.isInteger(seconds) && seconds > 0 ? { afterSeconds: seconds } : {}
}

const classify = (response: IncomingMessage): Outcome => {
  const status = response.statusCode ?? 0
  const reason = `the endpoint answered ${status}`
  if (status >= 200 && status < 300) return { status, failure: null }
  if (status >= 500 || busy.has(status)) return { status, failure: new Retry({ reason, ...retryAfter(response) }) }
  const why = status >= 300 && status < 400 ? `${reason}: redirects are not followed` : reason
  return { status, failure: new Permanent({ reason: why }) }
}

/**
 * Sends one message to one endpoint. Nothing of the answer is read beyond its head, so it can neither fill the memory
 * nor show anybody what is inside a network.
 */
export const post =
  ({ allowPrivate, resolve = systemResolve, timeoutMillis = 10_000 }: RequestConfig) =>
  ({ body, headers, url: text }: Posting): Effect.Effect<Outcome> =>
    Effect.callback<Outcome>((resume) => {
      const url = readUrl(text, allowPrivate)
      if (typeof url === "string") return resume(Effect.succeed(failed(new Permanent({ reason: problems[url] }))))
      const bytes = Buffer.from(body)
      const options: RequestOptions = {
        method: "POST",
        agent: false,
        lookup: guardedLookup(allowPrivate, resolve),
        headers: {
          "content-type": "application/json; charset=utf-8",
          "content-length": bytes.byteLength,
          "user-agent": "phakhi-webhooks",
          ...headers
        }
      }
      const sent = url.protocol === "https:" ? requestHttps(url, options) : requestHttp(url, options)
      const timer = setTimeout(
        () => sent.destroy(Object.assign(new Error("too slow"), { code: "ETIMEDOUT" })),
        timeoutMillis
      )
      const end = (outcome: Outcome) => {
        clearTimeout(timer)
        sent.destroy()
        resume(Effect.succeed(outcome))
      }
      sent.on("response", (response) => end(classify(response)))
      sent.on("error", (cause: NodeJS.ErrnoException) =>
        end(
          failed(
            cause.code === privateAddress
              ? new Permanent({ reason: problems.private })
              : new Retry({ reason: `the endpoint does not answer: ${cause.code ?? cause.message}` })
          )
        )
      )
      sent.end(bytes)
      return Effect.sync(() => {
        clearTimeout(timer)
        sent.destroy()
      })
    })

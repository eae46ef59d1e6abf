import { type LookupAddress, lookup as systemLookup } from "node:dns"
import { isIP, type LookupFunction } from "node:net"
import ipaddr from "ipaddr.js"
import { longestUrl } from "./Limits.ts"

/** An address of the public internet: not this machine, not its network, nothing set aside for another purpose. */
export const isPublic = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast"

/** Why no request goes to a URL. */
export type UrlProblem = "unreadable" | "scheme" | "login" | "port" | "private"

const publicPorts = ["", "443", "8443"]

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "")

/**
 * The URL as the request will use it, or why it may not be used. A host name can be judged only when it is resolved:
 * `guardedLookup` does that.
 */
export const readUrl = (text: string, allowPrivate: boolean): URL | UrlProblem => {
  if (text.length > longestUrl || !URL.canParse(text)) return "unreadable"
  const url = new URL(text)
  if (url.protocol !== "https:" && !(allowPrivate && url.protocol === "http:")) return "scheme"
  if (url.username !== "" || url.password !== "") return "login"
  if (allowPrivate) return url
  if (!publicPorts.includes(url.port)) return "port"
  const host = hostOf(url)
  return isIP(host) !== 0 && !isPublic(host) ? "private" : url
}

export const privateAddress = "EPRIVATE"

/** Finds the addresses of a name. */
export type Resolve = (
  host: string,
  done: (error: NodeJS.ErrnoException | null, addresses?: ReadonlyArray<LookupAddress>) => void
) => void

export const systemResolve: Resolve = (host, done) => systemLookup(host, { all: true }, done)

/**
 * The lookup of the socket itself: the address that is judged is the one that is connected to, so that a name cannot
 * change its mind in between. One private address among several is enough to refuse.
 */
export const guardedLookup =
  (allowPrivate: boolean, resolve: Resolve): LookupFunction =>
  (host, { all }, done) =>
    // Where a name is not found, the system's lookup gives no list at all.
    resolve(host, (error, addresses = []) => {
      const [first] = addresses
      if (error !== null) return done(error, "")
      if (first === undefined) return done(Object.assign(new Error("no address"), { code: "ENOTFOUND" }), "")
      if (!allowPrivate && !addresses.every((found) => isPublic(found.address))) {
        return done(Object.assign(new Error("a private address"), { code: privateAddress }), "")
      }
      return all === true ? done(null, [...addresses]) : done(null, first.address, first.family)
    })

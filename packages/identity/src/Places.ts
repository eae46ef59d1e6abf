import type { Wording } from "@phakhi/domain/kernel/Refusal"
import ipaddr from "ipaddr.js"
import { nowhere, plainAddress } from "./Guesses.ts"

/** The network that an address is of, no more: enough to know a place again, not a person. */
export const networkOf = (address: string): string => {
  const plain = plainAddress(address)
  if (!ipaddr.isValid(plain)) return nowhere
  const found = ipaddr.process(plain)
  const bits = found instanceof ipaddr.IPv6 ? 48 : 24
  const network =
    found instanceof ipaddr.IPv6
      ? ipaddr.IPv6.networkAddressFromCIDR(`${found.toString()}/${bits}`)
      : ipaddr.IPv4.networkAddressFromCIDR(`${found.toString()}/${bits}`)
  return `${network.toString()}/${bits}`
}

/** The first that is found counts: many browsers call themselves by the names of others as well. */
const browsers: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bEdg(?:e|A|iOS)?\//u, "Edge"],
  [/\bOPR\//u, "Opera"],
  [/\bSamsungBrowser\//u, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//u, "Firefox"],
  [/(?:Chrome|CriOS)\//u, "Chrome"],
  [/\bSafari\//u, "Safari"]
]

const systems: ReadonlyArray<readonly [RegExp, string]> = [
  [/\biPhone\b/u, "iPhone"],
  [/\biPad\b/u, "iPad"],
  [/\bAndroid\b/u, "Android"],
  [/\bWindows\b/u, "Windows"],
  [/\bCrOS\b/u, "ChromeOS"],
  [/\bMac OS X\b/u, "Mac"],
  [/\bLinux\b/u, "Linux"]
]

const firstOf = (names: ReadonlyArray<readonly [RegExp, string]>, text: string) =>
  names.find(([pattern]) => pattern.test(text))?.[1]

/** What somebody came by, in words; nothing else of what a browser tells of itself is shown. */
export const deviceOf = (userAgent: string): Wording => {
  if (/^phakhi\b/u.test(userAgent)) return { th: "คำสั่ง phakhi", en: "The phakhi command" }
  const browser = firstOf(browsers, userAgent)
  const system = firstOf(systems, userAgent)
  if (browser === undefined) return { th: system ?? "ไม่ทราบอุปกรณ์", en: system ?? "Unknown device" }
  return system === undefined
    ? { th: browser, en: browser }
    : { th: `${browser} บน ${system}`, en: `${browser} on ${system}` }
}

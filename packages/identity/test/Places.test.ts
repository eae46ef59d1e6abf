import { assert, it } from "@effect/vitest"
import { deviceOf, networkOf } from "../src/Places.ts"

it("SEC-3 of an address only its network is kept", () => {
  const networks = [
    ["203.0.113.77", "203.0.113.0/24"],
    [" 203.0.113.77:5123 ", "203.0.113.0/24"],
    ["::ffff:203.0.113.77", "203.0.113.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
    ["[2001:db8:1::9]:443", "2001:db8:1::/48"],
    ["", "—"],
    ["somewhere", "—"]
  ]
  for (const [address = "", network] of networks) assert.strictEqual(networkOf(address), network)
})

it("what somebody came by is told in words", () => {
  const agents = [
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1",
      "Safari on iPhone"
    ],
    ["Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"],
    ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"],
    ["phakhi", "The phakhi command"],
    ["", "Unknown device"]
  ]
  for (const [agent = "", words] of agents) assert.strictEqual(deviceOf(agent).en, words)
  assert.strictEqual(deviceOf(agents[0]?.[0] ?? "").th, "Safari บน iPhone")
})

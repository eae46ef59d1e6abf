import { Result } from "effect"
import { assert, it } from "vitest"
import { makeClient } from "../src/Client.ts"
import { notificationsOf } from "../src/Notifications.ts"

const asking = () => {
  const sent: Array<readonly [method: string | undefined, url: string, body: unknown]> = []
  const client = makeClient({
    baseUrl: "https://example.go.th",
    fetch: async (url, { body, method }) => {
      sent.push([method, url, body === undefined ? undefined : JSON.parse(String(body))])
      return new Response(JSON.stringify({ data: [], next: null, unread: 0 }))
    }
  })
  return { notifications: notificationsOf(client), sent }
}

it("asks for notifications, marks them and chooses how they come at their addresses", async () => {
  const { notifications, sent } = asking()
  assert.isTrue(Result.isSuccess(await notifications.list({})))
  await notifications.list({ unread: true, limit: 5, before: "b" })
  await notifications.mark({ ids: ["a"], read: false })
  await notifications.settings()
  await notifications.choose({ mail: "each", muted: ["late"] })
  const path = "https://example.go.th/v1/notifications"
  assert.deepStrictEqual(sent, [
    ["GET", path, undefined],
    ["GET", `${path}?unread=true&limit=5&before=b`, undefined],
    ["POST", `${path}/read`, { ids: ["a"], read: false }],
    ["GET", `${path}/settings`, undefined],
    ["POST", `${path}/settings`, { mail: "each", muted: ["late"] }]
  ])
})

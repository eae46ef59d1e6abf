import { assert, it } from "vitest"
import { makeClient } from "../src/Client.ts"
import { draftsOf } from "../src/Drafts.ts"

it("keeps, finds, lists and drops drafts at their addresses", async () => {
  const sent: Array<readonly [method: string | undefined, url: string, body: unknown]> = []
  const drafts = draftsOf(
    makeClient({
      baseUrl: "",
      fetch: async (url, { body, method }) => {
        sent.push([method, url, body === undefined ? undefined : JSON.parse(String(body))])
        return new Response(JSON.stringify({ draft: null }))
      }
    })
  )
  const place = { operation: "missions.describe", record: "new", part: "" }
  await drafts.keep(place, { draft: { purpose: "ก" }, from: {} })
  await drafts.get({ ...place, part: "งวดที่ 1" })
  await drafts.list()
  await drafts.drop(place)
  const path = "/v1/drafts/missions.describe/new"
  assert.deepStrictEqual(sent, [
    ["PUT", path, { draft: { purpose: "ก" }, from: {} }],
    ["GET", `${path}?${new URLSearchParams({ part: "งวดที่ 1" })}`, undefined],
    ["GET", "/v1/drafts", undefined],
    ["DELETE", path, undefined]
  ])
})

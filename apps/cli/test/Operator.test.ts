import { assert, it } from "vitest"
import { phakhi, uuid, world } from "./Harness.ts"

const confirm = ["accounts", "confirm-proposal", uuid(5)]

it("SEC-5 whoever runs the machine acts with a reason, on what is for them, and in a store at hand only", async () => {
  const { reach, sent } = world(null)
  await phakhi([...confirm, "--as-operator", "ลืมรหัสผ่าน"], { reach })
  assert.deepInclude(sent[0] as object, { operation: "accounts.confirm-proposal", operator: "ลืมรหัสผ่าน" })
  const codes = await Promise.all(
    [
      [...confirm, "--as-operator", " "],
      [...confirm, "--as-operator", "x".repeat(301)],
      [...confirm, "--as-operator", "reason", "--url", "http://127.0.0.1:1"],
      ["accounts", "invitation", uuid(5), "--as-operator", "reason", "--url", "http://127.0.0.1:1"],
      ["accounts", "invitation", uuid(5)],
      ["accounts", "give-roles", uuid(5), "--roles", "finance", "--as-operator", "reason"]
    ].map(async (args) => (await phakhi(args, { reach })).code)
  )
  assert.deepStrictEqual(codes, [2, 2, 2, 2, 2, 2])
  assert.lengthOf(sent, 1)
})

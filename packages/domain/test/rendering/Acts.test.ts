import { assert, it } from "@effect/vitest"
import { catalogue } from "../../src/catalogue.ts"
import { commandsOf } from "../../src/engine/Catalogue.ts"
import { actWords } from "../../src/rendering/Acts.ts"

const told = (operation: string, ...events: ReadonlyArray<string>): string => {
  const command = commandsOf(catalogue).find(({ name }) => name === operation)
  return command === undefined ? "" : actWords(command, events).th
}

it("SEC-9 what is proposed is not told as if it were done", () => {
  for (const [operation, event] of [
    ["accounts.give-roles", "RolesProposed"],
    ["accounts.invite", "RolesProposed"],
    ["accounts.end", "EndingProposed"]
  ] as const) {
    assert.match(told(operation, event), /เสนอ.*รอ.*ยืนยัน/u)
    assert.notStrictEqual(told(operation, event), told(operation))
  }
  assert.strictEqual(told("accounts.give-roles", "RolesGiven"), "กำหนดบทบาท")
  assert.strictEqual(
    told("accounts.invite", "AccountInvited", "RolesProposed"),
    told("accounts.invite", "RolesProposed")
  )
})

it("an act without another outcome is called by its summary", () => {
  assert.strictEqual(told("accounts.lock", "AccountLocked"), "ระงับบัญชีชั่วคราว")
})

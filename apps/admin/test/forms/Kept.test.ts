import { commandNamed } from "@phakhi/domain/catalogue"
import * as Field from "@phakhi/domain/kernel/Field"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { keepDraft, keptDraft, leaveDrafts, mayKeep } from "../../src/forms/Kept.ts"
import { closeDocument, openDocument } from "../setup.ts"

const appointCommittee = commandNamed("committees.appoint")
const registerMission = commandNamed("missions.register")
const inviteAccount = commandNamed("accounts.invite")

beforeAll(openDocument)
afterAll(closeDocument)
beforeEach(() => localStorage.clear())

const fields = Field.fieldsOf(appointCommittee.input)
const placed = (account: string, record: string) => ({
  account,
  place: { operation: "committees.appoint", record, part: "" }
})
const key = placed("somebody", "record")
const at = new Date("2026-11-21T07:32:00Z")

describe("a draft on this device", () => {
  it("comes back for the same person, operation and record, and for no other", () => {
    keepDraft(key, fields, { draft: { order: "1/2569", members: [] }, from: {} }, at)
    expect(keptDraft(key)).toMatchObject({ draft: { order: "1/2569", members: [] }, at: "2026-11-21T07:32:00.000Z" })
    expect(keptDraft(placed("somebody", "other"))).toBeUndefined()
    expect(keptDraft(placed("another", "record"))).toBeUndefined()
  })

  it("leaves personal data out, in rows too", () => {
    keepDraft(
      key,
      fields,
      { draft: { order: "1/2569", members: [{ position: "ประธาน", name: "สมชาย" }] }, from: {} },
      at
    )
    expect(JSON.stringify({ ...localStorage })).not.toContain("สมชาย")
    expect(keptDraft(key)?.draft).toMatchObject({ order: "1/2569", members: [{ position: "ประธาน" }] })
  })

  it("is not kept at all for accounts, which are personal", () => {
    expect(mayKeep(inviteAccount)).toBe(false)
    expect(mayKeep(registerMission)).toBe(true)
  })

  it("goes from the device when the person signs out, and nothing else with it", async () => {
    keepDraft(key, fields, { draft: { order: "1/2569", members: [] }, from: {} }, at)
    localStorage.setItem("phakhi.language", "en")
    await leaveDrafts()
    expect(keptDraft(key)).toBeUndefined()
    expect(localStorage.getItem("phakhi.language")).toBe("en")
  })

  it("is no draft when the storage holds something else", () => {
    localStorage.setItem(`phakhi.draft.${JSON.stringify([key.account, key.place])}`, "{broken")
    expect(keptDraft(key)).toBeUndefined()
  })
})

import { commandNamed } from "@phakhi/domain/catalogue"
import * as Field from "@phakhi/domain/kernel/Field"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { draftKey, dropAllDrafts, keepDraft, keptDraft, mayKeep } from "../../src/forms/Kept.ts"
import { closeDocument, openDocument } from "../setup.ts"

const appointCommittee = commandNamed("committees.appoint")
const registerMission = commandNamed("missions.register")
const inviteAccount = commandNamed("accounts.invite")

beforeAll(openDocument)
afterAll(closeDocument)
beforeEach(() => localStorage.clear())

const fields = Field.fieldsOf(appointCommittee.input)
const key = draftKey("somebody", "committees.appoint", "record")
const at = new Date("2026-11-21T07:32:00Z")

describe("a draft on this device", () => {
  it("comes back for the same person, operation and record, and for no other", () => {
    keepDraft(key, fields, { draft: { order: "1/2569", members: [] }, from: {} }, at)
    expect(keptDraft(key)).toMatchObject({ draft: { order: "1/2569", members: [] }, at: "2026-11-21T07:32:00.000Z" })
    expect(keptDraft(draftKey("somebody", "committees.appoint", "other"))).toBeUndefined()
    expect(keptDraft(draftKey("another", "committees.appoint", "record"))).toBeUndefined()
  })

  it("leaves personal data out, in rows too", () => {
    keepDraft(
      key,
      fields,
      { draft: { order: "1/2569", members: [{ position: "ประธาน", name: "สมชาย" }] }, from: {} },
      at
    )
    expect(localStorage.getItem(key)).not.toContain("สมชาย")
    expect(keptDraft(key)?.draft).toMatchObject({ order: "1/2569", members: [{ position: "ประธาน" }] })
  })

  it("is not kept at all for accounts, which are personal", () => {
    expect(mayKeep(inviteAccount)).toBe(false)
    expect(mayKeep(registerMission)).toBe(true)
  })

  it("goes when the person signs out, and nothing else with it", () => {
    keepDraft(key, fields, { draft: { order: "1/2569", members: [] }, from: {} }, at)
    localStorage.setItem("phakhi.language", "en")
    dropAllDrafts()
    expect(keptDraft(key)).toBeUndefined()
    expect(localStorage.getItem("phakhi.language")).toBe("en")
  })

  it("is no draft when the storage holds something else", () => {
    localStorage.setItem(key, "{broken")
    expect(keptDraft(key)).toBeUndefined()
  })
})

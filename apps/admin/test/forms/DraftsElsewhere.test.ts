import type { KeptDraft as ServerDraft } from "@phakhi/client/Drafts"
import * as Field from "@phakhi/domain/kernel/Field"
import { Schema } from "effect"
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"
import { draftElsewhere, dropDraft, keepDraft, keptDraft, leaveDrafts, syncDraft } from "../../src/forms/Kept.ts"
import { closeDocument, openDocument } from "../setup.ts"

const fields = Field.fieldsOf(Schema.Struct({ purpose: Field.prose("วัตถุประสงค์", "Purpose") }))
const of = { account: "somebody", place: { operation: "missions.register", record: "new", part: "" } }

/** A server that keeps one draft, and counts the instants. */
const server = { draft: null as ServerDraft | null, clock: 0, reachable: true }

const answered = (body: unknown) => new Response(JSON.stringify(body))

beforeAll(openDocument)
afterAll(() => {
  vi.restoreAllMocks()
  return closeDocument()
})
beforeEach(() => {
  localStorage.clear()
  Object.assign(server, { draft: null, clock: 0, reachable: true })
  vi.spyOn(globalThis, "fetch").mockImplementation(async (_url, { body, method } = {}) => {
    if (!server.reachable) throw new TypeError("offline")
    if (method === "PUT") {
      server.clock += 1
      server.draft = { ...JSON.parse(String(body)), keptAt: `2026-11-30T00:00:0${server.clock}.000Z` }
      return answered({ keptAt: server.draft?.keptAt })
    }
    if (method === "DELETE") server.draft = null
    return answered({ draft: server.draft })
  })
})

const type = (purpose: string) => keepDraft(of, fields, { draft: { purpose }, from: {} }, new Date())
const onAnotherDevice = () => localStorage.clear()
const seen = () => keptDraft(of)?.draft["purpose"]

describe("a draft", () => {
  it("is found on another device", async () => {
    type("หนึ่ง")
    await syncDraft(of)
    onAnotherDevice()
    expect(await draftElsewhere(of)).toMatchObject({ draft: { purpose: "หนึ่ง" } })
    expect(seen()).toBe("หนึ่ง")
  })

  it("that stands here as it was kept last is not brought again", async () => {
    type("หนึ่ง")
    await syncDraft(of)
    expect(await draftElsewhere(of)).toBeUndefined()
  })

  it("that was typed here without a line goes before what the server has, and is kept there once there is one", async () => {
    type("หนึ่ง")
    await syncDraft(of)
    server.reachable = false
    type("สอง")
    await syncDraft(of)
    server.reachable = true
    expect(await draftElsewhere(of)).toBeUndefined()
    expect([seen(), server.draft?.draft]).toEqual(["สอง", { purpose: "สอง" }])
  })

  it("that was sent or dropped on another device is gone here too", async () => {
    type("หนึ่ง")
    await syncDraft(of)
    server.draft = null
    expect(await draftElsewhere(of)).toBe("gone")
    expect(seen()).toBeUndefined()
  })

  it("is dropped everywhere", async () => {
    type("หนึ่ง")
    await syncDraft(of)
    await dropDraft(of)
    expect([server.draft, seen()]).toEqual([null, undefined])
  })

  it("leaves the device on signing out, and is found again afterwards", async () => {
    type("พิมพ์ก่อนออก")
    await leaveDrafts()
    expect(localStorage).toHaveLength(0)
    expect(await draftElsewhere(of)).toMatchObject({ draft: { purpose: "พิมพ์ก่อนออก" } })
  })
})

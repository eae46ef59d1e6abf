import { randomBytes } from "node:crypto"
import type { View } from "@phakhi/domain/engine/View"
import { afterAll, describe, expect, it } from "vitest"
import { keptAnswers } from "../src/server/KeptAnswers.ts"
import { newAgency, type Person } from "./People.ts"
import { openWorld, type World } from "./World.ts"

const view = (id: string, version: number): View => ({ record: "mission", id, version, data: {}, actions: [] })
const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>
const morning = { asker: "officer", today: "2026-11-21" }

describe("Answers that are kept", () => {
  const opened = () => {
    const kept = keptAnswers(1_000_000)
    const find = (version: number, asking = morning, id = "a") => {
      const body = kept.find("mission", id, version, asking)
      return body === undefined ? undefined : new TextDecoder().decode(body)
    }
    kept.keep(view("a", 3), morning, bytes("ความร่วมมือ"))
    return { kept, find }
  }
  const finance = { ...morning, asker: "finance" }

  it("are given to the same person again, and to nobody else", () => {
    const { find, kept } = opened()
    expect(kept.version("mission", "a")).toBe(3)
    expect(find(3)).toBe("ความร่วมมือ")
    expect(find(3, finance)).toBeUndefined()
    expect(find(3, morning, "b")).toBeUndefined()
    kept.keep(view("a", 3), finance, bytes("other"))
    expect([find(3), find(3, finance)]).toEqual(["ความร่วมมือ", "other"])
  })

  it("are gone with the version and the day that they were made for", () => {
    for (const [version, asking] of [
      [4, morning],
      [3, { ...morning, today: "2026-11-22" }]
    ] as const) {
      const { find, kept } = opened()
      expect(find(version, asking)).toBeUndefined()
      expect([find(3), kept.bytes()]).toEqual([undefined, 0])
    }
    const { find, kept } = opened()
    kept.keep(view("a", 3), finance, bytes("other"))
    kept.keep(view("a", 4), morning, bytes("newer"))
    kept.keep(view("a", 3), morning, bytes("late"))
    expect([find(4), find(4, finance)]).toEqual(["newer", undefined])
    kept.forget("mission", "a")
    expect([kept.version("mission", "a"), kept.bytes()]).toEqual([undefined, 0])
  })

  it("never take more memory than they may; what was not asked for the longest goes first", () => {
    const limit = 100_000
    const kept = keptAnswers(limit)
    const body = () => new Uint8Array(randomBytes(5000))
    kept.keep(view("first", 1), morning, body())
    for (let number = 0; number < 100; number++) {
      kept.keep(view(`${number}`, 1), morning, body())
      expect(kept.bytes()).toBeLessThanOrEqual(limit)
      expect(kept.find("mission", "first", 1, morning)?.byteLength).toBe(5000)
    }
    expect(kept.find("mission", "0", 1, morning)).toBeUndefined()
    expect(kept.find("mission", "99", 1, morning)?.byteLength).toBe(5000)
  })
})

describe("A record that is asked for again", () => {
  let world: World
  afterAll(() => world.close())

  it("SEC-1 is answered the same until it changes, to each as that person's roles allow, and to no stranger", async () => {
    world = await openWorld()
    const agency = await newAgency(world)
    const officer = await agency.invite(["programme-officer"])
    const auditor = await agency.invite(["auditor"])
    const stranger = await (await newAgency(world, "กรมอื่น")).invite(["programme-officer"])
    const mission = { title: { th: "ศูนย์เด็กเล็ก" }, purpose: "ดูแลเด็ก", provinces: ["12"], routine: false }
    const { id } = (await (await officer.send("POST", "/v1/missions", mission)).json()) as { readonly id: string }
    const ask = async (person: Person) => {
      const response = await person.send("GET", `/v1/missions/${id}`)
      return { status: response.status, etag: response.headers.get("etag"), text: await response.text() }
    }
    const first = await ask(officer)
    expect(first).toMatchObject({ status: 200, etag: '"1"' })
    expect(await ask(officer)).toEqual(first)
    expect((await ask(auditor)).text).not.toBe(first.text)
    expect(await ask(officer)).toEqual(first)
    expect((await ask(stranger)).status).toBe(404)
    await officer.send("POST", `/v1/missions/${id}/begin-review`, {}, { "if-match": '"1"' })
    const second = await ask(officer)
    expect(second).toMatchObject({ status: 200, etag: '"2"' })
    expect(second.text).not.toBe(first.text)
    expect(await ask(officer)).toEqual(second)
    expect((await ask(stranger)).status).toBe(404)
  })
})

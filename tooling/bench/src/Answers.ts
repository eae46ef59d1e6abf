import { randomUUID } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { check } from "@phakhi/domain/processes/Checker"
import { compose, latest } from "@phakhi/domain/processes/Composition"
import type { Way } from "@phakhi/domain/processes/Process"
import { startApi } from "@phakhi/faults/ApiProcess"
import { fillPlace } from "@phakhi/faults/Filled"
import { startPostgres } from "@phakhi/testing/Postgres"
import type { Figure } from "./Figures.ts"
import { median } from "./Fire.ts"

const limit = 16

/** Six rounds of evaluation and payment in each way that they go with: the longest processes that an agency makes. */
const checked = (): number => {
  const began = performance.now()
  for (const [model, way] of [
    ["grant", "call"],
    ["grant", "persuasion"],
    ["contracting", "call"],
    ["contracting", "persuasion"]
  ] satisfies ReadonlyArray<readonly [Parameters<typeof latest>[0], Way]>) {
    const overlay = { title: { th: "การปรับของหน่วยงาน" }, model, edits: [{ _tag: "SetRounds", count: 6 }], waivers: [] }
    check(compose({ collaboration: latest("collaboration"), model: latest(model), way, overlay } as never))
  }
  return performance.now() - began
}

/** How long it takes to be turned away, not to find a record, and to have a process checked. */
export const answers = async ({ rounds }: { readonly rounds: number }, add: (figure: Figure) => void) => {
  const cluster = await startPostgres({ durable: true })
  const folder = mkdtempSync(join(tmpdir(), "phakhi-bench-"))
  const place = { folder, databaseUrl: cluster.url }
  try {
    const { grants, keys } = await fillPlace(place, [{ name: "grant", value: "1000000" }])
    const api = await startApi(place, { PHAKHI_MAX_IN_FLIGHT: String(limit) })
    const ask = async (key: string, id: string) => {
      const began = performance.now()
      const response = await fetch(`${api.url}/v1/partnerships/${id}`, { headers: { authorization: `Bearer ${key}` } })
      await response.arrayBuffer()
      return { status: response.status, took: performance.now() - began }
    }
    const [grant = ""] = grants
    const shed: Array<number> = []
    for (let round = 0; round < rounds; round++) {
      const all = await Promise.all(Array.from({ length: 20 * limit }, () => ask(keys.officer, grant)))
      shed.push(...all.flatMap(({ status, took }) => (status === 503 ? [took] : [])))
    }
    const turnedAway = median(shed)
    add({
      name: `503 with ${20 * limit} requests at once over a limit of ${limit}`,
      unit: "ms",
      ours: turnedAway,
      reference: null,
      ratio: turnedAway,
      goal: { atMost: 50 },
      note: `${shed.length} turned away`
    })
    // A mission's draft is known to its agency alone.
    const missionOf = async () => {
      const response = await fetch(`${api.url}/v1/missions`, {
        method: "POST",
        headers: { authorization: `Bearer ${keys.officer}`, "content-type": "application/json" },
        body: JSON.stringify({ title: { th: "ภารกิจ" }, purpose: "ทดลอง", provinces: ["12"], routine: false })
      })
      return ((await response.json()) as { readonly id: string }).id
    }
    const foreign = await missionOf()
    const missing = async (id: string) => {
      const times = []
      for (let request = 0; request < 41; request++) {
        const began = performance.now()
        const response = await fetch(`${api.url}/v1/missions/${id}`, {
          headers: { authorization: `Bearer ${keys.editor}` }
        })
        await response.arrayBuffer()
        if (response.status !== 404) throw new Error(`answered with ${response.status}`)
        times.push(performance.now() - began)
      }
      return median(times)
    }
    await missing(foreign)
    const found: Array<{ readonly foreign: number; readonly unknown: number }> = []
    for (let round = 0; round < rounds; round++) {
      found.push({ foreign: await missing(foreign), unknown: await missing(randomUUID()) })
    }
    add({
      name: "a record that one may not see against none",
      unit: "ms",
      ours: median(found.map(({ foreign }) => foreign)),
      reference: median(found.map(({ unknown }) => unknown)),
      ratio: median(found.map(({ foreign, unknown }) => foreign / unknown)),
      goal: { atMost: 1.5 }
    })
    await api.kill("SIGTERM")
  } finally {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const took = checked()
  add({
    name: "checking processes of six rounds",
    unit: "ms",
    ours: took,
    reference: null,
    ratio: took,
    goal: { atMost: 1000 }
  })
}

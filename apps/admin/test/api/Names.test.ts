import { QueryClient } from "@tanstack/react-query"
import { afterEach, expect, it, vi } from "vitest"
import { nameQuery } from "../../src/api/Names.ts"

const ids = Array.from({ length: 130 }, (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`)

afterEach(() => vi.unstubAllGlobals())

it("names asked for at once travel together, at most a hundred to a request, each asked for once", async () => {
  const asked: Array<ReadonlyArray<string>> = []
  vi.stubGlobal("fetch", async (path: string) => {
    const { pathname, searchParams } = new URL(path, "http://localhost")
    expect(pathname).toBe("/v1/accounts")
    const wanted = searchParams.get("ids")?.split(",") ?? []
    asked.push(wanted)
    const data = wanted.filter((id) => id !== ids[3]).map((id) => ({ id, title: { th: `คนที่ ${id.slice(-3)}` } }))
    return Response.json({ data, next: null, total: data.length })
  })
  const client = new QueryClient()
  const named = await Promise.all([...ids, ...ids].map((id) => client.fetchQuery(nameQuery("accounts", id))))
  expect(asked.map(({ length }) => length)).toEqual([100, 30])
  expect(named[5]).toEqual({ th: "คนที่ 005" })
  expect(named[3]).toBeNull()
})

it("SEC-2 a name that cannot be had is an error for those who asked, and is asked for again", async () => {
  let answers = 0
  vi.stubGlobal("fetch", async () => {
    answers++
    return answers === 1 ? new Response("{}", { status: 503 }) : Response.json({ data: [], next: null, total: 0 })
  })
  const client = new QueryClient()
  await expect(client.fetchQuery(nameQuery("accounts", ids[0] ?? ""))).rejects.toThrow()
  await expect(client.fetchQuery(nameQuery("accounts", ids[0] ?? ""))).resolves.toBeNull()
})

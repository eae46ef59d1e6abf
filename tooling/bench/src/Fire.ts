import autocannon from "autocannon"

export interface Shot {
  readonly method: "GET" | "POST"
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Fire {
  readonly url: string
  /** What the next request is; each is asked for once. */
  readonly next: () => Shot
  readonly connections?: number
  readonly seconds?: number
  /** So many requests instead of so many seconds. */
  readonly amount?: number
}

export interface Hits {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly statuses: Readonly<Record<string, number>>
  readonly seconds: number
}

/** Fires at a server and counts. Requests that were not answered are an error: a ratio with them means nothing. */
export const fire = async ({ amount, connections = 32, next, seconds = 3, url }: Fire): Promise<Hits> => {
  const began = performance.now()
  let lastAnswer = began
  const result = await autocannon({
    url,
    connections,
    // Of a number of requests it says how long they took in whole seconds alone.
    setupClient: (client) => client.on("response", () => (lastAnswer = performance.now())),
    ...(amount === undefined ? { duration: seconds } : { amount }),
    requests: [{ setupRequest: (request: object) => ({ ...request, ...next() }) }]
  })
  const took = (lastAnswer - began) / 1000
  if (result.errors > 0 || result.timeouts > 0) {
    throw new Error(`${url}: ${result.errors} errors and ${result.timeouts} timeouts`)
  }
  const statuses = Object.fromEntries(
    Object.entries(result.statusCodeStats ?? {}).map(([status, { count = 0 }]) => [status, count])
  )
  const answered = Object.values(statuses).reduce((sum, count) => sum + count, 0)
  return {
    perSecond: answered / (amount === undefined ? result.duration : took),
    p50: result.latency.p50,
    p99: result.latency.p99,
    statuses,
    seconds: took
  }
}

export const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

export const only = (statuses: Hits["statuses"], ...expected: ReadonlyArray<number>): void => {
  const other = Object.keys(statuses).filter((status) => !expected.includes(Number(status)))
  if (other.length > 0) throw new Error(`answers other than ${expected.join(", ")}: ${JSON.stringify(statuses)}`)
}

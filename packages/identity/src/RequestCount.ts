/** What one caller has asked for within a window. */
interface Counted {
  readonly since: number
  readonly count: number
}

interface Rule {
  /** In seconds. */
  readonly window: number
  readonly max: number
}

/** Beyond that many callers, whoever has asked for nothing the longest is forgotten. */
const mostCallers = 100_000

/**
 * Counts requests for one server. The library's own count is one for the whole process, so that servers side by side,
 * as in tests, shut each other's doors.
 */
export const requestCount = () => {
  const callers = new Map<string, Counted>()
  return {
    consume: async (key: string, { max, window }: Rule) => {
      const now = Date.now()
      const before = callers.get(key)
      const { count, since } =
        before === undefined || now - before.since >= window * 1000 ? { count: 0, since: now } : before
      if (count >= max) return { allowed: false, retryAfter: Math.ceil((since + window * 1000 - now) / 1000) }
      callers.delete(key)
      callers.set(key, { count: count + 1, since })
      const [oldest] = callers.keys()
      if (callers.size > mostCallers && oldest !== undefined) callers.delete(oldest)
      return { allowed: true, retryAfter: null }
    }
  }
}

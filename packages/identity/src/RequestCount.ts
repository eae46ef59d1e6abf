/** How often a caller has asked, and when the last request was that was let in. */
interface Counted {
  readonly last: number
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
 * Counts requests for one server, by the library's own rule: a caller begins anew once nothing of theirs was let in for a
 * whole window. The library's own count is one for the whole process, so that servers side by side, as in tests, would
 * shut each other's doors.
 */
export const requestCount = () => {
  const callers = new Map<string, Counted>()
  return {
    consume: async (key: string, { max, window }: Rule) => {
      const now = Date.now()
      const before = callers.get(key)
      const isOver = before === undefined || now - before.last >= window * 1000
      const count = isOver ? 0 : before.count
      if (count >= max && before !== undefined)
        return { allowed: false, retryAfter: Math.ceil((before.last + window * 1000 - now) / 1000) }
      callers.delete(key)
      callers.set(key, { count: count + 1, last: now })
      const [oldest] = callers.keys()
      if (callers.size > mostCallers && oldest !== undefined) callers.delete(oldest)
      return { allowed: true, retryAfter: null }
    }
  }
}

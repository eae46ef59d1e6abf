/** What a piece of work is answered with, and the longest that the thread worked on without letting anything else in. */
export interface Turns<A> {
  readonly answer: A
  readonly millis: number
}

const worked = (): number => {
  const { system, user } = process.threadCpuUsage()
  return system + user
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Measures by the work of the thread, not by the clock: what else the machine does is not counted. */
export const longestTurn = async <A>(work: () => Promise<A>): Promise<Turns<A>> => {
  let longest = 0
  let done = false
  await turn()
  let last = worked()
  const watching = (async () => {
    while (!done) {
      await turn()
      const now = worked()
      longest = Math.max(longest, now - last)
      last = now
    }
  })()
  const answer = await work().finally(() => {
    done = true
  })
  await watching
  return { answer, millis: longest / 1000 }
}

/** Time that runs as it does, and leaps ahead again and again: leases end, days pass, and things fall due. */
export interface PassingTime {
  /** Milliseconds since 1970 of the real clock from which on it leaps. */
  readonly began: number
  readonly everyMillis: number
  readonly leapMillis: number
  /** From this moment of the real clock on it leaps no more. */
  readonly until?: number
}

/** What it is when the real clock stands at `real`. */
export const momentAt = ({ began, everyMillis, leapMillis, until }: PassingTime, real: number): number =>
  real + Math.max(0, Math.floor((Math.min(real, until ?? real) - began) / everyMillis)) * leapMillis

const name = "PHAKHI_FAULTS_TIME"

/** Has a process of Node live in that time, whatever its program is. */
export const environmentOfTime = (time: PassingTime): NodeJS.ProcessEnv => ({
  [name]: JSON.stringify(time),
  NODE_OPTIONS: `--import=${new URL("./PassingClock.ts", import.meta.url).href}`
})

export const timeOfEnvironment = (): PassingTime => JSON.parse(process.env[name] ?? "") as PassingTime

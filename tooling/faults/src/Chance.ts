/** Printed by every test, so that a failing run can be repeated: `PHAKHI_SEED=… npx -y pnpm@12 test:faults`. */
export const seed = Number(process.env["PHAKHI_SEED"] ?? Date.now() % 1_000_000)

export interface Chance {
  /** A number from 0 up to, not including, 1. */
  readonly fraction: () => number
  readonly below: (limit: number) => number
}

/** The same numbers again for the same seed and purpose. */
export const chance = (purpose: string): Chance => {
  let state = [...purpose].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647, seed + 1)
  const fraction = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  return { fraction, below: (limit) => Math.floor(fraction() * limit) }
}

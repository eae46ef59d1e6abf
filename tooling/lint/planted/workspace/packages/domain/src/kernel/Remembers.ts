// Breaks the rule on the state of a module in every way that there is; what comes after them does not.
let count = 0
export const next = () => ++count

const known = new Map<string, number>()
export const remember = (name: string, value: number) => known.set(name, value)

const seen = new WeakSet<object>()
export const hasSeen = (one: object) => seen.has(one)

export const cached = (() => {
  const answers = new Set<string>()
  return (name: string) => answers.add(name)
})()

const names: Array<string> = ["a"]
export const name = (one: string) => names.push(one)

const totals: Record<string, number> = { a: 1 }
export const total = (one: string) => {
  totals[one] = 2
}

const table = new Map([["a", 1]])
export const valueOf = (one: string) => table.get(one)

export const counting = () => {
  const found = new Map<string, number>()
  return (one: string) => found.set(one, 1)
}

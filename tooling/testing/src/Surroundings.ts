/** What files of tests that run in one process share, as it is now. */
export interface Surroundings {
  readonly globals: ReadonlyMap<string, PropertyDescriptor>
  readonly environment: ReadonlyMap<string, string | undefined>
  readonly folder: string
}

export const surroundings = (): Surroundings => ({
  globals: new Map(Object.entries(Object.getOwnPropertyDescriptors(globalThis))),
  environment: new Map(Object.entries(process.env)),
  folder: process.cwd()
})

/** Names that libraries use among themselves, and two that the HTTP server replaces with its own, which do the same. */
const isInternal = (name: string): boolean => /^(~|__|Request$|Response$)/u.test(name)

/** Node puts some of its globals in place when they are first read: those were a getter before. */
const isChanged = (before: PropertyDescriptor | undefined, now: PropertyDescriptor | undefined): boolean => {
  if (before === undefined || now === undefined) return before !== now
  return "value" in before && !Object.is(before.value, now.value)
}

/** What is not as it was before. */
export const leftBehind = (before: Surroundings, now: Surroundings = surroundings()): ReadonlyArray<string> => {
  const names = new Set([...before.globals.keys(), ...now.globals.keys()])
  const variables = new Set([...before.environment.keys(), ...now.environment.keys()])
  return [
    ...[...names].filter((name) => !isInternal(name) && isChanged(before.globals.get(name), now.globals.get(name))),
    ...[...variables]
      .filter((name) => before.environment.get(name) !== now.environment.get(name))
      .map((name) => `process.env.${name}`),
    ...(before.folder === now.folder ? [] : [`the folder ${now.folder}`])
  ]
}

import { momentAt, timeOfEnvironment } from "./PassingTime.ts"

/** Loaded before the program of a process: its clock shows the time of the test. */
const time = timeOfEnvironment()
const real = Date.now
const now = () => momentAt(time, real())

globalThis.Date = new Proxy(Date, {
  construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  get: (target, key) => (key === "now" ? now : Reflect.get(target, key))
})

import { unpackChromium } from "./Chromium.ts"

// Unpacked before the first test, so that no test's time limit pays for it and a missing browser ends the run.
export default async () => {
  await unpackChromium()
}

import { type Browser, openBrowser } from "@phakhi/testing"
import { type Running, startDemo } from "./Server.ts"

interface Stage {
  readonly server: Running
  readonly browser: Browser
}

let set: Stage | undefined

/** One server and one browser for all of these tests: starting them costs more than most tests do. */
export const openStage = async (): Promise<void> => {
  const [server, browser] = await Promise.all([startDemo(), openBrowser()])
  set = { server, browser }
}

export const closeStage = async (): Promise<void> => {
  await set?.browser.close()
  await set?.server.stop()
}

export const stage = (): Stage => {
  if (set === undefined) throw new Error("the stage is not open yet")
  return set
}

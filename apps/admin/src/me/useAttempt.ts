import { useState } from "react"
import { Refused } from "../api/Api.ts"
import { common } from "../words/common.ts"
import type { Words } from "../words/Language.tsx"

/** Something one asks the server to do, and why it was refused. */
export const useAttempt = () => {
  const [problem, setProblem] = useState<Words>()
  const [busy, setBusy] = useState(false)
  const attempt = async (act: () => Promise<void>) => {
    setProblem(undefined)
    setBusy(true)
    try {
      await act()
    } catch (error) {
      setProblem(error instanceof Refused ? error.problem : common.unreachable)
    } finally {
      setBusy(false)
    }
  }
  return { attempt, busy, problem }
}

import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { Refused } from "../api/Api.ts"
import { common } from "../words/common.ts"
import type { Words } from "../words/Language.tsx"

/** Carries out an act and asks again for what it changed; what was refused is kept to be shown. */
export const useActing = (key: string) => {
  const client = useQueryClient()
  const [problem, setProblem] = useState<Words>()
  const attempt = async (act: () => Promise<unknown>): Promise<void> => {
    setProblem(undefined)
    try {
      await act()
      await client.invalidateQueries({ queryKey: [key] })
    } catch (error) {
      setProblem(error instanceof Refused ? error.problem : common.unreachable)
    }
  }
  return { attempt, problem }
}

import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { Refused } from "../api/Api.ts"
import { common } from "../words/common.ts"
import type { Words } from "../words/Language.tsx"

/** Carries out an act and asks again for what it changed; answers whether it was done, and keeps why not. */
export const useActing = (key: string) => {
  const client = useQueryClient()
  const [problem, setProblem] = useState<Words>()
  const attempt = async (act: () => Promise<unknown>): Promise<boolean> => {
    setProblem(undefined)
    try {
      await act()
      await client.invalidateQueries({ queryKey: [key] })
      return true
    } catch (error) {
      setProblem(error instanceof Refused ? error.problem : common.unreachable)
      return false
    }
  }
  return { attempt, problem }
}

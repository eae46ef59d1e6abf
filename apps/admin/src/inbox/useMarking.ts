import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { Refused } from "../api/Api.ts"
import { markThese, toldKey, unreadIds } from "../api/Notifications.ts"
import { common } from "../words/common.ts"
import type { Words } from "../words/Language.tsx"

/** What was marked last, so that it can be taken back. */
export interface LastMarked {
  readonly ids: ReadonlyArray<string>
  readonly read: boolean
}

/** Marks notifications as read or unread, and takes the last marking back. */
export const useMarking = () => {
  const client = useQueryClient()
  const [last, setLast] = useState<LastMarked>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Words>()

  const attempt = async (act: () => Promise<LastMarked | undefined>) => {
    setBusy(true)
    setProblem(undefined)
    try {
      setLast(await act())
    } catch (error) {
      setProblem(error instanceof Refused ? error.problem : common.unreachable)
    } finally {
      await client.invalidateQueries({ queryKey: toldKey })
      setBusy(false)
    }
  }
  const mark = (ids: ReadonlyArray<string>, read: boolean) =>
    attempt(async () => {
      await markThese(ids, read)
      return { ids, read }
    })
  const markAll = () =>
    attempt(async () => {
      const ids = await unreadIds()
      await markThese(ids, true)
      return { ids, read: true }
    })
  const undo = () =>
    attempt(async () => {
      if (last !== undefined) await markThese(last.ids, !last.read)
      return undefined
    })
  return { mark, markAll, undo, last, busy, problem }
}

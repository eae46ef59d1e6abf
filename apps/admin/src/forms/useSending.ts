import { faultsOf } from "@phakhi/domain/engine/Faults"
import type { Command } from "@phakhi/domain/engine/Operation"
import { useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { client as api, orThrow, type Problem, Refused, Unreachable, type View } from "../api/Api.ts"
import type { Mistake } from "./Reading.ts"

interface SendingOptions {
  readonly operation: Command
  readonly view: Pick<View, "id" | "version"> | undefined
}

type Outcome = { readonly view: View } | { readonly mistakes: ReadonlyArray<Mistake> } | undefined

const mistakesOf = (problem: Problem): ReadonlyArray<Mistake> =>
  faultsOf(problem).map(({ en, pointer, th }) => ({ pointer, words: { th, en } }))

/** Sends one form. The key stays the same through failures of the line, so that nothing happens twice. */
export const useSending = ({ operation, view }: SendingOptions) => {
  const client = useQueryClient()
  const key = useRef(crypto.randomUUID())
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [unreachable, setUnreachable] = useState(false)
  const [reloaded, setReloaded] = useState(false)

  const clear = (afterReload = false) => {
    setProblem(undefined)
    setUnreachable(false)
    setReloaded(afterReload)
  }

  const send = async (input: unknown): Promise<Outcome> => {
    setBusy(true)
    clear()
    try {
      const on = operation.target === "existing" && view !== undefined ? { id: view.id, seen: view.version } : {}
      const done = await orThrow(api.perform(operation.name, { input, key: key.current, ...on }))
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" })
      return { view: done }
    } catch (error) {
      if (error instanceof Unreachable) {
        setUnreachable(true)
        return undefined
      }
      if (!(error instanceof Refused)) throw error
      if (error.problem.tag === "KeyReused") key.current = crypto.randomUUID()
      setProblem(error.problem)
      const mistakes = mistakesOf(error.problem)
      return mistakes.length === 0 ? undefined : { mistakes }
    } finally {
      setBusy(false)
    }
  }
  return { send, busy, problem, unreachable, reloaded, clear }
}

import type { Command } from "@phakhi/domain/kernel/Operation"
import { routeOf } from "@phakhi/domain/operations/Route"
import { useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { type Problem, perform, Refused, Unreachable, type View } from "../api/Api.ts"
import type { Mistake } from "./Reading.ts"

interface SendingOptions {
  readonly operation: Command
  readonly view: Pick<View, "id" | "version"> | undefined
}

type Outcome = { readonly view: View } | { readonly mistakes: ReadonlyArray<Mistake> } | undefined

const mistakesOf = ({ errors, th, en }: Problem): ReadonlyArray<Mistake> =>
  errors.map(({ detail, pointer }, index) => ({
    pointer: pointer.replace(/^#/u, ""),
    words: index === 0 && errors.length === 1 ? { th, en } : { th: detail, en: detail }
  }))

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
      const path = routeOf(operation).path.replace("{id}", view?.id ?? "")
      const seen = operation.target === "existing" && view !== undefined ? { seen: view.version } : {}
      const done = await perform({ path, operation, input, key: key.current, ...seen })
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

import type { Field } from "@phakhi/domain/kernel/Field"
import { useCallback, useEffect, useRef, useState } from "react"
import type { Draft } from "./Draft.ts"
import { dropDraft, keepDraft, keptDraft } from "./Kept.ts"

interface DraftOptions {
  /** Where it is kept on this device; `undefined` where it may not be kept. */
  readonly key: string | undefined
  readonly fields: ReadonlyArray<Field>
  readonly beginning: Draft
  /** What no draft may override: the step or the part that the form is aimed at. */
  readonly fixed: Draft
}

const pause = 600

/** What is being typed, kept on this device a moment after each change and brought back when the form opens again. */
export const useDraft = ({ beginning, fields, fixed, key }: DraftOptions) => {
  const [found] = useState(() => (key === undefined ? undefined : keptDraft(key)))
  const [draft, setDraft] = useState<Draft>(() => ({ ...beginning, ...found?.draft, ...fixed }))
  const [keptAt, setKeptAt] = useState<string | undefined>(undefined)
  const [restored, setRestored] = useState(found !== undefined)
  const asked = useRef(fields)
  asked.current = fields
  const touched = useRef(false)
  const finished = useRef(false)

  useEffect(() => {
    if (key === undefined || !touched.current || finished.current) return
    const timer = setTimeout(() => setKeptAt(keepDraft(key, asked.current, draft, new Date()).at), pause)
    return () => clearTimeout(timer)
  }, [draft, key])

  const change = useCallback((next: Draft) => {
    touched.current = true
    setDraft(next)
  }, [])
  const set = useCallback((field: string, value: unknown) => {
    touched.current = true
    setDraft((before) => ({ ...before, [field]: value }))
  }, [])
  const finish = useCallback(() => {
    finished.current = true
    if (key !== undefined) dropDraft(key)
  }, [key])
  const startAgain = useCallback(() => {
    if (key !== undefined) dropDraft(key)
    touched.current = false
    setKeptAt(undefined)
    setRestored(false)
    setDraft({ ...beginning, ...fixed })
  }, [beginning, fixed, key])
  return { draft, change, set, finish, startAgain, restored, keptAt }
}

import type { Field } from "@phakhi/domain/kernel/Field"
import { useCallback, useEffect, useRef, useState } from "react"
import type { Draft } from "./Draft.ts"
import { dropDraft, keepDraft, keptDraft } from "./Kept.ts"
import { merged } from "./Merging.ts"

interface DraftOptions {
  /** Where it is kept on this device; `undefined` where it may not be kept. */
  readonly key: string | undefined
  readonly fields: ReadonlyArray<Field>
  readonly beginning: Draft
  /** What no draft may override: the step or the part that the form is aimed at. */
  readonly fixed: Draft
}

const pause = 600
const nothing: Draft = {}

/** What is being typed, kept on this device a moment after each change and brought back when the form opens again. */
export const useDraft = ({ beginning, fields, fixed, key }: DraftOptions) => {
  const [opened] = useState(() => {
    const kept = key === undefined ? undefined : keptDraft(key)
    const brought = kept && merged({ ...kept.from, ...kept.draft }, kept.from, { ...beginning, ...fixed })
    return { from: beginning, isKept: kept !== undefined, ...(brought ?? { draft: beginning, both: nothing }) }
  })
  const [draft, setDraft] = useState<Draft>({ ...opened.draft, ...fixed })
  const [both, setBoth] = useState<Draft>(opened.both)
  const [keptAt, setKeptAt] = useState<string | undefined>(undefined)
  const [restored, setRestored] = useState(opened.isKept)
  const asked = useRef(fields)
  asked.current = fields
  const from = useRef(opened.from)
  const touched = useRef(false)
  const finished = useRef(false)

  useEffect(() => {
    if (key === undefined || !touched.current || finished.current) return
    const keep = () => setKeptAt(keepDraft(key, asked.current, { draft, from: from.current }, new Date()).at)
    const timer = setTimeout(keep, pause)
    // A page that is left at once keeps what was typed last.
    addEventListener("pagehide", keep)
    return () => {
      clearTimeout(timer)
      removeEventListener("pagehide", keep)
    }
  }, [draft, key])

  const change = useCallback((next: Draft) => {
    touched.current = true
    setDraft(next)
  }, [])
  const set = useCallback((field: string, value: unknown) => {
    touched.current = true
    setDraft((before) => ({ ...before, [field]: value }))
  }, [])
  /** Goes on from what the record says now. */
  const rebase = useCallback(
    (now: Draft) => {
      const next = merged(draft, { ...from.current, ...fixed }, { ...now, ...fixed })
      from.current = now
      setDraft(next.draft)
      setBoth(next.both)
    },
    [draft, fixed]
  )
  const take = useCallback(
    (field: string) => {
      set(field, both[field])
      setBoth(({ [field]: _, ...others }) => others)
    },
    [both, set]
  )
  const finish = useCallback(() => {
    finished.current = true
    if (key !== undefined) dropDraft(key)
  }, [key])
  const startAgain = useCallback(() => {
    if (key !== undefined) dropDraft(key)
    touched.current = false
    from.current = beginning
    setKeptAt(undefined)
    setRestored(false)
    setBoth(nothing)
    setDraft({ ...beginning, ...fixed })
  }, [beginning, fixed, key])
  return { draft, both, change, set, rebase, take, finish, startAgain, restored, keptAt }
}

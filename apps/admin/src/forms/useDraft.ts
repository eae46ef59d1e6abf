import type { Field } from "@phakhi/domain/kernel/Field"
import { useCallback, useEffect, useRef, useState } from "react"
import type { Draft } from "./Draft.ts"
import { draftElsewhere, dropDraft, type Kept, type KeptDraft, keepDraft, keptDraft, syncDraft } from "./Kept.ts"
import { merged } from "./Merging.ts"

interface DraftOptions {
  /** Whose it is and of what; `undefined` where it may not be kept. */
  readonly of: Kept | undefined
  readonly fields: ReadonlyArray<Field>
  readonly beginning: Draft
  /** What no draft may override: the step or the part that the form is aimed at. */
  readonly fixed: Draft
}

const pause = 600
const pauseToSync = 2000
const nothing: Draft = {}

/** What is being typed, kept a moment after each change and brought back when the form opens again, here or elsewhere. */
export const useDraft = ({ beginning, fields, fixed, of }: DraftOptions) => {
  const brought = ({ draft, from }: KeptDraft) => merged({ ...from, ...draft }, from, { ...beginning, ...fixed })
  const [opened] = useState(() => {
    const kept = of === undefined ? undefined : keptDraft(of)
    return { isKept: kept !== undefined, ...(kept === undefined ? { draft: beginning, both: nothing } : brought(kept)) }
  })
  const [draft, setDraft] = useState<Draft>({ ...opened.draft, ...fixed })
  const [both, setBoth] = useState<Draft>(opened.both)
  const [keptAt, setKeptAt] = useState<string | undefined>(undefined)
  const [restored, setRestored] = useState(opened.isKept)
  const asked = useRef(fields)
  asked.current = fields
  const from = useRef(beginning)
  const touched = useRef(false)
  const finished = useRef(false)

  const bring = useRef(brought)
  bring.current = brought
  // The form of one operation on one record: `of` says the same as long as it is open.
  const [kept] = useState(of)
  useEffect(() => {
    if (kept === undefined) return
    void draftElsewhere(kept).then((found) => {
      if (found === undefined || touched.current || finished.current) return
      const next = found === "gone" ? { draft: from.current, both: nothing } : bring.current(found)
      setDraft((before) => ({ ...before, ...next.draft }))
      setBoth(next.both)
      setRestored(found !== "gone")
    })
  }, [kept])

  useEffect(() => {
    if (kept === undefined || !touched.current || finished.current) return
    const keep = () => setKeptAt(keepDraft(kept, asked.current, { draft, from: from.current }, new Date()).at)
    const timers = [setTimeout(keep, pause), setTimeout(() => void syncDraft(kept), pauseToSync)]
    // A page that is left at once keeps what was typed last.
    addEventListener("pagehide", keep)
    return () => {
      for (const timer of timers) clearTimeout(timer)
      removeEventListener("pagehide", keep)
    }
  }, [draft, kept])

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
    if (kept !== undefined) void dropDraft(kept)
  }, [kept])
  const startAgain = useCallback(() => {
    if (kept !== undefined) void dropDraft(kept)
    touched.current = false
    from.current = beginning
    setKeptAt(undefined)
    setRestored(false)
    setBoth(nothing)
    setDraft({ ...beginning, ...fixed })
  }, [beginning, fixed, kept])
  return { draft, both, change, set, rebase, take, finish, startAgain, restored, keptAt }
}

import type { Action } from "@phakhi/domain/engine/View"
import { useSyncExternalStore } from "react"
import type { View } from "../api/Api.ts"

/** The record whose page is open, and how the form of one of its operations is opened there. */
export interface Offered {
  readonly view: View
  readonly open: (action: Action) => void
}

let here: Offered | undefined
const listeners = new Set<() => void>()

const offer = (offered: Offered | undefined): void => {
  here = offered
  for (const listener of listeners) listener()
}

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What the open page offers to those outside it. */
export const useOpenPage = (): Offered | undefined => useSyncExternalStore(listen, () => here)

/** Offers a record until its page goes. */
export const announceOpenPage = (offered: Offered): (() => void) => {
  offer(offered)
  return () => {
    if (here === offered) offer(undefined)
  }
}

import type { Action } from "@phakhi/domain/operations/View"
import type { View } from "../api/Api.ts"

/** The record whose page is open, and how the form of one of its operations is opened there. */
export interface Offered {
  readonly view: View
  readonly open: (action: Action) => void
}

let here: Offered | undefined

/** What the open page offers to those outside it. */
export const offeredHere = (): Offered | undefined => here

/** Offers a record until its page goes. */
export const offerHere = (offered: Offered): (() => void) => {
  here = offered
  return () => {
    if (here === offered) here = undefined
  }
}

import { lazy, Suspense, useSyncExternalStore } from "react"

let isWanted = false
let tell = (): void => undefined

/** From the first notice on there is a place for them: the first page does without. */
export const wantNotices = (): void => {
  isWanted = true
  tell()
}

const subscribe = (changed: () => void) => {
  tell = changed
  return () => {
    tell = () => undefined
  }
}

const Notices = lazy(async () => ({ default: (await import("./Notices.tsx")).Notices }))

export const NoticePlace = () =>
  useSyncExternalStore(subscribe, () => isWanted) ? (
    <Suspense fallback={null}>
      <Notices />
    </Suspense>
  ) : null

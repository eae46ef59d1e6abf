import { notificationsOf } from "@phakhi/client/Notifications"
import type { Inbox } from "./Inbox.ts"
import type { Settings } from "./Io.ts"
import { clientOf } from "./Remote.ts"
import { answered } from "./Visit.ts"

/** Notifications at a server. */
export const inbox = (settings: Settings, url: string): Inbox => {
  const { choose, list, mark, settings: chosen } = notificationsOf(clientOf(settings, url))
  return {
    list: (input) => answered(() => list(input)),
    mark: (marking) => answered(() => mark(marking)),
    settings: answered(() => chosen()),
    choose: (wanted) => answered(() => choose(wanted))
  }
}

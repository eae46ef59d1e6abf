import type { NotificationPage, NotificationSettings } from "@phakhi/domain/engine/Notification"
import type { Answer, Client } from "./Client.ts"

export type { Notification, NotificationPage } from "@phakhi/domain/engine/Notification"

export interface NotificationsInput {
  readonly unread?: boolean
  readonly limit?: number
  readonly before?: string
}

/** Without ids, all of them; `read: false` marks them as unread again. */
export interface Marking {
  readonly ids?: ReadonlyArray<string>
  readonly read?: boolean
}

export interface Marked {
  readonly changed: number
  readonly unread: number
}

export interface ShownSettings extends NotificationSettings {
  /** Without a mail server nothing is mailed, whatever one chose. */
  readonly mailConfigured: boolean
}

export interface Notifications {
  readonly list: (input: NotificationsInput, signal?: AbortSignal) => Answer<NotificationPage>
  readonly mark: (marking: Marking) => Answer<Marked>
  readonly settings: (signal?: AbortSignal) => Answer<ShownSettings>
  readonly choose: (settings: NotificationSettings) => Answer<ShownSettings>
}

const path = "/v1/notifications"

const queryOf = (input: NotificationsInput): string => {
  const text = new URLSearchParams(
    Object.entries(input).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  ).toString()
  return text === "" ? "" : `?${text}`
}

/** What the caller has been told, and how the caller wants to be told. */
export const notificationsOf = ({ send }: Pick<Client, "send">): Notifications => ({
  list: (input, signal) => send("GET", `${path}${queryOf(input)}`, undefined, signal) as Answer<NotificationPage>,
  mark: (marking) => send("POST", `${path}/read`, { json: marking }) as Answer<Marked>,
  settings: (signal) => send("GET", `${path}/settings`, undefined, signal) as Answer<ShownSettings>,
  choose: (settings) => send("POST", `${path}/settings`, { json: settings }) as Answer<ShownSettings>
})

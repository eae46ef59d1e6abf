import { type NotificationPage, notificationsOf } from "@phakhi/client/Notifications"
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import { client, orThrow } from "./Api.ts"

export type { Notification, NotificationPage, ShownSettings } from "@phakhi/client/Notifications"

export const notifications = notificationsOf(client)

/** All that changes when something is told, or read. */
export const toldKey = ["notifications"] as const

const everyMinute = 60_000

/** How many are unread, up to a hundred; asked again from time to time. */
export const unreadQuery = queryOptions({
  queryKey: [...toldKey, "unread"],
  queryFn: async ({ signal }) => (await orThrow(notifications.list({ unread: true, limit: 1 }, signal))).unread,
  refetchInterval: everyMinute
})

const perPage = 25

/** What one has been told, page by page, newest first. */
export const notificationsQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: [...toldKey, "list", unread],
    queryFn: ({ pageParam, signal }): Promise<NotificationPage> =>
      orThrow(
        notifications.list(
          { limit: perPage, ...(unread ? { unread } : {}), ...(pageParam === null ? {} : { before: pageParam }) },
          signal
        )
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next
  })

export const settingsQuery = queryOptions({
  queryKey: [...toldKey, "settings"],
  queryFn: ({ signal }) => orThrow(notifications.settings(signal))
})

const atOnce = 100

/** The ids of all that is unread now. */
export const unreadIds = async (): Promise<ReadonlyArray<string>> => {
  const ids: Array<string> = []
  let before: string | null = null
  do {
    const page: NotificationPage = await orThrow(
      notifications.list({ unread: true, limit: atOnce, ...(before === null ? {} : { before }) })
    )
    ids.push(...page.data.map(({ id }) => id))
    before = page.next
  } while (before !== null)
  return ids
}

/** Marks these and no others, so that it can be taken back. */
export const markThese = async (ids: ReadonlyArray<string>, read: boolean): Promise<void> => {
  for (let from = 0; from < ids.length; from += atOnce) {
    await orThrow(notifications.mark({ ids: ids.slice(from, from + atOnce), read }))
  }
}

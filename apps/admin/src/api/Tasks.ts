import type { CountedPage, TasksOf } from "@phakhi/domain/engine/EventStore"
import type { TaskRow } from "@phakhi/domain/engine/TaskQuestion"
import { infiniteQueryOptions } from "@tanstack/react-query"
import { client, orThrow } from "./Api.ts"

export type { TaskRow, TasksOf }

export interface TaskFilter {
  readonly of: TasksOf
  readonly late: boolean
}

const perPage = 25

/** What waits, page by page, the most urgent first. */
export const tasksQuery = ({ late, of }: TaskFilter) =>
  infiniteQueryOptions({
    queryKey: ["tasks", of, late],
    queryFn: ({ pageParam, signal }): Promise<CountedPage<TaskRow>> =>
      orThrow(
        client.ask("tasks.list", {
          input: {
            of,
            limit: perPage,
            ...(late ? { late } : {}),
            ...(pageParam === null ? {} : { cursor: pageParam })
          },
          signal
        })
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next
  })

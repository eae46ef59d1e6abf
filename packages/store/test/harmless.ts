/**
 * What somebody with the database can change in these tables without being named, and why that is so: no event says it, and
 * nobody gains by it. A column alone, or a whole table.
 */
export const harmless: { readonly [table: string]: string | { readonly [column: string]: string } } = {
  draft: "what somebody typed and did not send is their own, beside the log",
  notification_setting: "how somebody wants to be told is their own",
  tick: "a run of the clock that comes again finds done what it has to do",
  notification: "what was told is a copy of tasks that may have gone; what counts is the record that it leads to",
  phakhi_migration: { created_at: "when a migration ran is only noted" },
  record: {},
  task: {
    reminded: "which reminder was sent last: another is sent again, or left out",
    since: "where the record does not declare it, only the order of the list follows from it"
  },
  idempotency: { digest: "what was sent is kept nowhere else: with another one a repetition is refused" },
  outbox: {
    n: "only the order of sending",
    id: "only what tells a repetition of a mail",
    topic: "a message under a topic that nobody sends stays unsent",
    key: "only what is sent after what",
    payload: "which of several tasks it is about may have changed since",
    owner: "of a task that has gone",
    created_at: "when it was written",
    due: "when it is sent next",
    tries: "how often it was tried",
    done_at: "whether it was sent: another is sent again, or not",
    failed_at: "whether it was given up",
    last_error: "why it was given up"
  }
}

/** Rows of these may go, as they do by themselves. */
export const mayGo = ["draft", "notification_setting", "tick", "notification", "outbox"]

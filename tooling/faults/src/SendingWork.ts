export const sealKeyOfSending = "the same seal key for every process that sends"

/** A mail whose subject says what it tells of. */
export const mailOf = (subject: string) => ({
  to: { name: "", address: "somying@example.org" },
  subject,
  text: "แจ้งเพื่อทราบ"
})

/** What the clock reminds of when it goes from one slot to another. */
export const reminderOf = (after: string | null, upto: string): string => `${after ?? "begin"} ${upto}`

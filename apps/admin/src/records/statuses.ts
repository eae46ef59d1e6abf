const trouble: ReadonlyArray<string> = ["Suspended", "locked"]
const over: ReadonlyArray<string> = ["Closed", "Cancelled", "Terminated", "inactive", "ended"]

export const colourOf = (status: string): string =>
  trouble.includes(status) ? "red" : over.includes(status) ? "gray" : "teal"

import type { Command } from "../engine/Operation.ts"
import type { Wording } from "../kernel/Refusal.ts"

/** What an act has come to, by the events that it brought about. */
export const actWords = (
  { outcomes = {}, summary }: Pick<Command, "outcomes" | "summary">,
  events: ReadonlyArray<string>
): Wording => {
  const told = Object.keys(outcomes).find((event) => events.includes(event))
  return (told === undefined ? undefined : outcomes[told]) ?? summary
}

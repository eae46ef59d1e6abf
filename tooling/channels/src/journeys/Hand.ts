import type { Call, Channel, Person } from "../Channel.ts"

/** A record as a journey uses it: what is in it is the partnership's own business. */
export interface Shown {
  readonly id: string
  readonly version: number
  readonly data: unknown
}

/** Someone's way of doing things that are expected to work. */
export type Act = (
  person: Person,
  operation: string,
  input?: unknown,
  id?: string,
  more?: Pick<Call, "key">
) => Promise<Shown>

/** Acts through a channel; a refusal ends the journey, in its own words. */
export const handOf =
  (channel: Channel): Act =>
  async (person, operation, input = {}, id, more = {}) => {
    const outcome = await channel.send({ person, operation, input, ...(id === undefined ? {} : { id }), ...more })
    if (outcome._tag === "Answered") return outcome.answer
    const { en, rule, tag } = outcome.said
    throw new Error(`${channel.name}: ${operation} was refused: ${tag} (${rule}) ${en}\n${JSON.stringify(input)}`)
  }

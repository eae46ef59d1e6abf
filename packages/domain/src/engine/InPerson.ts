import { Result } from "effect"
import type { Actor } from "../kernel/Actor.ts"
import type { Command } from "./Operation.ts"
import { refuse } from "./refusals.ts"

/** SEC-9: whoever holds a key of a second person would be both; so what one person does and another confirms takes a sign-in. */
export const asPerson = ({ inPerson, summary }: Pick<Command, "inPerson" | "summary">, actor: Actor) =>
  inPerson === true && actor.kind === "integration"
    ? refuse("SessionRequired", { act: summary })
    : Result.succeed(undefined)

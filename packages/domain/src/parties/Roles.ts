import { Role } from "../kernel/Actor.ts"
import type { Wording } from "../kernel/Refusal.ts"
import { partyWords } from "./words.ts"

type Given = Exclude<Role, "public">

const isGiven = (role: Role): role is Given => role !== "public"

/** The roles that can be given to an account; `public` is everyone's and is never given. */
export const roleNames = Object.fromEntries(
  Role.literals.filter(isGiven).map((role) => [role, partyWords.values[role]])
) as Readonly<Record<Given, Wording>>

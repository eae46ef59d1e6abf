import * as Fs from "node:fs"
import { uuid } from "uuid"
import type { Mission } from "../missions/Mission.ts"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"

export interface Tranche {
  readonly mission: Mission
}
export const impure = [Date.now(), new Date(), Math.random(), Date()]
export const pure = [new Date(0), Effect, SqlClient, Fs, uuid]

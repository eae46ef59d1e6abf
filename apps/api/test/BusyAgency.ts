import { fileURLToPath } from "node:url"
import { catalogue } from "@phakhi/domain/catalogue"
import { Identity } from "@phakhi/identity/Identity"
import { SqlClient } from "effect/sql"
import { loadDemo, readDemo } from "../src/server/Demo.ts"
import { type Person, send } from "./People.ts"
import { openWorld, type World } from "./World.ts"

export interface Busy {
  readonly world: World
  /** One for each person who works in the agency, with every role among them. */
  readonly people: ReadonlyArray<Person["send"]>
  /** All records, by their kind. */
  readonly ids: ReadonlyMap<string, ReadonlyArray<string>>
}

/** The agency of the demonstration, with records at every stage. */
export const openBusyAgency = async (): Promise<Busy> => {
  const world = await openWorld()
  const text = readDemo(fileURLToPath(new URL("../../../demo", import.meta.url)))
  await world.run(loadDemo(catalogue, text, { begin: () => undefined, progress: () => undefined }))
  const rows = await world.run(
    SqlClient.SqlClient.use((sql) =>
      sql.unsafe<{ record: string; id: string; email: string | null }>(
        `SELECT record, id, state->'personal'->>'email' AS email FROM record ORDER BY record, id`
      )
    )
  )
  const ids = new Map(
    [...Map.groupBy(rows, ({ record }) => record)].map(([record, found]) => [record, found.map(({ id }) => id)])
  )
  const staff = rows.filter(({ email }) => email?.endsWith("@dcy.example.org") === true)
  const people = await Promise.all(
    staff.map(async ({ id }) => {
      const { key } = await world.run(
        Identity.use((identity) => identity.createKey(id, { name: "fuzz", scopes: ["all"] }))
      )
      return send(world, { authorization: `Bearer ${key}` })
    })
  )
  return { world, people, ids }
}

import { randomBytes } from "node:crypto"
import pg from "pg"
import { inject } from "vitest"
import type {} from "./postgresSetup.ts"

export interface Database extends AsyncDisposable {
  readonly url: string
  /** Closes whatever is still connected and removes the database. */
  readonly drop: () => Promise<void>
}

/** A migrated database that others are cloned from; made once per server, whoever asks first. */
export interface Template {
  readonly name: string
  readonly migrate: (url: string) => Promise<void>
}

const withName = (server: string, name: string) => {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

const admin = async <A>(server: string, use: (client: pg.Client) => Promise<A>): Promise<A> => {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

const ensureTemplate = (server: string, template: Template): Promise<string> =>
  admin(server, async (client) => {
    const name = `template_${template.name}`
    const unfinished = `${name}_unfinished`
    await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [name])
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name])
    if (found.rowCount === 0) {
      await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(unfinished)} WITH (FORCE)`)
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(unfinished)}`)
      await template.migrate(withName(server, unfinished))
      await client.query(
        `ALTER DATABASE ${client.escapeIdentifier(unfinished)} RENAME TO ${client.escapeIdentifier(name)}`
      )
    }
    return name
  })

/** An empty database of its own, or a clone of the migrated template, on the server that the test project started. */
export const freshDatabase = async (template?: Template, server = inject("postgresUrl")): Promise<Database> => {
  const source = template === undefined ? "template1" : await ensureTemplate(server, template)
  const name = `test_${randomBytes(8).toString("hex")}`
  await admin(server, (client) =>
    client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE ${client.escapeIdentifier(source)}`)
  )
  const drop = async () => {
    await admin(server, (client) =>
      client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`)
    )
  }
  return { url: withName(server, name), drop, [Symbol.asyncDispose]: drop }
}

import type { TestProject } from "vitest/node"
import { startPostgres } from "./Postgres.ts"

declare module "vitest" {
  interface ProvidedContext {
    readonly postgresUrl: string
  }
}

export default async (project: TestProject) => {
  const cluster = await startPostgres()
  project.provide("postgresUrl", cluster.url)
  return cluster.stop
}

import { type Capability, type Catalogue, joined } from "@phakhi/domain/engine/Catalogue"
import type { Io } from "./Io.ts"
import { given } from "./Session.ts"

/** What answers a question of the rules, and nothing else: to load all that Phakhi can do takes longer than the answer. */
const answering: { readonly [line: string]: () => Promise<Capability> } = {
  "rules list": async () => (await import("@phakhi/domain/handbook/index")).handbook,
  "rules show": async () => (await import("@phakhi/domain/handbook/index")).handbook,
  "models recommend": async () => (await import("@phakhi/domain/models/index")).models,
  "process check": async () => (await import("@phakhi/domain/processes/index")).processes,
  "process diagram": async () => (await import("@phakhi/domain/processes/index")).processes,
  "kpi score": async () => (await import("@phakhi/domain/evaluation/index")).evaluation,
  "reductions measure": async () => (await import("@phakhi/domain/improvement/index")).improvement
}

const everything = async (): Promise<Catalogue> => (await import("@phakhi/domain/catalogue")).catalogue

/** As much of the catalogue as a command line needs. Help, and what goes through a server, tells of all of it. */
export const catalogueFor = async (args: ReadonlyArray<string>, env: Io["env"]): Promise<Catalogue> => {
  const [noun = "", verb = ""] = args
  const load = Object.hasOwn(answering, `${noun} ${verb}`) ? answering[`${noun} ${verb}`] : undefined
  const isMore = args.some((arg) => /^(?:--(?:help|url|completions|version)\b|-h$|-v$)/u.test(arg))
  if (load === undefined || isMore || given(env, "PHAKHI_URL") !== undefined) return everything()
  const [asked, { allSaid }] = await Promise.all([load(), import("@phakhi/domain/Said")])
  return joined([asked, ...allSaid])
}

import { readdirSync, readFileSync } from "node:fs"
import { assert } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import { EventStore, everyRow } from "@phakhi/domain/engine/EventStore"
import { perform } from "@phakhi/domain/engine/Perform"
import type { AccountHolder } from "@phakhi/domain/kernel/Actor"
import type { Account } from "@phakhi/domain/parties/Account"
import type { Partnership } from "@phakhi/domain/partnerships/Partnership"
import type { partnershipRecord } from "@phakhi/domain/partnerships/Record"
import { replay } from "@phakhi/domain/replay/Replay"
import { upload } from "@phakhi/store/Uploads"
import { Effect, Option, Stream } from "effect"
import type { World } from "./World.ts"

const demo = new URL("../../../demo/", import.meta.url)

const lines = (): string =>
  readdirSync(demo)
    .filter((name) => name.endsWith(".ndjson"))
    .sort()
    .map((name) => readFileSync(new URL(name, demo), "utf8"))
    .join("")

interface Kept<State = unknown> {
  readonly id: string
  /** In wire form. */
  readonly state: State
}

type Wire = (typeof partnershipRecord)["State"]["Encoded"] & Pick<Partnership, "assignments">

const keptOf = <State>(record: string) =>
  Effect.gen(function* () {
    const store = yield* EventStore
    const { data } = yield* store.list(everyRow(record, 1000))
    const found: Array<Kept<State>> = []
    for (const { id } of data)
      found.push({ id, state: Option.getOrThrow(yield* store.load(record, id)).state as State })
    return found
  })

const secret = "รายชื่อเด็กในศูนย์-ห้ามเผยแพร่"

/** An officer of the owner attaches a file that nobody publishes. */
const attach = (accounts: ReadonlyArray<Kept<Account>>, { id, state }: Kept<Wire>) =>
  Effect.gen(function* () {
    const officer = accounts.find(
      ({ state: { organisation, roles, status } }) =>
        status === "active" && organisation === state.owner && roles.includes("programme-officer")
    )
    if (officer === undefined || state.standing._tag !== "Running") return []
    const { organisation, roles } = officer.state
    const actor = { kind: "person", account: officer.id, organisation, roles } as AccountHolder
    const content = Stream.make(new TextEncoder().encode(`${secret} ${id}\n`))
    const { digest } = yield* upload(content, actor)
    const input = { file: digest, name: `${secret}.txt` }
    yield* perform(catalogue, { operation: "evidence.attach", id, input, actor, seen: "latest" })
    return [digest]
  })

const isAnnounced = ({ state: { agreement } }: Kept<Wire>): boolean =>
  agreement !== undefined && "announcement" in agreement && agreement.announcement !== undefined

/** All strings below what is named so, at any depth. */
const textsOf = (value: unknown, names: ReadonlyArray<string>, found = new Set<string>()): Set<string> => {
  if (typeof value !== "object" || value === null) return found
  for (const [name, part] of Object.entries(value)) {
    if (names.includes(name) && typeof part === "string") found.add(part)
    else textsOf(part, names, found)
  }
  return found
}

const notices = ({ delivery: { lessons, notices, reports } }: Wire) => [
  ...textsOf([notices, lessons], ["text"]),
  ...textsOf(reports, ["narrative", "problems"])
]

/** What no visitor is to find anywhere, each by what it is. */
const withheld = (partnerships: ReadonlyArray<Kept<Wire>>, accounts: ReadonlyArray<Kept<Account>>) => {
  const open = partnerships.filter(isAnnounced).map(({ state }) => state)
  const shut = partnerships.filter((one) => !isAnnounced(one))
  const signed = new Set(open.flatMap(({ agreement }) => [...textsOf(agreement, ["account"])]))
  const others = accounts.filter(({ id }) => !signed.has(id))
  const known = accounts.filter(({ id }) => signed.has(id)).map(({ state }) => state.personal.name)
  return {
    "an account": others.map(({ id }) => id),
    "a person's name": others.flatMap(({ state: { personal } }) =>
      personal.name === undefined || known.includes(personal.name) ? [] : [personal.name]
    ),
    "an e-mail address": accounts.flatMap(({ state: { personal } }) => personal.email ?? []),
    "a member of a committee": open.flatMap(({ committee }) => [...textsOf(committee, ["name"])]),
    "a notice, lesson or narrative": open.flatMap(notices),
    "a finding": open.flatMap(({ evaluations }) => [
      ...textsOf(evaluations, ["findings", "noVisitReason", "returnedReason"])
    ]),
    "a note on a payment": open.flatMap(({ funding }) => [...textsOf(funding.disbursements, ["note"])]),
    "a draft": shut.flatMap(({ id, state }) => [id, ...textsOf(state.agreement, ["objectives"])]),
    evidence: [secret]
  }
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>
}

/** Everything that the API answers to whoever is not signed in, whatever ids they have heard of. */
const answersTo = async (
  { app }: World,
  ids: ReadonlyMap<string, ReadonlyArray<string>>,
  digests: ReadonlyArray<string>
) => {
  const answers = new Map<string, string>()
  const ask = async (path: string): Promise<void> => {
    if (answers.has(path)) return
    const response = await app.request(path)
    const text = await response.text()
    answers.set(path, text)
    const next = /^<([^>]+)>/u.exec(response.headers.get("link") ?? "")?.[1]
    if (next !== undefined) await ask(next)
    const { next: before } = response.ok && path.includes("limit=") ? (JSON.parse(text) as { next?: unknown }) : {}
    if (typeof before === "string") await ask(`${path.split("?")[0]}?limit=100&before=${before}`)
  }
  const { paths } = (await (await app.request("/openapi.json")).json()) as Description
  for (const path of Object.entries(paths).flatMap(([path, methods]) => ("get" in methods ? [path] : []))) {
    const plural = path.split("/")[2] ?? ""
    const named = path.includes("{id}") ? (ids.get(plural) ?? []).map((id) => path.replace("{id}", id)) : [path]
    for (const one of named.flatMap((about) => digests.map((digest) => about.replace("{digest}", digest)))) {
      await ask(one)
      if (/\/(?:history|people)$/u.test(one)) await ask(`${one}?limit=100`)
      if (ids.has(plural) && !path.includes("{")) await ask(`${one}?format=csv`)
    }
  }
  return answers
}

/** What everyone reads of an announced partnership. */
const openly = ({ agreement, choice, delivery, evaluations, funding, mission, parties, plan, recipient }: Wire) => {
  const { announcement, terms } = agreement as Extract<typeof agreement, { readonly announcement?: object }> & object
  return {
    mission,
    recipient,
    announcement,
    parties: parties.map(({ as, organisation }) => ({ as, organisation })),
    model: choice?.model,
    objectives: terms.objectives,
    period: terms.period,
    value: terms.value,
    tranches: funding.tranches,
    paid: funding.disbursements.flatMap((one) =>
      one._tag === "Approved" || one._tag === "Reversed" ? [{ tranche: one.tranche, amount: one.amount }] : []
    ),
    indicators: plan?.indicators,
    results: delivery.reports.map(({ results }) => results),
    scores: evaluations.map(({ final }) => final),
    recommendations: evaluations.map(({ recommendations }) => recommendations)
  }
}

/** A visitor over the demonstration: every address of the API, and what is found there. */
export const walk = async (world: World): Promise<void> => {
  await world.run(replay(catalogue, { text: lines(), actor: null }).pipe(Effect.orDie))
  const partnerships = await world.run(keptOf<Wire>("partnership").pipe(Effect.orDie))
  const accounts = await world.run(keptOf<Account>("account").pipe(Effect.orDie))
  const announced = partnerships.filter(isAnnounced)
  assert.isAtLeast(announced.length, 3)
  const digests = await world.run(
    Effect.forEach(announced, (one) => attach(accounts, one)).pipe(
      Effect.map((found) => found.flat()),
      Effect.orDie
    )
  )
  assert.isNotEmpty(digests)
  const ids = new Map<string, ReadonlyArray<string>>()
  for (const { type } of catalogue.readers)
    ids.set(
      type.plural,
      (await world.run(keptOf(type.name).pipe(Effect.orDie))).map(({ id }) => id)
    )
  const answers = await answersTo(world, ids, digests)
  const found = Object.entries({ ...withheld(partnerships, accounts), "a file": digests }).flatMap(([what, texts]) =>
    [...answers].flatMap(([path, answer]) => {
      const said = texts.find((text) => answer.includes(text) && !path.includes(text))
      return said === undefined ? [] : [`${what} at ${path}: ${said}`]
    })
  )
  assert.deepStrictEqual(found, [])
  for (const { id, state } of announced) {
    const { data } = JSON.parse(answers.get(`/v1/partnerships/${id}`) ?? "{}") as { readonly data: Wire }
    assert.deepStrictEqual(openly(data), openly(state))
    const { data: named } = JSON.parse(answers.get(`/v1/partnerships/${id}/people`) ?? "{}") as {
      readonly data: ReadonlyArray<{ readonly account: string }>
    }
    const signed = textsOf(state.agreement, ["account"])
    assert.deepStrictEqual(new Set(named.map(({ account }) => account)), signed)
  }
}

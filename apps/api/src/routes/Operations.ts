import { recordTypes } from "@phakhi/domain/catalogue"
import { ask, askForOne } from "@phakhi/domain/engine/Ask"
import { offeredIn, readerOf } from "@phakhi/domain/engine/Catalogue"
import { currentInstant } from "@phakhi/domain/engine/Context"
import type { ListPage } from "@phakhi/domain/engine/EventStore"
import { lookingAt } from "@phakhi/domain/engine/OpenRecord"
import type { Command, Query } from "@phakhi/domain/engine/Operation"
import { perform, performBriefly } from "@phakhi/domain/engine/Perform"
import type { Reader } from "@phakhi/domain/engine/Reader"
import { malformed, refusal } from "@phakhi/domain/engine/refusals"
import { askerOf } from "@phakhi/domain/engine/View"
import { senderOf as keyedBy } from "@phakhi/domain/kernel/Actor"
import { type Language, Language as Languages } from "@phakhi/domain/kernel/LocalizedText"
import { bangkokDay, type Instant } from "@phakhi/domain/kernel/ThaiDate"
import { exportCsv } from "@phakhi/domain/rendering/Exporting"
import { routeOf } from "@phakhi/domain/rendering/Route"
import type { Caller } from "@phakhi/identity/Caller"
import { Identity } from "@phakhi/identity/Identity"
import { Effect, Schema, Stream } from "effect"
import type { Admitted } from "../server/Endpoint.ts"
import type { Asking } from "../server/KeptAnswers.ts"
import type { Site } from "../server/Site.ts"
import { answer, answerBriefly, answerView, bodyOf } from "../wire/Answer.ts"
import { readJson, whole } from "../wire/Body.ts"
import { type Call, languageOf } from "../wire/Call.ts"
import { dataHeaders } from "../wire/Headers.ts"
import type { Refused } from "../wire/Problem.ts"
import { parametersOf, queryReader } from "../wire/Query.ts"

/** `{id}` of the catalogue's routes, as the router writes it. */
const patternOf = (path: string): string => path.replace("{id}", ":id")

const unreadable = (th: string, en: string) => Effect.fail(malformed(whole(th, en)))

/** The version that the caller has seen, as a strong entity tag; `*` takes whatever is there (RFC 9110, 13.1.1). */
const seenIn = (header: string | undefined): Effect.Effect<{ readonly seen?: number | "latest" }, Refused> => {
  if (header === undefined) return Effect.succeed({})
  if (header.trim() === "*") return Effect.succeed({ seen: "latest" })
  const version = /^"(\d{1,9})"$/.exec(header.trim())?.[1]
  return version === undefined
    ? unreadable('If-Match ต้องเป็น ETag ของรายการ เช่น "3"', 'If-Match must be the ETag of the record, such as "3"')
    : Effect.succeed({ seen: Number(version) })
}

const keyIn = (header: string | undefined): Effect.Effect<{ readonly key?: string }, Refused> => {
  if (header === undefined) return Effect.succeed({})
  const key = /^"(.*)"$/.exec(header.trim())?.[1] ?? header.trim()
  return /^[\x21-\x7e]{1,255}$/.test(key)
    ? Effect.succeed({ key })
    : unreadable(
        "Idempotency-Key ต้องเป็นอักขระ ASCII ที่มองเห็นได้ 1 ถึง 255 ตัว",
        "Idempotency-Key must be 1 to 255 visible ASCII characters"
      )
}

/** Twins that meet in this process: the second is told so at once. Across processes the store tells them apart. */
const twins = () => {
  const underWay = new Set<string>()
  return <A, R>(sender: string, key: string | undefined, effect: Effect.Effect<A, Refused, R>) => {
    if (key === undefined) return effect
    const name = `${sender} ${key}`
    return Effect.suspend((): Effect.Effect<A, Refused, R> => {
      if (underWay.has(name)) return Effect.fail(refusal("KeyInFlight", { key }))
      underWay.add(name)
      return Effect.ensuring(
        effect,
        Effect.sync(() => underWay.delete(name))
      )
    })
  }
}

/** RFC 7240: the caller needs to know that it is done, not what the record is like now. */
const wantsLittle = (call: Call): boolean => /(?:^|[,;\s])return=minimal(?:$|[,;\s])/.test(call.header("prefer") ?? "")

/** Who sends a command: the caller; else a visitor, where the command is granted to visitors. */
const senderOf = ({ endpoints }: Site, command: Command) => {
  const isOpen = command.allow.some((grant) => "actor" in grant && grant.actor === "visitor")
  return Effect.fnUntraced(function* ({ call, caller }: Admitted) {
    if (caller !== null || !isOpen) return { actor: caller?.actor ?? null, cookie: null }
    yield* endpoints.sameOrigin(call)
    const { visitors } = yield* Identity
    return yield* visitors.admit(endpoints.origin(call))
  })
}

const mountCommand = (site: Site, command: Command, alone: ReturnType<typeof twins>) => {
  const { app, catalogue, endpoints } = site
  const sender = senderOf(site, command)
  const { path } = routeOf(command)
  const { answers } = endpoints
  const plural = recordTypes.find(({ name }) => name === command.record)?.plural ?? command.record
  const isNew = command.target === "new"
  app.post(
    patternOf(path),
    endpoints.known(command.name, (admitted: Admitted) =>
      Effect.gen(function* () {
        const { call } = admitted
        const { seen } = yield* seenIn(call.header("if-match"))
        const { key } = yield* keyIn(call.header("idempotency-key"))
        const input = yield* readJson(call)
        const id = isNew ? undefined : call.c.req.param("id")
        const { actor, cookie } = yield* sender(admitted)
        const request = {
          operation: command.name,
          input,
          actor,
          ...(id === undefined ? {} : { id }),
          ...(seen === undefined ? {} : { seen }),
          ...(key === undefined ? {} : { key })
        }
        const by = actor === null ? "" : keyedBy(actor)
        const headers = (made: string) => ({
          ...(isNew ? { location: `/v1/${plural}/${made}` } : {}),
          ...(cookie === null ? {} : { "set-cookie": cookie })
        })
        if (wantsLittle(call)) {
          const brief = yield* alone(by, key, performBriefly(catalogue, request))
          answers.forget(command.record, brief.id)
          return answerBriefly(brief, call, headers(brief.id), isNew ? 201 : 204)
        }
        const view = yield* alone(by, key, perform(catalogue, request))
        answers.forget(command.record, view.id)
        return answerView(view, bodyOf(view), call, headers(view.id), isNew ? 201 : 200)
      })
    )
  )
}

const isLanguage = Schema.is(Languages)

const wantsCsv = (call: Call): boolean => {
  const format = parametersOf(call.c.req.url).get("format")
  return format === null ? /\btext\/csv\b/.test(call.header("accept") ?? "") : format === "csv"
}

/** A link cannot say a header: it says `lang`. */
const wantedLanguage = (call: Call): Language => {
  const said = parametersOf(call.c.req.url).get("lang")
  return isLanguage(said) ? said : languageOf(call)
}

const nextLink = (call: Call, cursor: string): string => {
  const parameters = parametersOf(call.c.req.url)
  parameters.set("cursor", cursor)
  return `<${call.c.req.path}?${parameters}>; rel="next"`
}

const mountList = ({ app, catalogue, endpoints }: Site, query: Query, reader: Reader) => {
  const read = queryReader(query)
  const { path } = routeOf(query)
  const page = (input: object, caller: Admitted["caller"]) =>
    Effect.map(
      ask(catalogue, { operation: query.name, input, actor: caller?.actor ?? null }),
      (found) => found as ListPage
    )
  const csv = Effect.fnUntraced(function* (input: object, { call, caller }: Admitted) {
    const exported = { catalogue, record: reader.type.name, input, language: wantedLanguage(call) }
    const pieces = yield* exportCsv(exported, (query) => ask(catalogue, { ...query, actor: caller?.actor ?? null }))
    return new Response(yield* Stream.toReadableStreamEffect(Stream.encodeText(pieces)), {
      headers: {
        ...dataHeaders,
        "content-type": "text/csv; charset=UTF-8",
        "content-disposition": `attachment; filename="${reader.type.plural}.csv"`,
        "x-request-id": call.requestId
      }
    })
  })
  app.get(
    patternOf(path),
    endpoints.known(query.name, (admitted) => {
      const { call, caller } = admitted
      return Effect.flatMap(read(call.c.req.url), (input) =>
        wantsCsv(call)
          ? csv(input, admitted)
          : Effect.map(page(input, caller), (found) =>
              answer(found, call, found.next === null ? {} : { link: nextLink(call, found.next) })
            )
      )
    })
  )
}

/** One record. What was answered before is answered again for as long as it would be worked out the same. */
const mountGet = ({ app, catalogue, endpoints }: Site, query: Query) => {
  const { answers } = endpoints
  const read = queryReader(query)
  const record = query.record ?? ""
  const type = readerOf(catalogue, record)?.type
  const askingAs = (caller: Caller, audience: string, now: Instant): Asking => ({
    asker: `${askerOf(caller.actor)} ${audience}`,
    today: bangkokDay(now)
  })
  const kept = (id: string, { caller, record: found }: Admitted, now: Instant) => {
    if (!found || !caller || !type) return undefined
    const looking = lookingAt({ access: found.access, type }, { actor: caller.actor, now })
    return looking && answers.find(record, id, found.version, askingAs(caller, looking.audience, now))
  }
  app.get(
    patternOf(routeOf(query).path),
    endpoints.known(
      query.name,
      Effect.fnUntraced(function* (admitted) {
        const { call, caller } = admitted
        const id = call.c.req.param("id") ?? ""
        const input = yield* read(call.c.req.url)
        const isPlain = Object.keys(input).length === 0
        const now = yield* currentInstant
        const body = isPlain ? kept(id, admitted, now) : undefined
        if (body && admitted.record) return answerView(admitted.record, body, call)
        const asked = { operation: query.name, input, actor: caller?.actor ?? null, id }
        const { audience, lastsToday, view } = yield* askForOne(catalogue, asked)
        const fresh = bodyOf(view)
        if (caller && lastsToday) answers.keep(view, askingAs(caller, audience, now), fresh)
        return answerView(view, fresh, call)
      }),
      // Which version the record has comes with the caller, where an answer is kept that may still hold.
      (call) => {
        const id = call.c.req.param("id") ?? ""
        const knownVersion = answers.version(record, id)
        return knownVersion === undefined ? undefined : { record, id, knownVersion }
      }
    )
  )
}

/** A question of the rules is answered on the spot, for anybody: it is smaller than what changes a record. */
const questionLimit = 200_000

const mountQuery = (site: Site, query: Query) => {
  const { app, catalogue, endpoints } = site
  const { method, path } = routeOf(query)
  const reader = query.reads === "list" ? readerOf(catalogue, query.record ?? "") : undefined
  if (reader !== undefined) return mountList(site, query, reader)
  if (query.reads === "get") return mountGet(site, query)
  const read = queryReader(query)
  const inPath = path.includes("{id}")
  const isPure = query.reads === "pure"
  const inputOf = (call: Call): Effect.Effect<unknown, Refused> => {
    if (method === "POST") return readJson(call, questionLimit)
    const input = read(call.c.req.url)
    return isPure && inPath ? Effect.map(input, (rest) => ({ ...rest, id: call.c.req.param("id") })) : input
  }
  app.on(
    method,
    patternOf(path),
    endpoints.known(query.name, ({ call, caller }) => {
      const id = inPath && !isPure ? call.c.req.param("id") : undefined
      return inputOf(call).pipe(
        Effect.flatMap((input) =>
          ask(catalogue, {
            operation: query.name,
            input,
            actor: caller?.actor ?? null,
            ...(id === undefined ? {} : { id })
          })
        ),
        Effect.map((found) => answer(found, call))
      )
    })
  )
}

/** Every operation of the catalogue under its own route. */
export const mountOperations = (site: Site): void => {
  const alone = twins()
  for (const operation of offeredIn(site.catalogue)) {
    if (operation.type === "query") mountQuery(site, operation)
    else mountCommand(site, operation, alone)
  }
}

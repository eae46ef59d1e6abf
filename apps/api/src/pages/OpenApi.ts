import { refusals } from "@phakhi/domain/catalogue"
import { type Catalogue, offeredIn, readerOf } from "@phakhi/domain/engine/Catalogue"
import type { Command, Operation, Query } from "@phakhi/domain/engine/Operation"
import { nounOf } from "@phakhi/domain/engine/Operation"
import { isGrantFor } from "@phakhi/domain/kernel/Actor"
import { fieldsOf } from "@phakhi/domain/kernel/Field"
import { kinds, type RefusalKind } from "@phakhi/domain/kernel/Refusal"
import { routeOf } from "@phakhi/domain/rendering/Route"
import type { Declarations } from "@phakhi/domain/rules/Refusals"
import { identityRefusals, identityStatus, isIdentityTag } from "@phakhi/identity/Refusals"
import { cookiePrefix } from "@phakhi/identity/SignIn"
import { outboundRefusals } from "@phakhi/outbound/Refusals"
import { Schema } from "effect"
import { titles } from "../wire/Problem.ts"
import { type Components, components, type JsonSchema } from "./Components.ts"
import { describedRoutes } from "./Described.ts"
import type { DescribedRoute } from "./DescribedRoute.ts"

const Problem = Schema.Struct({
  type: Schema.String,
  title: Schema.String,
  status: Schema.Int,
  detail: Schema.String,
  code: Schema.String,
  kind: Schema.Literals(Object.keys(kinds) as Array<string> as Array<RefusalKind>),
  rule: Schema.Struct({ id: Schema.String, href: Schema.String }),
  facts: Schema.Record(Schema.String, Schema.Unknown),
  th: Schema.String,
  en: Schema.String,
  errors: Schema.optionalKey(Schema.Array(Schema.Struct({ pointer: Schema.String, detail: Schema.String }))),
  requestId: Schema.String
}).annotate({ identifier: "ProblemDetails", description: "RFC 9457, with the rule that refuses and its words" })

const header = (name: string, required: boolean, description: string, example: string) => ({
  name,
  in: "header",
  required,
  description,
  schema: { type: "string" },
  example
})

const inPath = (name: string) => ({ name, in: "path", required: true, schema: { type: "string" } })

const parameterNames = (path: string): ReadonlyArray<string> =>
  [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? "")

const declarations: Declarations = { ...refusals, ...identityRefusals, ...outboundRefusals }

const kindOfTag = (tag: string): RefusalKind => {
  const declared = declarations[tag]
  if (declared === undefined) throw new Error(`there is no refusal ${tag}`)
  return declared.kind
}

export const statusOfTag = (tag: string): number =>
  (isIdentityTag(tag) ? identityStatus(tag) : undefined) ?? kinds[kindOfTag(tag)].status

const asJson = (schema: JsonSchema) => ({ "application/json": { schema } })

const problemsOf = (tags: ReadonlyArray<string>) => {
  const byStatus = new Map<number, Array<string>>()
  for (const tag of new Set(tags)) {
    const status = statusOfTag(tag)
    byStatus.set(status, [...(byStatus.get(status) ?? []), tag])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, found]) => {
      const { en, th } = titles[kindOfTag(found[0] ?? "")]
      return [
        String(status),
        {
          description: `${th} · ${en}: ${found.join(", ")}`,
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/ProblemDetails" } } }
        }
      ]
    })
  )
}

const either = [{ session: [] }, { key: [] }]
const anybody = [{}, ...either]
const inPerson = [{ session: [] }]

const isInPerson = (operation: Operation): boolean => operation.type === "command" && operation.inPerson === true

const isPublic = ({ allow }: Operation): boolean => allow.some((grant) => isGrantFor(null, grant))

const ofAnyBody = ["InputMalformed", "BodyTooLarge"]

/** What a request that only asks can be refused with, and one that sends something along. */
const ofWhoAsks = ["NotSignedIn", "NotPermitted", "KeyScopeMissing", "StoreBusy"]
const ofWhoSends = [...ofWhoAsks, "CrossOrigin"]

/** What every channel adds to the refusals that an operation declares. */
const ofTheChannel = (operation: Operation): ReadonlyArray<string> =>
  operation.type === "command"
    ? [
        ...ofAnyBody,
        ...ofWhoSends,
        "KeyReused",
        "KeyInFlight",
        ...(operation.target === "existing" ? ["RecordNotFound", "VersionMissing", "VersionStale"] : [])
      ]
    : routeOf(operation).method === "GET"
      ? ["InputMalformed", ...ofWhoAsks]
      : [...ofAnyBody, ...ofWhoSends]

const common = (operation: Operation) => ({
  operationId: operation.name,
  tags: [nounOf(operation)],
  summary: `${operation.summary.th} · ${operation.summary.en}`,
  security: isPublic(operation) ? anybody : isInPerson(operation) ? inPerson : either,
  "x-roles": operation.allow,
  "x-rules": operation.rules,
  "x-refusals": operation.refusals,
  ...(operation.type === "command"
    ? { "x-irreversible": operation.irreversible, "x-onward": operation.onward, "x-area": operation.area }
    : {})
})

/** Where those are listed that fit a reference; in braces what another field says, or the record itself. */
const referencesOf = ({ input }: Command, catalogue: Catalogue) => {
  const found = fieldsOf(input).flatMap(({ among = {}, name, record = "" }) => {
    const type = readerOf(catalogue, record)?.type
    if (type === undefined) return []
    const filters = Object.entries(among).map(
      ([column, of]) => `${column}=${of === "itself" ? "{id}" : "field" in of ? `{${of.field}}` : of.join(",")}`
    )
    return [[name, `/v1/${type.plural}${filters.length === 0 ? "" : `?${filters.join("&")}`}`] as const]
  })
  return found.length === 0 ? {} : { "x-references": Object.fromEntries(found) }
}

const briefly = {
  description: "ดำเนินการแล้ว ตามที่ขอ return=minimal · done, where return=minimal was preferred",
  headers: { ETag: { schema: { type: "string" } } }
}

const described = (command: Command, catalogue: Catalogue, shared: Components) => {
  const output = readerOf(catalogue, command.record)?.queries[0].output
  const schema = output === undefined ? {} : shared.add(output, { closed: false })
  const needsVersion = command.target === "existing"
  return {
    ...common(command),
    ...referencesOf(command, catalogue),
    parameters: [
      ...(needsVersion
        ? [
            inPath("id"),
            header(
              "If-Match",
              command.concurrency === "version",
              "รุ่นที่เห็น คือ ETag ของรายการ · the version seen: the ETag of the record",
              '"3"'
            )
          ]
        : []),
      header(
        "Idempotency-Key",
        false,
        "ส่งซ้ำได้โดยทำครั้งเดียว · sent again, it is carried out once",
        "0f8fad5b-d9cb-469f-a165-70867728950e"
      ),
      header(
        "Prefer",
        false,
        "return=minimal ให้ตอบโดยไม่ส่งรายการกลับ · return=minimal: answered without the record",
        "return=minimal"
      )
    ],
    requestBody: { required: true, content: asJson(shared.add(command.input, { closed: true })) },
    responses: {
      [needsVersion ? "200" : "201"]: {
        description: "รายการหลังดำเนินการ · the record after it",
        headers: {
          ETag: { schema: { type: "string" } },
          ...(needsVersion ? {} : { Location: { schema: { type: "string" } } })
        },
        content: asJson(schema)
      },
      ...(needsVersion ? { "204": briefly } : {}),
      ...problemsOf([...ofTheChannel(command), ...command.refusals])
    }
  }
}

const asked = (query: Query, path: string, method: string, shared: Components) => {
  const input = shared.add(query.input, { closed: true })
  const names = parameterNames(path)
  const properties = (input["properties"] ?? {}) as Record<string, JsonSchema>
  const required = (input["required"] ?? []) as ReadonlyArray<string>
  const inQuery = Object.entries(properties).filter(([name]) => !(query.reads === "pure" && names.includes(name)))
  const table = query.reads === "list" ? { "text/csv": { schema: { type: "string" } } } : {}
  const ofTables = [
    { name: "format", in: "query", required: false, schema: { enum: ["json", "csv"] } },
    {
      name: "lang",
      in: "query",
      required: false,
      description: "ภาษาของ CSV แทน Accept-Language · language of CSV, in place of Accept-Language",
      schema: { enum: ["th", "en"] }
    }
  ]
  return {
    ...common(query),
    parameters: [
      ...names.map(inPath),
      ...(method === "GET"
        ? inQuery.map(([name, schema]) => ({ name, in: "query", required: required.includes(name), schema }))
        : []),
      ...(query.reads === "list" ? ofTables : [])
    ],
    ...(method === "GET" ? {} : { requestBody: { required: true, content: asJson(input) } }),
    responses: {
      "200": {
        description: "คำตอบ · the answer",
        ...(query.reads === "get" ? { headers: { ETag: { schema: { type: "string" } } } } : {}),
        ...(query.reads === "list" ? { headers: { Link: { schema: { type: "string" } } } } : {}),
        content: { ...asJson(shared.add(query.output, { closed: false })), ...table }
      },
      ...problemsOf([...ofTheChannel(query), ...query.refusals])
    }
  }
}

const bodyOf = (body: DescribedRoute["body"], shared: Components) => {
  if (body === undefined) return {}
  const content =
    body === "bytes"
      ? { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
      : body === "ndjson"
        ? { "application/x-ndjson": { schema: { type: "string" } } }
        : asJson(shared.add(body, { closed: true }))
  return { requestBody: { required: true, content } }
}

const queryOf = (query: DescribedRoute["query"], shared: Components) => {
  const schema = query === undefined ? {} : shared.add(query, { closed: true })
  const properties = (schema["properties"] ?? {}) as Record<string, JsonSchema>
  return Object.entries(properties).map(([name, schema]) => ({ name, in: "query", required: false, schema }))
}

const ofTheRoute = ({ body, method, open }: DescribedRoute): ReadonlyArray<string> => [
  ...(body === undefined ? [] : ofAnyBody),
  ...(open === true ? ["StoreBusy"] : method === "get" ? ofWhoAsks : ofWhoSends)
]

const besides = (route: DescribedRoute, shared: Components) => ({
  operationId: route.id,
  tags: [route.tag],
  summary: `${route.summary.th} · ${route.summary.en}`,
  security: route.open ? [{}] : either,
  parameters: [...parameterNames(route.path).map(inPath), ...queryOf(route.query, shared)],
  ...bodyOf(route.body, shared),
  responses: {
    [String(route.status ?? 200)]: {
      description: "คำตอบ · the answer",
      content: asJson(shared.add(route.answer, { closed: false }))
    },
    ...problemsOf([...ofTheRoute(route), ...route.refusals])
  }
})

const evidence = (plural: string) => ({
  operationId: `${plural}.file`,
  tags: ["files"],
  summary: "อ่านไฟล์หลักฐานที่รายการนี้แสดงต่อท่าน · Read an evidence file that the record shows to you",
  security: anybody,
  parameters: [
    inPath("id"),
    inPath("digest"),
    {
      name: "name",
      in: "query",
      description: "ชื่อไฟล์ กรณีเนื้อหาเดียวกันแนบไว้หลายชื่อ · Which name, where one content is attached under several",
      schema: { type: "string" }
    }
  ],
  responses: {
    "200": {
      description: "เนื้อไฟล์ · the content",
      content: { "*/*": { schema: { type: "string", format: "binary" } } }
    },
    ...problemsOf([...ofWhoAsks, "RecordNotFound", "FileDamaged"])
  }
})

/** The description of the whole API, from the catalogue alone: a new operation is in it without a line here. */
export const openApi = (catalogue: Catalogue, url: string) => {
  const shared = components()
  shared.add(Schema.Struct({ problem: Problem }), { closed: false })
  const paths: Record<string, Record<string, unknown>> = {}
  const put = (path: string, method: string, operation: unknown) => {
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation }
  }
  for (const operation of offeredIn(catalogue)) {
    const { method, path } = routeOf(operation)
    put(
      path,
      method,
      operation.type === "command" ? described(operation, catalogue, shared) : asked(operation, path, method, shared)
    )
  }
  for (const { type } of catalogue.readers) {
    if (type.files !== undefined) put(`/v1/${type.plural}/{id}/files/{digest}`, "get", evidence(type.plural))
  }
  for (const route of describedRoutes) put(route.path, route.method, besides(route, shared))
  return {
    openapi: "3.1.1",
    info: {
      title: "ภาคี · Phakhi",
      version: "1",
      summary: "ความร่วมมือในการจัดบริการสาธารณะ · partnerships in public services",
      description:
        "ทุกการดำเนินการประกาศไว้ที่เดียวและใช้กฎเดียวกันทุกช่องทาง · Every operation is declared once; the same rules answer in every channel.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" }
    },
    servers: [{ url }],
    tags: [
      ...new Set(
        Object.values(paths).flatMap((path) =>
          Object.values(path).flatMap((one) => (one as { tags: Array<string> }).tags)
        )
      )
    ].map((name) => ({ name })),
    paths,
    components: {
      schemas: shared.schemas,
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: `${cookiePrefix(url)}.session_token`
        },
        key: { type: "http", scheme: "bearer", description: "phk_<prefix>_<secret>" }
      }
    }
  }
}

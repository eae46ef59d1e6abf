import { refusal } from "@phakhi/domain/engine/refusals"
import { Effect } from "effect"
import type { Site } from "../server/Site.ts"
import type { Call } from "../wire/Call.ts"
import { dataHeaders, pageHeaders } from "../wire/Headers.ts"
import { type AdminFile, adminFiles } from "./Admin.ts"
import { docsPage } from "./Docs.ts"
import { fontsOf } from "./Fonts.ts"
import { html, page } from "./Html.ts"
import { openApi } from "./OpenApi.ts"
import { explain, problemPage } from "./Problems.ts"
import { ofTheApi, unknown } from "./Unknown.ts"

const lazily = <A>(make: () => A): (() => A) => {
  let made: { readonly value: A } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const showPage = (text: string, call: Call): Response =>
  new Response(text, { headers: { ...pageHeaders, "x-request-id": call.requestId } })

const wantsHtml = (call: Call): boolean => /\btext\/html\b/.test(call.header("accept") ?? "")

const welcome = page(
  "Phakhi",
  html`<h1>ภาคี · Phakhi</h1><p>หน้าจอยังไม่ได้สร้าง ใช้คำสั่ง <code>npx -y pnpm@12 build</code> · The admin is not built yet.</p><p><a href="/docs">API</a></p>`
)

/** The description, the pages that explain it, and the admin. */
export const mountPages = ({ adminFolder, app, catalogue, endpoints, url }: Site): void => {
  const description = lazily(() => JSON.stringify(openApi(catalogue, url)))
  const docs = lazily(() => docsPage(catalogue, url))

  app.get(
    "/openapi.json",
    endpoints.open("openapi", (call) =>
      Effect.sync(
        () =>
          new Response(description(), {
            headers: { ...dataHeaders, "cache-control": "no-cache", "x-request-id": call.requestId }
          })
      )
    )
  )
  app.get(
    "/docs",
    endpoints.open("docs", (call) => Effect.sync(() => showPage(docs(), call)))
  )
  app.get(
    "/problems/:tag",
    endpoints.open("problems", (call) => {
      const tag = call.c.req.param("tag") ?? ""
      const explained = explain(catalogue, tag)
      if (explained === undefined) return Effect.fail(refusal("RecordNotFound", { record: "problem", id: tag }))
      return Effect.succeed(
        wantsHtml(call)
          ? showPage(problemPage(explained), call)
          : new Response(JSON.stringify(explained), { headers: { ...dataHeaders, "x-request-id": call.requestId } })
      )
    })
  )

  const files = adminFolder === undefined ? new Map<string, AdminFile>() : adminFiles(adminFolder)
  const fonts = fontsOf(files.keys())
  app.get(
    "/fonts.css",
    endpoints.open("fonts", (call) =>
      Effect.sync(
        () =>
          new Response(fonts, {
            headers: { ...pageHeaders, "content-type": "text/css; charset=UTF-8", "x-request-id": call.requestId }
          })
      )
    )
  )
  const show = (file: AdminFile, call: Call): Response => {
    const { body, encoding } = file.variant(call.header("accept-encoding"))
    return new Response(body, {
      headers: {
        ...pageHeaders,
        "content-type": file.type,
        "cache-control": file.immutable ? "public, max-age=31536000, immutable" : "no-cache",
        vary: "accept-encoding",
        ...(encoding === undefined ? {} : { "content-encoding": encoding }),
        "x-request-id": call.requestId
      }
    })
  }
  app.get(
    "*",
    endpoints.open("admin", (call) => {
      const { path } = call.c.req
      const file = files.get(path === "/" ? "/index.html" : path)
      if (file !== undefined) return Effect.sync(() => show(file, call))
      if (ofTheApi.test(path) || !wantsHtml(call)) return unknown(app, call)
      // Every other address is a page of the admin, which finds its own way from there.
      const start = files.get("/index.html")
      return Effect.sync(() => (start === undefined ? showPage(welcome, call) : show(start, call)))
    })
  )
}

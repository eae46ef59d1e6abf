import { randomBytes, timingSafeEqual } from "node:crypto"
import { refusal } from "@phakhi/domain/engine/refusals"
import { Identity } from "@phakhi/identity/Identity"
import { passwordLength } from "@phakhi/identity/SignIn"
import { Effect } from "effect"
import type { Site } from "../server/Site.ts"
import { readText } from "../wire/Body.ts"
import type { Call } from "../wire/Call.ts"
import { pageHeaders } from "../wire/Headers.ts"
import { isRefused, type Refused, wording } from "../wire/Problem.ts"
import { type Html, html, page } from "./Html.ts"

/** Known to whoever reads the terminal of the server, and gone when it stops. */
export const newSetupToken = (): string => randomBytes(24).toString("base64url")

const matches = (given: string, token: string): boolean =>
  given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token))

interface Entry {
  readonly organisation: string
  readonly name: string
  readonly email: string
}

const field = (name: string, label: string, type: string, value: string, complete: string): Html =>
  html`<p><label>${label}<br><input name="${name}" type="${type}" value="${value}" autocomplete="${complete}" required style="width:100%;font:inherit;padding:.4em"></label></p>`

const form = (problem: Html, { email, name, organisation }: Entry): string =>
  page(
    "ผู้ดูแลระบบคนแรก · The first administrator",
    html`<h1>ผู้ดูแลระบบคนแรก <span class="muted" lang="en">The first administrator</span></h1>${problem}
<form method="post">
${field("organisation", "ชื่อหน่วยงานของรัฐ · Name of the government agency", "text", organisation, "organization")}
${field("name", "ชื่อของท่าน · Your name", "text", name, "name")}
${field("email", "อีเมล · E-mail", "email", email, "username")}
${field("password", `รหัสผ่าน อย่างน้อย ${passwordLength.minimum} ตัวอักษร · Password, at least ${passwordLength.minimum} characters`, "password", "", "new-password")}
<p><button style="font:inherit;padding:.5em 1.2em">สร้าง · Create</button></p></form>`
  )

const done = page(
  "พร้อมใช้งาน · Ready",
  html`<h1>พร้อมใช้งาน <span class="muted" lang="en">Ready</span></h1><p><a href="/">ลงชื่อเข้าใช้ · Sign in</a></p>`
)

/** A page for the first administrator of a fresh store, behind a link that only the terminal shows. */
export const mountSetup = ({ app, endpoints, setupToken }: Site): void => {
  if (setupToken === undefined) return
  const show = (text: string, call: Call, status = 200) =>
    new Response(text, {
      status,
      headers: { ...pageHeaders, "cache-control": "no-store", "x-request-id": call.requestId }
    })
  const permitted = Effect.fnUntraced(function* (call: Call) {
    const identity = yield* Identity
    const isOpen = matches(call.c.req.param("token") ?? "", setupToken) && !(yield* identity.hasAdministrator)
    if (!isOpen) return yield* Effect.fail(refusal("OperationUnknown", { operation: "setup" }))
    return identity
  })
  const problem = (refused: Refused): Html => {
    const { en, th } = wording(refused)
    return html`<p role="alert"><strong>${th}</strong><br><span lang="en">${en}</span></p>`
  }

  app.get(
    "/setup/:token",
    endpoints.open("setup", (call) =>
      Effect.map(permitted(call), () => show(form(html``, { organisation: "", name: "", email: "" }), call))
    )
  )
  app.post(
    "/setup/:token",
    endpoints.open("setup", (call) =>
      Effect.gen(function* () {
        yield* endpoints.sameOrigin(call)
        const identity = yield* permitted(call)
        const entered = new URLSearchParams(yield* readText(call, 10_000))
        const text = (name: string): string => (entered.get(name) ?? "").trim()
        const entry = { organisation: text("organisation"), name: text("name"), email: text("email") }
        return yield* identity
          .createAdministrator({
            organisation: { name: { th: entry.organisation } },
            name: entry.name,
            email: entry.email,
            password: entered.get("password") ?? ""
          })
          .pipe(
            Effect.map(() => show(done, call, 201)),
            Effect.catchIf(isRefused, (refused) => Effect.succeed(show(form(problem(refused), entry), call, 400)))
          )
      })
    )
  )
}

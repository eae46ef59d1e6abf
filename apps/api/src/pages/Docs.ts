import { type Catalogue, offeredIn } from "@phakhi/domain/engine/Catalogue"
import { nounOf, type Operation } from "@phakhi/domain/engine/Operation"
import { type Field, fieldsOf } from "@phakhi/domain/kernel/Field"
import { routeOf } from "@phakhi/domain/rendering/Route"
import { describedRoutes } from "./Described.ts"
import { type Html, html, page } from "./Html.ts"

const rows = (fields: ReadonlyArray<Field>, prefix = ""): ReadonlyArray<Html> =>
  fields.flatMap((field) => [
    html`<tr><td><code>${prefix}${field.name}</code>${field.required ? "" : " ?"}</td><td>${field.kind}</td><td>${field.label.th} · ${field.label.en}${
      field.options === undefined
        ? ""
        : html`<br><span class="muted">${field.options
            .map(({ value }) => value)
            .slice(0, 20)
            .join(", ")}</span>`
    }</td></tr>`,
    ...(field.fields === undefined
      ? []
      : rows(field.fields, `${prefix}${field.name}${field.kind === "list" ? "[]" : ""}.`))
  ])

const fieldTable = (operation: Operation): Html => {
  const fields = fieldsOf(operation.input)
  return fields.length === 0
    ? html`<p class="muted">ไม่มีข้อมูลนำเข้า · no input</p>`
    : html`<table><tbody>${rows(fields)}</tbody></table>`
}

const block = (method: string, path: string, summary: Operation["summary"], body: Html, id: string): Html =>
  html`<details id="${id}"><summary><span class="method">${method}</span> <code>${path}</code> ${summary.th} <span class="muted">${summary.en}</span></summary>${body}</details>`

const links = (label: string, names: ReadonlyArray<string>, to: string): Html =>
  names.length === 0
    ? html``
    : html`<p>${label}: ${names.map((name) => html`<a href="${to}${encodeURIComponent(name)}"><code>${name}</code></a> `)}</p>`

const operationBlock = (operation: Operation): Html => {
  const { method, path } = routeOf(operation)
  const roles = operation.allow
    .map((grant) => `${"role" in grant ? grant.role : grant.actor} (${grant.scope})`)
    .join(", ")
  const version =
    operation.type === "command" && operation.target === "existing"
      ? html`<p>If-Match: ${operation.concurrency === "version" ? "ต้องมี · required" : "ไม่บังคับ · optional"}</p>`
      : html``
  return block(
    method,
    path,
    operation.summary,
    html`<p class="muted"><code>${operation.name}</code> — ${roles}</p>${version}${fieldTable(operation)}${links("กฎ · rules", operation.rules, "/v1/rules/")}${links("การปฏิเสธ · refusals", operation.refusals, "/problems/")}`,
    operation.name
  )
}

const lines = `curl {url}/v1/missions
curl {url}/v1/missions -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -d '{"title":{"th":"ศูนย์เด็กเล็ก"},"purpose":"ดูแลเด็ก","provinces":["10"],"routine":false}'
curl -X POST {url}/v1/missions/$ID/begin-review -H "Authorization: Bearer $KEY" -H 'If-Match: "1"'`

/** A page for people who integrate, rendered here: nothing in it is loaded from anywhere. */
export const docsPage = (catalogue: Catalogue, url: string): string => {
  const byNoun = Map.groupBy(offeredIn(catalogue), nounOf)
  const nouns = [...byNoun.keys()].sort()
  return page(
    "Phakhi API",
    html`<h1>ภาคี API</h1>
<p>คำอธิบายฉบับเครื่องอ่าน · machine-readable: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1)</p>
<p>ลงชื่อเข้าใช้ด้วยคุกกี้ หรือ <code>Authorization: Bearer phk_…</code> · ทุกการแก้ไขส่ง <code>If-Match</code> เป็น ETag ของรายการ · <code>Idempotency-Key</code> ทำให้ส่งซ้ำได้โดยทำครั้งเดียว<br>
<span class="muted">Sign in with the cookie or a key. Every change sends the record's ETag as If-Match. An Idempotency-Key makes a command happen once. Money is {"amount":"1234.50","currency":"THB"}; dates are ISO, CE, UTC. Refusals are RFC 9457 problems that name the rule.</span></p>
<pre><code>${lines.replaceAll("{url}", url)}</code></pre>
<nav>${nouns.map((noun) => html`<a href="#${noun}">${noun}</a>`)}<a href="#others">others</a></nav>
${nouns.map((noun) => html`<h2 id="${noun}">${noun}</h2>${(byNoun.get(noun) ?? []).map(operationBlock)}`)}
<h2 id="others">others</h2>
${describedRoutes.map((route) => block(route.method.toUpperCase(), route.path, route.summary, links("การปฏิเสธ · refusals", route.refusals, "/problems/"), route.id))}`
  )
}

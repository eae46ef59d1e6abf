import { isRefusalTag, refusals } from "@phakhi/domain/catalogue"
import { type Catalogue, offeredIn } from "@phakhi/domain/engine/Catalogue"
import type { RefusalKind, Wording } from "@phakhi/domain/kernel/Refusal"
import { routeOf } from "@phakhi/domain/rendering/Route"
import { RuleId } from "@phakhi/domain/rules/Catalogue"
import { rule } from "@phakhi/domain/rules/Rules"
import { identityRefusals, isIdentityTag } from "@phakhi/identity/Refusals"
import { isOutboundTag, outboundRefusals } from "@phakhi/outbound/Refusals"
import { Schema } from "effect"
import { titles } from "../wire/Problem.ts"
import { html, page } from "./Html.ts"
import { statusOfTag } from "./OpenApi.ts"

/** What a kind of refusal means, whatever the facts of one case. */
export interface Explained {
  readonly tag: string
  readonly kind: RefusalKind
  readonly status: number
  readonly title: Wording
  readonly rule: { readonly id: string; readonly wording: Wording }
  /** The operations that can be refused so, beside what every channel checks. */
  readonly operations: ReadonlyArray<{ readonly name: string; readonly method: string; readonly path: string }>
}

const isRuleId = Schema.is(RuleId)

export const explain = (catalogue: Catalogue, tag: string): Explained | undefined => {
  const declaration = isRefusalTag(tag)
    ? refusals[tag]
    : isIdentityTag(tag)
      ? identityRefusals[tag]
      : isOutboundTag(tag)
        ? outboundRefusals[tag]
        : undefined
  if (declaration === undefined || !isRuleId(declaration.rule)) return undefined
  return {
    tag,
    kind: declaration.kind,
    status: statusOfTag(tag),
    title: titles[declaration.kind],
    rule: { id: declaration.rule, wording: rule(declaration.rule).wording },
    operations: offeredIn(catalogue)
      .filter((operation) => operation.refusals.includes(tag))
      .map((operation) => ({ name: operation.name, ...routeOf(operation) }))
  }
}

export const problemPage = ({ kind, operations, rule: cited, status, tag, title }: Explained): string =>
  page(
    tag,
    html`<p><a href="/docs">API</a></p><h1>${title.th} <span class="muted">${title.en}</span></h1>
<p><code>${tag}</code> · HTTP ${status} · ${kind}</p>
<p class="muted">ถ้อยคำและข้อเท็จจริงของแต่ละกรณีอยู่ใน detail, th, en และ facts ของคำตอบ · The words and facts of each case are in detail, th, en and facts of the answer.</p>
<h2>กฎ · Rule <a href="/v1/rules/${encodeURIComponent(cited.id)}">${cited.id}</a></h2>
<p>${cited.wording.th}</p><p lang="en">${cited.wording.en}</p>
<h2>การดำเนินการ · Operations</h2>
<ul>${operations.map(({ method, name, path }) => html`<li><a href="/docs#${name}"><code>${method} ${path}</code></a></li>`)}</ul>`
  )

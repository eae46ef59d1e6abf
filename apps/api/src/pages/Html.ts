/** Markup that is safe to put on a page. */
export interface Html {
  readonly html: string
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }

export const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

type Part = Html | string | number | ReadonlyArray<Html>

const render = (part: Part): string => {
  if (typeof part === "object" && "html" in part) return part.html
  return Array.isArray(part) ? part.map(({ html }: Html) => html).join("") : escape(String(part))
}

/** Everything that is put in is escaped, unless it is markup itself. */
export const html = (texts: TemplateStringsArray, ...parts: ReadonlyArray<Part>): Html => ({
  html: texts.map((text, index) => text + (index < parts.length ? render(parts[index] ?? "") : "")).join("")
})

const style = `
:root { color-scheme: light dark; --line: light-dark(#d0d4dc, #3a4150); --soft: light-dark(#f4f6f9, #1b2029);
  --link: light-dark(#0b5394, #8ab8f0); --muted: light-dark(#4a5364, #a8b0bf) }
body { font: 16px/1.6 Sarabun, "Noto Sans Thai", system-ui, sans-serif; max-width: 62rem; margin: 0 auto; padding: 1.5rem }
h1, h2, h3 { line-height: 1.3 } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line) }
a { color: var(--link) } code { font-family: ui-monospace, monospace; background: var(--soft); padding: .1em .3em; border-radius: 4px; overflow-wrap: anywhere }
details { border: 1px solid var(--line); border-radius: 8px; margin: .5rem 0; padding: .5rem .9rem }
summary { cursor: pointer } .method { font: 600 .85em ui-monospace, monospace; display: inline-block; min-width: 3.4rem }
table { border-collapse: collapse; width: 100%; overflow-wrap: anywhere } th, td { text-align: left; padding: .25rem .6rem .25rem 0; vertical-align: top; border-bottom: 1px solid var(--line) }
pre { overflow-x: auto; background: var(--soft); padding: .6rem .8rem; border-radius: 8px } pre code { padding: 0; overflow-wrap: normal }
.muted { color: var(--muted) } nav { display: flex; flex-wrap: wrap; gap: .2rem .8rem }
`

export const page = (title: string, body: Html): string =>
  html`<!doctype html><html lang="th"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" type="image/svg+xml" href="/favicon.svg"><link rel="stylesheet" href="/fonts.css"><title>${title}</title><style>${{ html: style }}</style></head><body>${body}</body></html>`
    .html

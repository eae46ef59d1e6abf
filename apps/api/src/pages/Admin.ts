import { readdirSync, readFileSync, statSync } from "node:fs"
import { extname, join, relative, sep } from "node:path"
import { brotliCompressSync, constants, gzipSync } from "node:zlib"

const types: Record<string, string> = {
  ".html": "text/html; charset=UTF-8",
  ".js": "text/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
  ".json": "application/json; charset=UTF-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=UTF-8",
  ".webmanifest": "application/manifest+json"
}

const compressible = new Set([".html", ".js", ".css", ".json", ".svg", ".txt", ".webmanifest"])

interface Variant {
  readonly encoding?: "br" | "gzip"
  readonly body: Uint8Array<ArrayBuffer>
}

export interface AdminFile {
  readonly type: string
  /** Files whose name carries their content's hash never change. */
  readonly immutable: boolean
  readonly variant: (acceptEncoding: string | undefined) => Variant
}

const bytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer)

/** Reads a file when it is first asked for, and keeps it, compressed once. */
const open = (path: string, name: string): AdminFile => {
  const extension = extname(path)
  const kept = new Map<string, Variant>()
  const remembered = (encoding: "br" | "gzip" | "plain", make: () => Variant): Variant => {
    const known = kept.get(encoding) ?? make()
    kept.set(encoding, known)
    return known
  }
  return {
    type: types[extension] ?? "application/octet-stream",
    immutable: name.startsWith("assets/"),
    variant: (accepted = "") => {
      if (compressible.has(extension)) {
        if (/\bbr\b/.test(accepted)) {
          const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }
          return remembered("br", () => ({
            encoding: "br",
            body: bytes(brotliCompressSync(readFileSync(path), quality))
          }))
        }
        if (/\bgzip\b/.test(accepted)) {
          return remembered("gzip", () => ({ encoding: "gzip", body: bytes(gzipSync(readFileSync(path))) }))
        }
      }
      return remembered("plain", () => ({ body: bytes(readFileSync(path)) }))
    }
  }
}

/** The files of the built admin by their path on the site. What is not in the folder cannot be asked for. */
export const adminFiles = (folder: string): ReadonlyMap<string, AdminFile> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile() && extname(path) !== ".map")
      .map((path) => {
        const name = relative(folder, path).split(sep).join("/")
        return [`/${name}`, open(path, name)]
      })
  )

import { readFile } from "node:fs/promises"
import { fileTypeFromBuffer } from "file-type"

/** Text is what is left: well-formed UTF-8 without control characters other than white space. */
const isText = (content: Uint8Array): boolean => {
  try {
    return !/[\u0000-\u0008\u000b\u000e-\u001f]/.test(new TextDecoder("utf-8", { fatal: true }).decode(content))
  } catch {
    return false
  }
}

/** The names of what runs, as they stand in an archive whatever is compressed: VBA, macro sheets, the scripts of ODF. */
const macroParts =
  /vbaproject\.bin|\/macrosheets\/|basic\/script-l[cb]\.xml|scripts\/(?:python|java|beanshell|javascript)\//

/** The storage of VBA in the older files of Office, whose names are UTF-16. */
const macroStorage = "_\0v\0b\0a\0_\0p\0r\0o\0j\0e\0c\0t"

/** What a PDF does by itself, where it says so openly; a sign of a name may be written by its number. */
const acts = (content: string): boolean =>
  /\/(?:javascript|launch)(?![a-z0-9])/.test(
    content.replace(/#([0-9a-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)).toLowerCase()
    )
  )

const runs = (type: string, content: Buffer): "macros" | "scripts" | undefined => {
  if (type.endsWith(".macroenabled.12")) return "macros"
  const text = content.toString("latin1").toLowerCase()
  if (type === "application/pdf") return acts(text) ? "scripts" : undefined
  if (type === "application/x-cfb") return text.includes(macroStorage) ? "macros" : undefined
  return type.startsWith("application/vnd.o") && macroParts.test(text) ? "macros" : undefined
}

/**
 * The kind of a file by its content, whatever it is called: a media type; `empty`, as that shows nothing; `unknown`; and
 * for documents that bring a program along, `macros` or `scripts`.
 */
export const kindOf = async (path: string): Promise<string> => {
  const content = await readFile(path)
  if (content.byteLength === 0) return "empty"
  const type = (await fileTypeFromBuffer(content))?.mime ?? (isText(content) ? "text/plain" : "unknown")
  return runs(type, content) ?? type
}

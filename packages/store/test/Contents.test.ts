import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { crc32, deflateRawSync } from "node:zlib"
import { assert, describe, it } from "@effect/vitest"
import { kindOf } from "../src/Contents.ts"

interface Entry {
  readonly name: string
  readonly content: string
}

/** A ZIP of compressed entries. */
const zip = (...entries: ReadonlyArray<Entry>): Buffer => {
  const locals: Array<Buffer> = []
  const central: Array<Buffer> = []
  let offset = 0
  for (const { content, name } of entries) {
    const packed = name === "mimetype" ? Buffer.from(content) : deflateRawSync(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(name === "mimetype" ? 0 : 8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.byteLength, 14)
    fields.writeUInt32LE(Buffer.byteLength(content), 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), fields, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), fields, rest, Buffer.from(name)]))
    locals.push(local)
    offset += local.byteLength
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.byteLength, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, directory, Buffer.from("PK\u0005\u0006"), end])
}

const office = (main: string, ...parts: ReadonlyArray<string>) =>
  zip(
    {
      name: "[Content_Types].xml",
      content: `<Types><Override PartName="/x.xml" ContentType="${main}.main+xml"/></Types>`
    },
    ...parts.map((name) => ({ name, content: "<x/>" }))
  )

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
const pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
const odt = "application/vnd.oasis.opendocument.text"

const openDocument = (...parts: ReadonlyArray<string>) =>
  zip({ name: "mimetype", content: odt }, ...parts.map((name) => ({ name, content: "<x/>" })))

/** What begins an older file of Office. */
const compound = (text: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    Buffer.from(text, "utf16le"),
    Buffer.alloc(64)
  ])

const pdf = (object: string) => Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${object} >>\nendobj\n%%EOF\n`)

const kinds = {
  "a document": [office(docx, "word/document.xml"), docx],
  "a sheet": [office(xlsx, "xl/workbook.xml"), xlsx],
  slides: [office(pptx, "ppt/presentation.xml"), pptx],
  "an open document": [openDocument("content.xml", "styles.xml"), odt],
  "a PDF": [pdf("/OpenAction [3 0 R /Fit]"), "application/pdf"],
  "a PDF about scripts": [pdf("/Title (JavaScript and Launch)"), "application/pdf"],
  "a document with macros": [office("application/vnd.ms-word.document.macroEnabled", "word/document.xml"), "macros"],
  "a sheet with macros": [office("application/vnd.ms-excel.sheet.macroEnabled", "xl/workbook.xml"), "macros"],
  "slides with macros": [office("application/vnd.ms-powerpoint.presentation.macroEnabled", "ppt/x.xml"), "macros"],
  "a document that calls itself one without macros": [
    office(docx, "word/document.xml", "word/vbaProject.bin"),
    "macros"
  ],
  "the same in other letters": [office(xlsx, "xl/workbook.xml", "xl/VBAPROJECT.BIN"), "macros"],
  "a sheet of old macros": [office(xlsx, "xl/workbook.xml", "xl/macrosheets/sheet1.xml"), "macros"],
  "an open document with Basic": [openDocument("content.xml", "Basic/script-lc.xml"), "macros"],
  "an open document with Python": [openDocument("content.xml", "Scripts/python/x.py"), "macros"],
  "an older document": [compound("WordDocument"), "application/x-cfb"],
  "an older document with macros": [compound("Macros _VBA_PROJECT dir"), "macros"],
  "a PDF with a script": [pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), "scripts"],
  "a PDF that hides the name of its script": [pdf("/OpenAction << /S /J#61vaScript /JS (x) >>"), "scripts"],
  "a PDF that starts a program": [pdf("/OpenAction << /S /Launch /F (cmd.exe) >>"), "scripts"],
  "text that names a macro": [Buffer.from("ไฟล์ vbaProject.bin คืออะไร"), "text/plain"],
  nothing: [Buffer.alloc(0), "empty"]
} as const satisfies Record<string, readonly [Buffer, string]>

describe("SEC-2 the kind of a file, by its content", () => {
  for (const [name, [content, kind]] of Object.entries(kinds))
    it(`is found of ${name}`, async () => {
      const folder = mkdtempSync(join(tmpdir(), "phakhi-kinds-"))
      const path = join(folder, "file")
      writeFileSync(path, content)
      try {
        assert.strictEqual(await kindOf(path), kind)
      } finally {
        rmSync(folder, { recursive: true })
      }
    })
})

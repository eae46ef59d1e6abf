import { createHash } from "node:crypto"
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { deflateSync } from "node:zlib"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Option, Stream } from "effect"
import * as FileStore from "../src/Files.ts"

const bytes = (text: string) => new TextEncoder().encode(text)
const pdf = bytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n")
const png = new Uint8Array([
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13],
  ...bytes("IHDR"),
  ...[0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde],
  ...[0, 0, 0, 12],
  ...bytes("IDAT"),
  ...deflateSync(new Uint8Array([0, 0, 0, 0])),
  ...[0, 0, 0, 0]
])

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "phakhi-files-test-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

const collect = (content: Stream.Stream<Uint8Array, FileStore.FilesFailed | FileStore.FileDamaged>) =>
  Effect.map(Stream.runCollect(content), (chunks) => Buffer.concat([...chunks]))

const inFolder = <A, E>(
  use: (files: FileStore.Files["Service"], path: string) => Effect.Effect<A, E>,
  limits?: FileStore.Limits
) =>
  Effect.gen(function* () {
    const path = yield* folder
    return yield* Effect.provide(
      Effect.flatMap(FileStore.Files, (files) => use(files, path)),
      FileStore.layer(path, limits)
    )
  })

describe("Evidence files", () => {
  it.live("are named by their content, kept once, and come back as they were", () =>
    inFolder((files) =>
      Effect.gen(function* () {
        const stored = yield* files.put(Stream.fromIterable([pdf.slice(0, 7), pdf.slice(7)]))
        const digest = createHash("sha256").update(pdf).digest("hex")
        assert.deepStrictEqual(stored, { digest, size: pdf.byteLength, type: "application/pdf" })
        assert.deepStrictEqual(yield* files.put(Stream.make(pdf)), stored)
        assert.deepStrictEqual(yield* files.list, [digest])
        const kept = Option.getOrThrow(yield* files.get(digest))
        assert.strictEqual(kept.size, pdf.byteLength)
        assert.isTrue((yield* collect(kept.content)).equals(pdf))
      })
    )
  )

  it.live("are told apart by what is in them", () =>
    inFolder((files) =>
      Effect.gen(function* () {
        assert.strictEqual((yield* files.put(Stream.make(png))).type, "image/png")
        assert.strictEqual((yield* files.put(Stream.make(bytes("ชื่อ,จำนวน\nก,1\n")))).type, "text/plain")
        for (const [content, type] of [
          [bytes(""), "empty"],
          [bytes("MZ\u0090\u0000\u0003"), "application/x-msdownload"],
          [bytes("a\u0000b"), "unknown"],
          [new Uint8Array([0xff, 0xfe, 0xfd]), "unknown"]
        ] as const) {
          const refused = yield* Effect.flip(files.put(Stream.make(content)))
          assert.deepInclude(refused, { _tag: "FileTypeRefused", type })
        }
      })
    )
  )

  it.live("are refused past the limit, with nothing left behind", () =>
    inFolder(
      (files, path) =>
        Effect.gen(function* () {
          const endless = Stream.forever(Stream.make(bytes("x".repeat(1000))))
          const refused = yield* Effect.flip(files.put(endless))
          assert.strictEqual(refused._tag, "FileTooLarge")
          const failed = yield* Effect.flip(files.put(Stream.concat(Stream.make(pdf), Stream.fail("cut" as const))))
          assert.strictEqual(failed, "cut")
          assert.deepStrictEqual(readdirSync(join(path, "files")), [])
          assert.strictEqual((yield* files.put(Stream.make(bytes("y".repeat(5000))))).size, 5000)
        }),
      { maxBytes: 5000 }
    )
  )

  it.live("are found by a digest only, never by a path", () =>
    inFolder((files) =>
      Effect.gen(function* () {
        for (const name of ["../../etc/passwd", "", "a".repeat(64)]) {
          assert.isTrue(Option.isNone(yield* files.get(name)))
        }
      })
    )
  )

  it.live("SEC-4 are not served where they are not what was stored, and are mended by putting them again", () =>
    inFolder((files, path) =>
      Effect.gen(function* () {
        const { digest } = yield* files.put(Stream.make(pdf))
        const where = join(path, "files", digest.slice(0, 2), digest)
        writeFileSync(where, Buffer.from(pdf).fill(0x20, 20, 21))
        assert.strictEqual((yield* Effect.flip(files.get(digest)))._tag, "FileDamaged")
        assert.strictEqual(yield* files.state(digest), "changed")
        yield* files.put(Stream.make(pdf))
        assert.strictEqual(yield* files.state(digest), "whole")
        assert.isTrue((yield* collect(Option.getOrThrow(yield* files.get(digest)).content)).equals(pdf))
      })
    )
  )

  it.live("SEC-4 come to no end where they are changed on their way", () =>
    inFolder((files, path) =>
      Effect.gen(function* () {
        const long = bytes("ก".repeat(200_000))
        const { digest } = yield* files.put(Stream.make(long))
        const kept = Option.getOrThrow(yield* files.get(digest))
        writeFileSync(join(path, "files", digest.slice(0, 2), digest), Buffer.from(long).fill("x", 599_990))
        const given: Array<Uint8Array> = []
        const ended = yield* Effect.flip(
          Stream.runForEach(kept.content, (chunk) => Effect.sync(() => given.push(chunk)))
        )
        assert.strictEqual(ended._tag, "FileDamaged")
        assert.notInclude(Buffer.concat(given).toString("latin1"), "x")
      })
    )
  )
})

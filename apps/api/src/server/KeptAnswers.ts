import { deflateRawSync, inflateRawSync } from "node:zlib"
import type { View } from "@phakhi/domain/engine/View"

type Body = Uint8Array<ArrayBuffer>

/** For whom an answer was made, and on which day: who asks, with the roles held, sees what these roles may do today. */
export interface Asking {
  readonly asker: string
  readonly today: string
}

interface Kept extends Pick<View, "version"> {
  readonly today: string
  readonly answers: Map<string, Uint8Array>
}

/** What is kept beside the bytes themselves. */
const overhead = 300
/** An answer is unpacked in one piece: most are smaller. */
const chunkSize = 32 * 1024

/**
 * Answers about records as they were written out, for whoever asks again. One is used only for the version that the
 * store has at that moment, on the same day, and for a person with the same roles: then it is what would be worked out
 * anew. Packed, which costs far less than deciding once more; kept by the byte; what was not asked for the longest goes
 * first.
 */
export const keptAnswers = (limit: number) => {
  const records = new Map<string, Kept>()
  let bytes = 0
  const sizeOf = ({ answers }: Kept): number => {
    let size = 0
    for (const body of answers.values()) size += body.byteLength + overhead
    return size
  }
  const remove = (key: string, kept: Kept): void => {
    if (records.delete(key)) bytes -= sizeOf(kept)
  }
  return {
    /** The version of which something is kept. */
    version: (record: string, id: string): number | undefined => records.get(`${record}/${id}`)?.version,
    find: (record: string, id: string, version: number, { asker, today }: Asking): Body | undefined => {
      const key = `${record}/${id}`
      const kept = records.get(key)
      if (kept === undefined) return undefined
      if (kept.version !== version || kept.today !== today) {
        remove(key, kept)
        return undefined
      }
      records.delete(key)
      records.set(key, kept)
      const packed = kept.answers.get(asker)
      return packed === undefined ? undefined : (inflateRawSync(packed, { chunkSize }) as Body)
    },
    keep: ({ id, record, version }: View, { asker, today }: Asking, body: Body): void => {
      const key = `${record}/${id}`
      const before = records.get(key)
      if (before !== undefined && before.version > version) return
      if (before !== undefined) remove(key, before)
      const same = before?.version === version && before.today === today
      const kept: Kept = { version, today, answers: new Map(same ? before.answers : []) }
      kept.answers.set(asker, deflateRawSync(body, { level: 1 }))
      records.set(key, kept)
      bytes += sizeOf(kept)
      for (const [oldest, other] of records) {
        if (bytes <= limit) break
        remove(oldest, other)
      }
    },
    /** Drops the cached answers of a record that has changed. */
    forget: (record: string, id: string): void => {
      const kept = records.get(`${record}/${id}`)
      if (kept !== undefined) remove(`${record}/${id}`, kept)
    },
    bytes: (): number => bytes
  }
}

export type KeptAnswers = ReturnType<typeof keptAnswers>

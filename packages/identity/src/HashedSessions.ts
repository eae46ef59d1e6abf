import type { BetterAuthOptions, DBAdapter, Where } from "better-auth"
import { networkOf } from "./Places.ts"
import type { SessionKey } from "./Sessions.ts"

interface Row {
  readonly token: string
  readonly userId: string
  readonly expiresAt: Date
  readonly code?: string
  readonly ipAddress?: string | null
}

/** The tables of sign-in, with sessions kept under their hash: the library goes on working with the tokens themselves. */
export const withHashedSessions =
  (adapterOf: (options: BetterAuthOptions) => DBAdapter, { codeOf, kept }: SessionKey) =>
  (options: BetterAuthOptions): DBAdapter => {
    const hashed = ({ value }: Where) =>
      Array.isArray(value) ? value.map((one) => kept(String(one))) : kept(String(value))
    const asKept = <Asked extends { readonly model: string; readonly where?: Array<Where> | undefined }>(
      asked: Asked
    ): Asked =>
      asked.model === "session" && asked.where !== undefined
        ? { ...asked, where: asked.where.map((one) => (one.field === "token" ? { ...one, value: hashed(one) } : one)) }
        : asked
    const isOurs = ({ code, expiresAt, token, userId }: Row) => code === codeOf(token, userId, expiresAt.getTime())

    const over = <Inner extends Omit<DBAdapter, "transaction">>(inner: Inner): Inner => ({
      ...inner,
      create: async (asked) => {
        if (asked.model !== "session") return inner.create(asked)
        const row = asked.data as unknown as Row
        const token = kept(row.token)
        const code = codeOf(token, row.userId, row.expiresAt.getTime())
        const ipAddress = networkOf(row.ipAddress ?? "")
        const made = await inner.create({ ...asked, data: { ...asked.data, token, code, ipAddress } })
        return made && { ...made, token: row.token }
      },
      findOne: async <T>(asked: Parameters<DBAdapter["findOne"]>[0]) => {
        const found = await inner.findOne<T>(asKept(asked))
        if (asked.model !== "session" || found === null) return found
        const token = asked.where.find(({ field }) => field === "token")?.value
        return isOurs(found as unknown as Row) ? { ...found, token } : null
      },
      findMany: (asked) => inner.findMany(asKept(asked)),
      count: (asked) => inner.count(asKept(asked)),
      update: (asked) => inner.update(asKept(asked)),
      updateMany: (asked) => inner.updateMany(asKept(asked)),
      delete: (asked) => inner.delete(asKept(asked)),
      deleteMany: (asked) => inner.deleteMany(asKept(asked)),
      consumeOne: (asked) => inner.consumeOne(asKept(asked)),
      incrementOne: (asked) => inner.incrementOne(asKept(asked))
    })

    const adapter = adapterOf(options)
    return { ...over(adapter), transaction: (act) => adapter.transaction((within) => act(over(within))) }
  }

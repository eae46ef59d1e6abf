import { type CodedTable, codeOf as rowCode } from "@phakhi/store/RowCodes"
import type { Keyed } from "@phakhi/store/SealKey"
import type { BetterAuthOptions, DBAdapter, Where } from "better-auth"
import { credentials, logins } from "./CodedRows.ts"
import { networkOf } from "./Places.ts"
import type { SessionKey } from "./Sessions.ts"

interface Row {
  readonly token: string
  readonly userId: string
  readonly expiresAt: Date
  readonly code?: string
  readonly ipAddress?: string | null
}

type Coded = Readonly<Record<string, unknown>>

/** The same as the database gives it: the names of our columns are those of the library's fields. */
const codeIn = (key: Keyed, coded: CodedTable, row: Coded): string =>
  rowCode(key, coded, Object.fromEntries(["id", ...Object.keys(coded.covers)].map((name) => [name, row[name]])))

const codedModels: { readonly [model: string]: CodedTable } = { user: logins, account: credentials }

/** The tables of sign-in, with sessions kept under their hash: the library goes on working with the tokens themselves. */
export const withHashedSessions =
  (adapterOf: (options: BetterAuthOptions) => DBAdapter, key: Keyed, { codeOf, kept }: SessionKey) =>
  (options: BetterAuthOptions): DBAdapter => {
    const hashed = ({ value }: Where) =>
      Array.isArray(value) ? value.map((one) => kept(String(one))) : kept(String(value))
    const asKept = <Asked extends { readonly model: string; readonly where?: Array<Where> | undefined }>(
      asked: Asked
    ): Asked =>
      asked.model === "session" && asked.where !== undefined
        ? { ...asked, where: asked.where.map((one) => (one.field === "token" ? { ...one, value: hashed(one) } : one)) }
        : asked
    const isCoded = (model: string) => (row: unknown) => {
      const coded = codedModels[model]
      return coded === undefined || (row as Coded)["code"] === codeIn(key, coded, row as Coded)
    }
    /** A password or a login that was not written here is none. */
    const own = <T>(model: string, found: T | null): T | null => {
      if (found === null || !isCoded(model)(found)) return null
      const { account } = found as { readonly account?: unknown }
      return Array.isArray(account) ? { ...found, account: account.filter(isCoded("account")) } : found
    }
    const recoded = (row: Coded, update: Coded) => ({
      ...update,
      code: codeIn(key, credentials, { ...row, ...update })
    })
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
        if (asked.model !== "session" || found === null) return own(asked.model, found)
        const token = asked.where.find(({ field }) => field === "token")?.value
        return isOurs(found as unknown as Row) ? { ...found, token } : null
      },
      findMany: async <T>(asked: Parameters<DBAdapter["findMany"]>[0]) =>
        (await inner.findMany<T>(asKept(asked))).filter(isCoded(asked.model)),
      count: (asked) => inner.count(asKept(asked)),
      update: async <T>(asked: Parameters<DBAdapter["update"]>[0]) => {
        if (asked.model !== "account") return inner.update<T>(asKept(asked))
        const row = own("account", await inner.findOne<Coded>({ model: asked.model, where: asked.where }))
        return row === null ? null : inner.update<T>({ ...asked, update: recoded(row, asked.update) })
      },
      updateMany: async (asked) => {
        if (asked.model !== "account") return inner.updateMany(asKept(asked))
        const rows = await inner.findMany<Coded>({ model: asked.model, where: asked.where })
        const ours = rows.filter(isCoded("account"))
        for (const row of ours) {
          const where = [{ field: "id", value: String(row["id"]) }]
          await inner.update({ model: asked.model, where, update: recoded(row, asked.update) })
        }
        return ours.length
      },
      delete: (asked) => inner.delete(asKept(asked)),
      deleteMany: (asked) => inner.deleteMany(asKept(asked)),
      consumeOne: (asked) => inner.consumeOne(asKept(asked)),
      incrementOne: (asked) => inner.incrementOne(asKept(asked))
    })

    const adapter = adapterOf(options)
    return { ...over(adapter), transaction: (act) => adapter.transaction((within) => act(over(within))) }
  }

import { instantText } from "@phakhi/store/Instants"
import type { CodedTable } from "@phakhi/store/RowCodes"
import type { Keyed } from "@phakhi/store/SealKey"
import { sessionKey } from "./Sessions.ts"

/** The key of sessions, which is made from the key of the store. */
export const sessionsBy = ({ hmac }: Keyed) => sessionKey(hmac("phakhi sessions"))

/** How often, by the log, what let an account in has ended: with it all that was made before. */
export const endings = (account: string): string =>
  `(SELECT count(*)::int FROM event e WHERE e.record = 'account' AND e.stream = ${account}
    AND e.type IN ('LinkIssued', 'AccountLocked', 'AccountEnded'))`

/** How often, by the log, a link has ended its password. */
export const links = (account: string): string =>
  `(SELECT count(*)::int FROM event e WHERE e.record = 'account' AND e.stream = ${account} AND e.type = 'LinkIssued')`

/** The account that a column of better-auth names; none where somebody wrote there what is no id. */
export const uuidIn = (text: string): string =>
  `CASE WHEN ${text} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN ${text}::uuid END`

const isActive = (account: string): string =>
  `EXISTS (SELECT FROM record a WHERE a.record = 'account' AND a.id = ${account} AND a.status = 'active')`

const ended = (when: string) => ({ kind: "access-ended" as const, detail: "has ended by the log", when })

const ofAccount = ended(`t.endings <> ${endings("t.account")} OR NOT ${isActive("t.account")}`)

/** To whom an e-mail belongs, and whether a second factor is asked of them. */
export const logins: CodedTable = {
  table: "login",
  id: `t."id"`,
  covers: { name: `t."name"`, email: `t."email"`, secondFactor: `t."secondFactor"` },
  counts: "TRUE",
  contradicted: [
    {
      kind: "access-changed",
      detail: "its second factor was removed or added past the store",
      when: `EXISTS (SELECT FROM login_credential c WHERE c."userId" = t."id") AND t."secondFactor" <> EXISTS (
        SELECT FROM second_factor f WHERE f.account::text = t."id" AND f.confirmed_at IS NOT NULL)`
    }
  ]
}

export const credentials: CodedTable = {
  table: "login_credential",
  id: `t."id"`,
  covers: {
    userId: `t."userId"`,
    accountId: `t."accountId"`,
    providerId: `t."providerId"`,
    password: `t."password"`,
    links: "t.links"
  },
  counts: "TRUE",
  contradicted: [ended(`t.links <> ${links(uuidIn(`t."userId"`))}`)]
}

/** Their codes are older than those of the other tables, and made otherwise. */
export const openSessions: CodedTable = {
  table: "login_session",
  id: `t."id"`,
  covers: {
    token: `t."token"`,
    account: `t."userId"`,
    expires: `round(extract(epoch FROM t."expiresAt") * 1000)::text`
  },
  counts: "TRUE",
  codeOf: (key, { account, expires, token }) => sessionsBy(key).codeOf(String(token), String(account), Number(expires)),
  endsWithKey: true,
  contradicted: [ended(`NOT ${isActive(uuidIn(`t."userId"`))}`)]
}

export const apiKeys: CodedTable = {
  table: "api_key",
  id: "t.id::text",
  covers: {
    prefix: "t.prefix",
    secret: "t.secret_hash",
    account: "t.account",
    scopes: "t.scopes",
    createdAt: instantText("t.created_at"),
    expiresAt: instantText("t.expires_at"),
    endings: "t.endings"
  },
  counts: "t.revoked_at IS NULL",
  contradicted: [ofAccount]
}

export const invitations: CodedTable = {
  table: "invitation",
  id: "t.token_hash",
  covers: {
    account: "t.account",
    createdAt: instantText("t.created_at"),
    expiresAt: instantText("t.expires_at"),
    endings: "t.endings"
  },
  counts: "t.used_at IS NULL",
  contradicted: [ofAccount]
}

export const factors: CodedTable = {
  table: "second_factor",
  id: "t.account::text",
  covers: {
    secret: "t.secret",
    createdAt: instantText("t.created_at"),
    confirmedAt: instantText("t.confirmed_at")
  },
  counts: "TRUE"
}

export const recoveryCodes: CodedTable = {
  table: "recovery_code",
  id: "t.account::text || ' ' || t.hash",
  covers: {},
  counts: "t.used_at IS NULL"
}

/** That a replay may say who acted and when. */
export const demoMark: CodedTable = {
  table: "installation",
  id: "'installation'",
  covers: { loaded: "t.loaded" },
  counts: "t.demo"
}

/** All rows that let somebody in. */
export const codedTables: ReadonlyArray<CodedTable> = [
  logins,
  credentials,
  openSessions,
  apiKeys,
  invitations,
  factors,
  recoveryCodes,
  demoMark
]

/** Those that an earlier version left without codes. */
export const codedSince15 = codedTables.filter(({ table }) => table !== openSessions.table)

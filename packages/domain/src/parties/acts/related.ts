import { allWhere, reference } from "../../engine/Handler.ts"
import { malformed } from "../../engine/refusals.ts"
import type { AccountId } from "../../kernel/Actor.ts"
import { type Account, accountRecord } from "../Account.ts"
import { type Organisation, organisationRecord } from "../Organisation.ts"

export const organisationReference = ({ organisation }: Pick<Account, "organisation">) => ({
  organisation: reference(organisationRecord, organisation)
})

export const accountReference = (account: AccountId) => reference(accountRecord, account)

/** Those who administer an organisation; that another one comes or goes in the meantime is noticed. */
export const administratorsOf = (organisation: Organisation["id"]) => ({
  administrators: allWhere(
    accountRecord,
    "administers",
    organisation,
    malformed({
      pointer: "/organisation",
      th: "มีผู้ดูแลระบบมากเกินกว่าจะนับได้",
      en: "has more administrators than can be counted"
    })
  )
})

import { assert, it } from "@effect/vitest"
import { AccountId, type Actor, OrganisationId } from "../../src/kernel/Actor.ts"
import { rolesOffered } from "../../src/parties/Roles.ts"

const agency = OrganisationId.make("00000000-0000-4000-8000-000000000001")
const partner = OrganisationId.make("00000000-0000-4000-8000-000000000002")
const of = (organisation: OrganisationId): Actor => ({
  kind: "person",
  account: AccountId.make("00000000-0000-4000-8000-000000000003"),
  organisation,
  roles: []
})
const shown = (id: OrganisationId, sector: string) => ({ id, particulars: { name: { th: "องค์กร" }, sector } })

it("SEC-1 a partner is offered no roles of an agency, and a state body not the partners' administrator", () => {
  const offered = rolesOffered(shown(partner, "civil-society"), of(partner))
  assert.includeMembers([...offered], ["partner-administrator", "partner-editor", "partner-signatory"])
  assert.notIncludeMembers(
    [...offered],
    ["programme-officer", "agency-administrator", "executive", "finance", "auditor"]
  )
  const own = rolesOffered(shown(agency, "state"), of(agency))
  assert.includeMembers([...own], ["programme-officer", "agency-administrator", "partner-editor"])
  assert.notIncludeMembers([...own], ["partner-administrator", "public"])
})

it("ACT-1 local government is offered the roles of a mission owner and those of a partner", () => {
  const offered = rolesOffered(shown(partner, "local"), of(partner))
  assert.includeMembers([...offered], ["programme-officer", "executive", "finance", "agency-administrator"])
  assert.includeMembers([...offered], ["partner-administrator", "partner-editor", "partner-signatory"])
  assert.deepStrictEqual(rolesOffered(shown(partner, "local"), of(agency)), ["partner-administrator"])
})

it("SEC-8 whoever invites into another organisation is offered its first administrator alone", () => {
  assert.deepStrictEqual(rolesOffered(shown(partner, "community"), of(agency)), ["partner-administrator"])
  assert.deepStrictEqual(rolesOffered(shown(partner, "state"), of(agency)), ["agency-administrator"])
})

it("what is not known to be an organisation keeps no role back", () => {
  assert.include([...rolesOffered({}, null)], "programme-officer")
})

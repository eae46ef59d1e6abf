import { byKey } from "../../Channel.ts"
import { baht, text } from "../../journeys/Cast.ts"
import { factsOf } from "../../journeys/Facts.ts"
import { assigned, off, on, onlyWhatFits, onlyWhatThereIs, type Rows } from "../Row.ts"
import { supporter } from "../Stages.ts"

const invitation = (organisation: string, email: string, roles: ReadonlyArray<string>) => ({
  organisation,
  name: "ผู้ใช้ใหม่",
  email,
  roles
})

export const partyRows = {
  OrganisationInactive: [
    {
      says: "an inactive organisation does not take part",
      stage: "started",
      rule: "ACT-2",
      except: { admin: onlyWhatFits },
      ask: on("officer", "partners.name", ({ inactive: organisation }) => ({ organisation, as: "candidate" }))
    }
  ],
  OrganisationActive: [
    {
      says: "an active organisation is not made active again",
      stage: "nothing",
      rule: "ACT-2",
      ask: ({ administrator, agency }) => ({
        person: administrator,
        operation: "organisations.reactivate",
        id: agency,
        input: {}
      })
    }
  ],
  IdentifierTaken: [
    {
      says: "a juristic person is registered once",
      stage: "nothing",
      rule: "ACT-2",
      ask: off("administrator", "organisations.register", ({ juristicId }) => ({
        name: text("สมาคมเดียวกัน"),
        sector: "civil-society",
        legalForm: "association",
        juristicId
      }))
    }
  ],
  MandateUnknown: [
    {
      says: "a mandate that was not given is not withdrawn",
      stage: "nothing",
      rule: "COL-5b",
      except: { admin: onlyWhatThereIs },
      ask: ({ administrator, agency }) => ({
        person: administrator,
        operation: "organisations.withdraw-mandate",
        id: agency,
        input: { mandate: "9/2570", reason: "พ้นตำแหน่ง" }
      })
    }
  ],
  MandateMissing: [
    {
      says: "whoever holds no mandate does not sign",
      stage: "drafted",
      rule: "COL-5b",
      ask: on("deputy", "agreements.sign")
    }
  ],
  MandateLimitExceeded: [
    { says: "a mandate reaches to its limit", stage: "drafted", rule: "COL-5b", ask: on("junior", "agreements.sign") }
  ],
  MandateExpired: [
    { says: "a mandate holds while it lasts", stage: "drafted", rule: "COL-5b", ask: on("former", "agreements.sign") }
  ],
  RecipientMissing: [
    {
      says: "nobody is assessed before there is a recipient",
      stage: "chosen",
      rule: "ACT-8",
      ask: on("officer", "partners.assess", { ratings: [] })
    }
  ],
  OwnerCannotBePartner: [
    {
      says: "the owner is no partner to itself",
      stage: "started",
      rule: "ACT-7",
      ask: on("officer", "partners.name", ({ agency: organisation }) => ({ organisation, as: "candidate" }))
    }
  ],
  PartyAlreadyNamed: [
    {
      says: "a candidate is named once",
      stage: "chosen",
      rule: "ACT-2",
      ask: on("officer", "partners.name", ({ recipient: organisation }) => ({ organisation, as: "candidate" }))
    }
  ],
  SupporterIsASide: [
    {
      says: "the recipient does not support its own work",
      stage: "discussed",
      rule: "ACT-3",
      ask: on("officer", "supporters.propose", ({ recipient: organisation }) => ({ organisation, ability: "มีเครือข่าย" }))
    }
  ],
  SupporterAlreadyProposed: [
    {
      says: "a person is proposed once, by whichever side",
      stage: "discussed, with a supporter who is proposed",
      rule: "ACT-3",
      ask: on("editor", "supporters.propose-person", supporter)
    }
  ],
  SupporterUnknown: [
    {
      says: "a supporter whom nobody proposed is not agreed to",
      stage: "discussed",
      rule: "ACT-3",
      except: { admin: onlyWhatThereIs },
      ask: on("editor", "supporters.agree", { supporter: 9 })
    }
  ],
  NotAssignable: [
    {
      says: "whoever is assigned holds the role for it",
      stage: "chosen",
      rule: "SEC-6",
      except: { admin: onlyWhatFits },
      ask: on("administrator", "assignments.assign", ({ finance }) => assigned(finance, "auditor"))
    }
  ],
  AlreadyAssigned: [
    {
      says: "one person is assigned for one duty once",
      stage: "chosen",
      rule: "SEC-6",
      ask: on("administrator", "assignments.assign", ({ auditor }) => assigned(auditor, "auditor"))
    }
  ],
  AssignmentUnknown: [
    {
      says: "only an assignment that there is can be ended",
      stage: "chosen",
      rule: "SEC-6",
      except: { admin: onlyWhatThereIs },
      ask: on("officer", "assignments.end", { assignment: "none", reason: "เปลี่ยนคน" })
    }
  ],
  NotACandidate: [
    {
      says: "whoever was not named is not selected",
      stage: "proposed",
      rule: "COL-3",
      ask: on("officer", "partners.select", ({ watcher: organisation }) => ({ organisation, justification: "ถูกใจ" }))
    }
  ],
  NothingProposed: [
    {
      says: "whoever has not proposed is not selected",
      stage: "proposed, with a candidate that has not",
      rule: "PBC-4",
      ask: on("officer", "partners.select", ({ watcher: organisation }) => ({ organisation, justification: "ถูกใจ" }))
    }
  ],
  CapabilityNotAssessed: [
    {
      says: "the recipient serves only once its capability has been assessed",
      stage: "commissioning paid",
      rule: "COM-5",
      ask: on("editor", "steps.complete", { step: "COM-5", facts: factsOf("COM-5") })
    }
  ],
  BeyondCapability: [
    {
      says: "the recipient serves only within its capability",
      stage: "commissioning assessed as weak",
      rule: "COM-5",
      ask: on("editor", "steps.complete", { step: "COM-5", facts: factsOf("COM-5") })
    }
  ],
  AccountNotActive: [
    {
      says: "an active account is not unlocked",
      stage: "an active account",
      rule: "SEC-1",
      ask: on("administrator", "accounts.unlock")
    }
  ],
  AccountNotEnded: [
    {
      says: "the personal data of an account in use is not erased",
      stage: "an active account",
      rule: "SEC-3",
      ask: on("administrator", "accounts.erase-personal-data", { reason: "ขอให้ลบ" })
    }
  ],
  PersonalDataGone: [
    {
      says: "what was erased is not erased again",
      stage: "an account without its personal data",
      rule: "SEC-3",
      ask: on("administrator", "accounts.erase-personal-data", { reason: "ขอให้ลบ" })
    }
  ],
  PersonUnknown: [
    {
      says: "nobody is erased from a record that does not hold them",
      stage: "nothing",
      rule: "SEC-3",
      except: { admin: onlyWhatThereIs },
      ask: ({ administrator, agency }) => ({
        person: administrator,
        operation: "organisations.erase-person",
        id: agency,
        input: { subject: agency, reason: "ขอให้ลบ" }
      })
    }
  ],
  EmailTaken: [
    {
      says: "an e-mail belongs to one account",
      stage: "nothing",
      rule: "SEC-1",
      ask: off("administrator", "accounts.invite", ({ agency, email }) => invitation(agency, email, ["auditor"]))
    }
  ],
  SectorFixed: [
    {
      says: "an organisation does not make itself a state body",
      stage: "nothing",
      rule: "SEC-8",
      ask: ({ keeper, recipient }) => ({
        person: keeper,
        operation: "organisations.change-particulars",
        id: recipient,
        input: { name: text("กรมที่ตั้งตนเอง"), sector: "state", legalForm: "department" }
      })
    }
  ],
  OrganisationManagedByItself: [
    {
      says: "whoever was invited for an organisation that has an administrator by now is theirs",
      stage: "nothing",
      rule: "SEC-8",
      ask: ({ administrator, superseded }) => ({
        person: administrator,
        operation: "accounts.lock",
        id: superseded,
        input: { reason: "พ้นหน้าที่" }
      })
    }
  ],
  FirstAdministratorOnly: [
    {
      says: "an agency invites nobody but the first administrator into another organisation",
      stage: "nothing",
      rule: "SEC-8",
      except: { admin: onlyWhatFits },
      ask: off("administrator", "accounts.invite", ({ unclaimed }) =>
        invitation(unclaimed, "signs@example.org", ["partner-signatory"])
      )
    }
  ],
  ClaimNotOpen: [
    {
      says: "there is nothing to verify before somebody has stated a claim",
      stage: "nothing",
      rule: "SEC-8",
      ask: ({ officer, unclaimed }) => ({
        person: officer,
        operation: "organisations.verify-claim",
        id: unclaimed,
        input: {}
      })
    }
  ],
  ClaimByInviter: [
    {
      says: "whoever invited the administrator does not verify them",
      stage: "nothing",
      rule: "SEC-8",
      ask: ({ administrator, claiming }) => ({
        person: administrator,
        operation: "organisations.verify-claim",
        id: claiming,
        input: {}
      })
    }
  ],
  LetterUnknown: [
    {
      says: "the letter that shows a claim is a file that is there",
      stage: "nothing",
      rule: "SEC-8",
      except: { admin: "a form sends the file before the letter is named" },
      ask: ({ invitee }) => ({
        person: invitee,
        operation: "organisations.claim",
        id: invitee.actor.organisation ?? "",
        input: { position: "ประธาน", order: "1/2570", letter: "0".repeat(64) }
      })
    }
  ],
  AnotherAdministratorNeeded: [
    {
      says: "nobody gives roles to themselves",
      stage: "nothing",
      rule: "SEC-9",
      ask: ({ administrator }) => ({
        person: administrator,
        operation: "accounts.give-roles",
        id: administrator.actor.account,
        input: { roles: ["agency-administrator", "executive"] }
      })
    }
  ],
  SessionRequired: [
    {
      says: "a key is no second administrator",
      stage: "an account whose ending is proposed",
      rule: "SEC-9",
      byKey: true,
      ask: ({ keeper }, { id }) => ({ person: byKey(keeper), operation: "accounts.confirm-proposal", id, input: {} })
    },
    {
      says: "a key is not the second person of an agency",
      stage: "nothing",
      rule: "SEC-9",
      byKey: true,
      ask: ({ claiming, officer }) => ({
        person: byKey(officer),
        operation: "organisations.verify-claim",
        id: claiming,
        input: {}
      })
    }
  ],
  NoProposal: [
    {
      says: "nothing is confirmed that was not proposed",
      stage: "an active account",
      rule: "SEC-9",
      ask: on("administrator", "accounts.confirm-proposal")
    }
  ],
  OwnLinkNeeded: [
    {
      says: "whoever the agency invited gets no role before a link of the organisation's own",
      stage: "nothing",
      rule: "SEC-8",
      ask: ({ successor, superseded }) => ({
        person: successor,
        operation: "accounts.give-roles",
        id: superseded,
        input: { roles: ["partner-editor"] }
      })
    }
  ],
  ProposalWaits: [
    {
      says: "no roles are given while the ending of an account waits for its administrator",
      stage: "an account whose ending is proposed",
      rule: "SEC-9",
      ask: on("keeper", "accounts.give-roles", { roles: ["partner-administrator", "partner-editor"] })
    }
  ],
  RoleNotForOrganisation: [
    {
      says: "a partner has no finance officer here",
      stage: "nothing",
      rule: "SEC-1",
      except: { admin: onlyWhatFits },
      ask: off("keeper", "accounts.invite", ({ recipient }) => invitation(recipient, "new@example.org", ["finance"]))
    }
  ],
  SourceRuleMissing: [
    {
      says: "a donation comes under a rule, or says why not",
      stage: "nothing",
      rule: "MON-1a",
      ask: off("finance", "sources.register", {
        kind: "donation",
        title: text("เงินบริจาค"),
        fiscalYear: 2570,
        amount: baht("1000.00")
      })
    }
  ]
} as const satisfies Record<string, Rows>

import { Result, Schema, SchemaTransformation } from "effect"
import { erasing, erasingPerson } from "../../engine/Erasing.ts"
import { commandsOn, eventsOn, reference } from "../../engine/Handler.ts"
import { type Actor, accessOf, OrganisationId } from "../../kernel/Actor.ts"
import * as Field from "../../kernel/Field.ts"
import { administrator, partnerAdministrator, registeringAdministrator, theSystem } from "../../kernel/Grants.ts"
import { must } from "../../kernel/Must.ts"
import { type Account, type AccountEvent, accountRecord } from "../Account.ts"
import { answeredWithin } from "../Lapse.ts"
import { lookedAfterBy, managed, type Organisation, organisationRecord, usable } from "../Organisation.ts"
import { roleNames, rolesOffered } from "../Roles.ts"
import { refusal } from "../refusals.ts"
import * as Staff from "../Staff.ts"
import { toldOf, toldToProposer } from "../Telling.ts"
import { administratorsOf, organisationReference } from "./related.ts"

const { change, create } = commandsOn(accountRecord)

/** In the letters that sign-in takes, and written in lower case, so that one address is one account. */
const Email = Schema.String.check(
  Schema.isMaxLength(254),
  Schema.isPattern(
    /^(?:[A-Za-z0-9_'+-]{1,64}\.){0,5}[A-Za-z0-9_'+-]{0,63}[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z]{2,63}$/u,
    must("ต้องเป็นอีเมล", "must be an e-mail address")
  )
).pipe(Schema.decode(SchemaTransformation.toLowerCase()))

const position = Field.text("ตำแหน่ง", "Position")
const roles = Field.choices(roleNames, "บทบาท", "Roles", {
  record: "organisation",
  named: "organisation",
  offered: rolesOffered
})
const reason = Schema.Struct({ reason: Field.prose("เหตุผล", "Reason") })

const own = [administrator, partnerAdministrator] as const
/** Those who look after the account of a first administrator who is not verified yet, too. */
const keepers = [...own, registeringAdministrator] as const

interface Employer {
  readonly organisation: Organisation
}

/** An account that was invited for an organisation which has an administrator of its own by now is theirs. */
const whereManaged =
  <A, E>(decide: () => Result.Result<A, E>) =>
  ({ organisation }: Employer, { actor }: { readonly actor: Actor }) =>
    Result.flatMap(managed(organisation, actor), decide)

/** SEC-9: whoever the account belongs to is told of it, and whoever proposed what no longer waits by it. */
const telling = <Refused>(
  state: Account,
  { actor }: { readonly actor: Actor },
  decided: Result.Result<ReadonlyArray<AccountEvent>, Refused>,
  settles?: Parameters<typeof toldToProposer>[1]
) =>
  Result.map(decided, (events) => {
    const proposer = settles === undefined ? [] : toldToProposer(state, settles, actor)
    return { events, tells: [...toldOf(state, events, actor), ...proposer] }
  })

const erasure = erasing(accountRecord, { subject: ({ id }) => id })

export const accounts = [
  create({
    name: "accounts.invite",
    summary: { th: "เชิญผู้ใช้", en: "Invite a colleague, or an organisation's first administrator" },
    irreversible: false,
    onward: false,
    inPerson: true,
    input: Schema.Struct({
      organisation: Field.reference(OrganisationId, "organisation", "องค์กร", "Organisation", Field.inUse),
      name: Field.text("ชื่อ", "Name"),
      position: Field.optional(position),
      email: Field.written(Email, "text", "อีเมล", "E-mail"),
      roles
    }),
    outcomes: {
      RolesProposed: {
        th: "เชิญผู้ใช้และเสนอบทบาท รอผู้ดูแลระบบอีกคนยืนยันจึงมีผล",
        en: "Invited; the roles are proposed and count once another administrator confirms them"
      }
    },
    allow: [...keepers, theSystem],
    refusals: [
      "EmailTaken",
      "RoleNotForOrganisation",
      "OrganisationInactive",
      "FirstAdministratorOnly",
      "ClaimNotOpen"
    ],
    rules: ["SEC-1", "SEC-8", "SEC-9"],
    related: (input) => ({ organisation: reference(organisationRecord, input.organisation) }),
    many: ({ organisation }) => administratorsOf(organisation),
    access: ({ input, related }) =>
      accessOf({ owner: input.organisation, parties: lookedAfterBy(related.organisation) }),
    unique: ({ email }) => ({
      column: "email",
      value: email,
      refusal: refusal("EmailTaken", { email }, { field: "/email" })
    }),
    decide: ({ context, input, many, related }) =>
      Result.gen(function* () {
        const organisation = yield* usable(related.organisation)
        const { claimed, events } = yield* Staff.invite(input, organisation, many.administrators, context)
        const claiming = claimed.length === 0 ? [] : [eventsOn(reference(organisationRecord, organisation.id), claimed)]
        return { events, others: claiming }
      })
  }),
  change({
    name: "accounts.set-position",
    summary: { th: "กำหนดตำแหน่ง", en: "Set a position" },
    irreversible: false,
    onward: false,
    inPerson: true,
    restates: true,
    input: Schema.Struct({ position }),
    allow: keepers,
    refusals: ["AccountNotActive", "AnotherAdministratorNeeded", "OrganisationManagedByItself"],
    rules: ["SEC-8", "SEC-9"],
    related: organisationReference,
    many: ({ organisation }) => administratorsOf(organisation),
    ready: Staff.canSetPosition,
    decide: ({ context, input, many, related, state }) =>
      whereManaged(() =>
        telling(state, context, Staff.setPosition(state, input.position, many.administrators, context))
      )(related, context)
  }),
  change({
    name: "accounts.give-roles",
    summary: { th: "กำหนดบทบาท", en: "Give roles" },
    irreversible: false,
    onward: false,
    inPerson: true,
    restates: true,
    input: Schema.Struct({ roles }),
    outcomes: {
      RolesProposed: {
        th: "เสนอบทบาท รอผู้ดูแลระบบอีกคนยืนยันจึงมีผล",
        en: "Roles proposed; they count once another administrator confirms them"
      }
    },
    allow: own,
    refusals: [
      "RoleNotForOrganisation",
      "AccountNotActive",
      "AnotherAdministratorNeeded",
      "OwnLinkNeeded",
      "ProposalWaits"
    ],
    rules: ["SEC-1", "SEC-8", "SEC-9"],
    related: organisationReference,
    many: ({ organisation }) => administratorsOf(organisation),
    ready: Staff.canGiveRoles,
    decide: ({ context, input, many, related, state }) =>
      telling(state, context, Staff.giveRoles(state, input.roles, { ...related, ...many }, context), "replaced")
  }),
  change({
    name: "accounts.confirm-proposal",
    summary: { th: "ยืนยันข้อเสนอเกี่ยวกับบัญชี", en: "Confirm what is proposed for an account" },
    irreversible: {
      th: "มีผลทันที หากเป็นข้อเสนอให้ยุติบัญชี บัญชีนั้นเปิดใช้อีกไม่ได้",
      en: "It applies at once; where it ends the account, that account cannot be opened again"
    },
    onward: true,
    inPerson: true,
    input: Schema.Struct({}),
    outcomes: {
      RolesGiven: { th: "ยืนยันบทบาทที่เสนอ", en: "Confirmed the roles proposed" },
      AccountEnded: { th: "ยืนยันให้ยุติบัญชี", en: "Confirmed that the account ends" }
    },
    allow: [...own, theSystem],
    refusals: ["NoProposal", "AnotherAdministratorNeeded", "AccountNotActive", "RoleNotForOrganisation"],
    rules: ["SEC-9"],
    related: organisationReference,
    many: ({ organisation }) => administratorsOf(organisation),
    ready: Staff.canConfirm,
    decide: ({ context, many, related, state }) => Staff.confirm(state, { ...related, ...many }, context)
  }),
  change({
    name: "accounts.decline-proposal",
    summary: { th: "ไม่เห็นชอบข้อเสนอเกี่ยวกับบัญชี", en: "Decline what is proposed for an account" },
    irreversible: false,
    onward: false,
    inPerson: true,
    input: reason,
    allow: [...own, theSystem],
    refusals: ["NoProposal"],
    rules: ["SEC-9"],
    ready: Staff.canDecline,
    decide: ({ context, input, state }) => telling(state, context, Staff.decline(state, input.reason), "declined")
  }),
  change({
    name: "accounts.lapse-proposal",
    summary: { th: "ให้ข้อเสนอที่ไม่มีผู้ตอบสิ้นผล", en: "Let a proposal lapse that nobody answered" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({}),
    outcomes: {
      ProposalLapsed: {
        th: `ข้อเสนอสิ้นผล เพราะไม่มีผู้ตอบภายใน ${answeredWithin} วัน`,
        en: `The proposal lapsed: nobody answered within ${answeredWithin} days`
      }
    },
    allow: [theSystem],
    refusals: ["NoProposal", "ProposalWaits"],
    rules: ["SEC-10"],
    onTheClock: { rule: "SEC-10", from: Staff.proposalLapsesAt },
    ready: Staff.lapse,
    decide: ({ context, state }) => Staff.lapse(state, context)
  }),
  change({
    name: "accounts.lock",
    summary: { th: "ระงับบัญชีชั่วคราว", en: "Lock an account" },
    irreversible: false,
    onward: false,
    input: reason,
    allow: keepers,
    refusals: ["AccountNotActive", "AnotherAdministratorNeeded", "OrganisationManagedByItself"],
    rules: ["SEC-1", "SEC-8"],
    related: organisationReference,
    ready: Staff.canLock,
    decide: ({ context, input, related, state }) =>
      whereManaged(() => telling(state, context, Staff.lock(state, input.reason, context)))(related, context)
  }),
  change({
    name: "accounts.unlock",
    summary: { th: "ปลดระงับบัญชี", en: "Unlock an account" },
    irreversible: false,
    onward: false,
    inPerson: true,
    input: Schema.Struct({}),
    allow: [...keepers, theSystem],
    refusals: ["AccountNotActive", "AnotherAdministratorNeeded", "OrganisationManagedByItself"],
    rules: ["SEC-1", "SEC-8"],
    related: organisationReference,
    ready: Staff.canUnlock,
    decide: ({ context, related, state }) =>
      whereManaged(() => telling(state, context, Staff.unlock(state, context)))(related, context)
  }),
  change({
    name: "accounts.issue-link",
    summary: { th: "ออกลิงก์ให้เจ้าของบัญชีเข้าใช้", en: "Issue a link that lets the account's person in" },
    irreversible: {
      th: "รหัสผ่าน การเข้าใช้ และกุญแจ API เดิมของบัญชีใช้ไม่ได้อีก หากมีผู้ดูแลระบบคนอื่น บทบาทของบัญชีพักไว้จนกว่าผู้นั้นจะยืนยันว่าเจ้าของบัญชีเป็นผู้เข้าใช้เอง ส่วนบทบาทของผู้ดูแลระบบที่เคยเข้าใช้แล้วพักไว้ทุกกรณี",
      en: "Its password, sessions and API keys no longer work. Where there is another administrator, its roles rest until that one has confirmed that its own person came in; those of an administrator who has been in rest always"
    },
    onward: false,
    inPerson: true,
    accompanied: true,
    input: Schema.Struct({}),
    outcomes: {
      RolesWithheld: {
        th: "ออกลิงก์ให้เจ้าของบัญชีเข้าใช้ บทบาทพักไว้จนกว่าจะมีผู้ยืนยัน",
        en: "Issued a link; the roles rest until somebody confirms them"
      }
    },
    allow: [...keepers, theSystem],
    refusals: [
      "AccountNotActive",
      "AnotherAdministratorNeeded",
      "OrganisationManagedByItself",
      "ProposalWaits",
      "ClaimNotOpen"
    ],
    rules: ["SEC-1", "SEC-8", "SEC-9"],
    related: organisationReference,
    many: ({ organisation }) => administratorsOf(organisation),
    ready: Staff.canLink,
    decide: ({ context, many, related, state }) =>
      whereManaged(() => telling(state, context, Staff.issueLink(state, { ...related, ...many }, context)))(
        related,
        context
      )
  }),
  change({
    name: "accounts.end",
    summary: { th: "ยุติบัญชี", en: "End an account" },
    irreversible: { th: "บัญชีที่ยุติแล้วเปิดใช้อีกไม่ได้", en: "An account that has ended cannot be opened again" },
    onward: false,
    inPerson: true,
    input: reason,
    outcomes: {
      EndingProposed: {
        th: "เสนอให้ยุติบัญชี รอการยืนยันจึงมีผล",
        en: "Proposed that the account ends; it does once that is confirmed"
      }
    },
    allow: [...keepers, theSystem],
    refusals: ["AccountNotActive", "AnotherAdministratorNeeded", "OrganisationManagedByItself", "ProposalWaits"],
    rules: ["SEC-1", "SEC-8", "SEC-9"],
    related: organisationReference,
    ready: Staff.canEnd,
    decide: ({ context, input, related, state }) =>
      whereManaged(() => telling(state, context, Staff.end(state, input.reason, context), "replaced"))(related, context)
  }),
  change({
    name: "accounts.erase-personal-data",
    summary: { th: "ลบข้อมูลส่วนบุคคลของบัญชี", en: "Erase an account's personal data" },
    ...erasingPerson,
    input: Schema.Struct({ reason: erasingPerson.input.fields.reason }),
    allow: keepers,
    refusals: [...erasingPerson.refusals, "OrganisationManagedByItself"],
    related: organisationReference,
    ready: (state, context, target) => erasure.ready?.(state, context, target) ?? Result.succeed(undefined),
    decide: ({ context, input, related, state }) =>
      whereManaged(() => erasure.decide({ context, input, state, related: {}, many: {}, files: new Map() }))(
        related,
        context
      )
  })
]

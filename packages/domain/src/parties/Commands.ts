import { Result } from "effect"
import type { Context } from "../engine/Context.ts"
import { erasing } from "../engine/Erasing.ts"
import { commandsOn, reference, type Unique } from "../engine/Handler.ts"
import type { Role } from "../kernel/Actor.ts"
import { accessOf } from "../kernel/Actor.ts"
import type { Decision } from "../kernel/Refusal.ts"
import * as Account from "./Account.ts"
import * as Organisation from "./Organisation.ts"
import * as Operations from "./operations.ts"
import { refusal } from "./refusals.ts"

const organisations = commandsOn(Organisation.organisationRecord)
const accounts = commandsOn(Account.accountRecord)

const oneOf = (id: string) => reference(Organisation.organisationRecord, id)

const employer = (account: Account.Account) => ({ organisation: oneOf(account.organisation) })

/** Whoever gives roles must be allowed to manage those that are there and those that are to be. */
const whereManaged = <A, Tag extends string>(
  { organisation }: { readonly organisation: Organisation.Organisation },
  { actor }: Context,
  roles: ReadonlyArray<Role>,
  decide: () => Decision<A, Tag>
) => Result.flatMap(Account.managing(roles, organisation, actor), decide)

const whereOwn =
  <Tag extends string>(can: (account: Account.Account) => Decision<void, Tag>) =>
  (account: Account.Account, { actor }: Context) =>
    Result.flatMap(Account.canManage(account, actor), () => can(account))

/** One juristic person is registered once. */
const uniqueIdentifier = (
  { juristicId }: { readonly juristicId?: string },
  own?: string
): Unique<"IdentifierTaken"> | undefined =>
  juristicId === undefined || juristicId === own
    ? undefined
    : {
        column: "juristicId",
        value: juristicId,
        refusal: refusal("IdentifierTaken", { identifier: juristicId }, { field: "/juristicId" })
      }

const ofOrganisation =
  ({ name }: { readonly name: string }) =>
  (organisation: Organisation.Organisation, { actor }: Context) =>
    Organisation.managed(organisation, actor, name)

export const partyCommands = [
  organisations.create({
    ...Operations.registerOrganisation,
    access: () => accessOf({ public: true }),
    unique: (input) => uniqueIdentifier(input),
    decide: ({ context, input }) => Organisation.register(input, context)
  }),
  organisations.change({
    ...Operations.changeParticulars,
    unique: (input, state) => uniqueIdentifier(input, state.particulars.juristicId),
    ready: ofOrganisation(Operations.changeParticulars),
    decide: ({ context, input, state }) =>
      Result.flatMap(ofOrganisation(Operations.changeParticulars)(state, context), () =>
        Organisation.changeParticulars(state, input)
      )
  }),
  organisations.change({
    ...Operations.giveMandate,
    related: (_, input) => ({ account: reference(Account.accountRecord, input.account) }),
    ready: ofOrganisation(Operations.giveMandate),
    decide: ({ context, input, related, state }) =>
      Result.flatMap(ofOrganisation(Operations.giveMandate)(state, context), () =>
        related.account.organisation === state.id
          ? Organisation.giveMandate(state, input, context)
          : Result.fail(refusal("RecordNotFound", { record: "account", id: input.account }, { field: "/account" }))
      )
  }),
  organisations.change({
    ...Operations.withdrawMandate,
    targets: (state) =>
      state.mandates.map(({ holder: { position = "—" }, id, order }) => ({
        field: "mandate",
        value: id,
        label: { th: `${position} (${order})`, en: `${position} (${order})` }
      })),
    ready: ofOrganisation(Operations.withdrawMandate),
    decide: ({ context, input, state }) =>
      Result.flatMap(ofOrganisation(Operations.withdrawMandate)(state, context), () =>
        Organisation.withdrawMandate(state, input.mandate, input.reason)
      )
  }),
  organisations.change({
    ...Operations.setPolicy,
    decide: ({ input, state }) => Organisation.setPolicy(state, input)
  }),
  organisations.change({
    ...Operations.eraseHolder,
    ...erasing(Organisation.organisationRecord, { ready: ofOrganisation(Operations.eraseHolder) })
  }),
  organisations.change({
    ...Operations.deactivateOrganisation,
    ready: (state, context) =>
      Result.flatMap(ofOrganisation(Operations.deactivateOrganisation)(state, context), () =>
        Organisation.canDeactivate(state)
      ),
    decide: ({ context, input, state }) =>
      Result.flatMap(ofOrganisation(Operations.deactivateOrganisation)(state, context), () =>
        Organisation.deactivate(state, input.reason)
      )
  }),
  organisations.change({
    ...Operations.reactivateOrganisation,
    ready: ofOrganisation(Operations.reactivateOrganisation),
    decide: ({ context, state }) =>
      Result.flatMap(ofOrganisation(Operations.reactivateOrganisation)(state, context), () =>
        Organisation.reactivate(state)
      )
  }),
  accounts.create({
    ...Operations.inviteAccount,
    related: (input) => ({ organisation: oneOf(input.organisation) }),
    access: ({ input }) => accessOf({ owner: input.organisation, parties: [input.organisation] }),
    unique: ({ email }) => ({
      column: "email",
      value: email,
      refusal: refusal("EmailTaken", { email }, { field: "/email" })
    }),
    decide: ({ context, input, related }) =>
      Result.flatMap(Organisation.usable(related.organisation), (organisation) =>
        Account.invite(input, organisation, context)
      )
  }),
  accounts.change({
    ...Operations.giveRoles,
    related: employer,
    ready: whereOwn(Account.canEnd),
    decide: ({ context, input, related, state }) =>
      whereManaged(related, context, [...state.roles, ...input.roles], () =>
        Account.giveRoles(state, input.roles, related.organisation)
      )
  }),
  accounts.change({
    ...Operations.lockAccount,
    ready: whereOwn(Account.canLock),
    related: employer,
    decide: ({ context, input, related, state }) =>
      whereManaged(related, context, state.roles, () => Account.lock(state, input.reason))
  }),
  accounts.change({
    ...Operations.unlockAccount,
    ready: whereOwn(Account.canUnlock),
    related: employer,
    decide: ({ context, related, state }) => whereManaged(related, context, state.roles, () => Account.unlock(state))
  }),
  accounts.change({
    ...Operations.endAccount,
    ready: whereOwn(Account.canEnd),
    related: employer,
    decide: ({ context, input, related, state }) =>
      whereManaged(related, context, state.roles, () => Account.end(state, input.reason))
  }),
  accounts.change({
    ...Operations.erasePersonalData,
    ...erasing(Account.accountRecord, {
      subject: ({ id }) => id,
      related: employer,
      ready: (state, { actor }) => Account.canManage(state, actor),
      permitted: (state, { actor }, { organisation }) => Account.managing(state.roles, organisation, actor)
    })
  })
]

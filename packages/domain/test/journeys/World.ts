import { Effect, Layer } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { handlerOf } from "../../src/engine/Catalogue.ts"
import { bySystem } from "../../src/engine/Context.ts"
import { Files } from "../../src/engine/Files.ts"
import { perform } from "../../src/engine/Perform.ts"
import { Platform } from "../../src/engine/Platform.ts"
import { AccountId, type Actor, OrganisationId, type Person, type Role } from "../../src/kernel/Actor.ts"
import type { Instant } from "../../src/kernel/ThaiDate.ts"
import { layerMemory } from "../../src/testing/MemoryStore.ts"

const uuid = (group: number, n: number) =>
  `00000000-0000-4000-8${String(group).padStart(3, "0")}-${String(n).padStart(12, "0")}`

const Numbered = Layer.sync(Platform, () => {
  let n = 0
  return { newId: () => uuid(0, ++n), digest: (text: string) => text }
})

export const World = Layer.mergeAll(layerMemory, Numbered, Layer.succeed(Files, Files.defaultValue()))

/** Sets up a fresh store. */
export const installation = bySystem("SEC-5")

/** Carries out a command on whatever version there is, on a given day. */
export const act = (actor: Actor, operation: string, input: unknown, id?: string, at = "2026-11-02T03:00:00.000Z") =>
  perform(catalogue, {
    operation,
    input,
    actor,
    seen: "latest",
    at: at as Instant,
    ...(handlerOf(catalogue, operation)?.operation.accompanied === true ? { along: Effect.void } : {}),
    ...(id === undefined ? {} : { id })
  })

export const text = (th: string) => ({ th })
export const baht = (amount: string) => ({ amount, currency: "THB" })

/** Registers an organisation through the operation. */
export const organisation = (th: string, sector: string, legalForm: string) =>
  Effect.map(act(installation, "organisations.register", { name: text(th), sector, legalForm }), ({ id }) =>
    OrganisationId.make(id)
  )

export const invite = (organisation: OrganisationId, role: Role, name: string = role) =>
  Effect.map(
    act(installation, "accounts.invite", {
      organisation,
      name,
      email: `${name}.${organisation.slice(-6)}@example.org`,
      roles: [role]
    }),
    ({ id }): Person => ({ kind: "person", account: AccountId.make(id), organisation, roles: [role] })
  )

/** The people of an agency, one for each role. */
export const people = (organisation: OrganisationId) =>
  Effect.all({
    officer: invite(organisation, "programme-officer"),
    executive: invite(organisation, "executive"),
    finance: invite(organisation, "finance"),
    evaluator: invite(organisation, "evaluator"),
    auditor: invite(organisation, "auditor"),
    administrator: invite(organisation, "agency-administrator")
  })

export const partnerPeople = (organisation: OrganisationId) =>
  Effect.all({
    keeper: invite(organisation, "partner-administrator"),
    editor: invite(organisation, "partner-editor"),
    signatory: invite(organisation, "partner-signatory")
  })

export const outsider = (organisation: OrganisationId) => invite(organisation, "evaluator")

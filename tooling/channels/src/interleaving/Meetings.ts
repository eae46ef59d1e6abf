import type { RefusalTag } from "@phakhi/domain/catalogue"
import type { Role } from "@phakhi/domain/kernel/Actor"
import type { Person } from "../Channel.ts"
import { baht, type Cast, grounds, text } from "../journeys/Cast.ts"
import { budgetYear, inDays, term } from "../journeys/Days.ts"
import { factsOf } from "../journeys/Facts.ts"
import type { Act } from "../journeys/Hand.ts"
import {
  choice,
  giveMandates,
  inRounds,
  membersOf,
  openMission,
  partnership,
  preparedIn,
  rated,
  termsOf
} from "../journeys/Partnership.ts"

/** A command that relies on another record, and what happens to that record before the command is appended. */
export interface Meeting {
  readonly person: Person
  readonly input: object
  /** The record that the command is aimed at, if there is one already. */
  readonly id?: string
  readonly between: () => Promise<unknown>
  /** What becomes of the command on the record as it is then. */
  readonly then: RefusalTag | "accepted"
  /** It writes to what has moved, and so is decided a last time, not to happen before that. */
  readonly writesToIt?: true
  /** What is put right afterwards for those who come later. */
  readonly after?: () => Promise<unknown>
}

export type Prepare = (act: Act, cast: Cast) => Promise<Meeting>

const reason = "ทดลอง"

const organisation = async (act: Act, { administrator }: Cast) =>
  (await act(administrator, "organisations.register", particulars("องค์กรสมมติ"))).id

let people = 0

/** Someone invited into an organisation, with a role from the first moment on. */
const joining = async (act: Act, by: Person, employer: string, role: Role): Promise<Person> => {
  const invitation = { organisation: employer, name: "ผู้ใช้", email: `met.${++people}@example.org`, roles: [role] }
  const { id } = await act(by, "accounts.invite", invitation)
  return { actor: { kind: "person", account: id, organisation: employer, roles: [role] } as never, key: "" }
}

const claimWaits = async (act: Act, cast: Cast) => {
  const id = await organisation(act, cast)
  const keeper = await joining(act, cast.administrator, id, "partner-administrator")
  await act(keeper, "organisations.claim", grounds, id)
  return { id, keeper }
}

/** An organisation with an administrator of its own. */
const claimed = async (act: Act, cast: Cast) => {
  const waits = await claimWaits(act, cast)
  await act(cast.officer, "organisations.verify-claim", {}, waits.id)
  return waits
}

const particulars = (name: string) => ({ name: text(name), sector: "civil-society", legalForm: "foundation" })

const deactivated = (act: Act, by: Person, id: string) => () => act(by, "organisations.deactivate", { reason }, id)

const renamed = (act: Act, by: Person, id: string) => () =>
  act(by, "organisations.change-particulars", particulars("องค์กรที่เปลี่ยนชื่อ"), id)

/** Whoever was to sign for the agency may no longer do so. */
const withoutMandateOf = (act: Act, by: Person, organisation: string, whose: Person) => async () => {
  const { data } = await act(by, "organisations.get", {}, organisation)
  const { mandates } = data as { readonly mandates: ReadonlyArray<{ readonly id: string; readonly account: string }> }
  for (const { account, id } of mandates)
    if (account === whose.actor.account)
      await act(by, "organisations.withdraw-mandate", { mandate: id, reason }, organisation)
}
const withoutMandate = (act: Act, { administrator, agency, executive }: Cast) =>
  withoutMandateOf(act, administrator, agency, executive)

const revised =
  (act: Act, { officer }: Cast, id: string, count: number) =>
  () => {
    const overlay = { title: text("ฉบับใหม่"), model: "contracting", edits: [{ _tag: "SetRounds", count }], waivers: [] }
    return act(officer, "processes.revise", { overlay }, id)
  }

const increased =
  (act: Act, { finance }: Cast, id: string) =>
  () =>
    act(finance, "sources.increase", { amount: baht("1.00"), reason }, id)

/** The recipient is made inactive before it is paid. */
const withoutRecipient = (act: Act, { keeper, recipient }: Cast): Pick<Meeting, "between" | "then" | "after"> => ({
  between: deactivated(act, keeper, recipient),
  then: "OrganisationInactive",
  after: () => act(keeper, "organisations.reactivate", {}, recipient)
})

const contract = (act: Act, cast: Cast, until: string) => partnership(act, cast, { model: "contracting" }, until)

const described =
  (act: Act, { officer }: Cast, mission: string) =>
  () => {
    const about = { title: text("ดูแลเด็กเล็ก"), purpose: "ขอบเขตใหม่", provinces: ["12"], routine: false }
    return act(officer, "missions.describe", about, mission)
  }

/** Another partnership of the mission comes, and is signed. */
const signing = (act: Act, cast: Cast, mission: string) => () =>
  partnership(act, cast, { model: "contracting", mission }, "signed")

/** For another partnership of the mission, its recipient is chosen by the only new competition. */
const chosenBy = async (act: Act, cast: Cast, mission: string) => {
  const won = { on: inDays(0), reference: "1/2570", winner: cast.recipient, outcome: "คะแนนสูงสุด" }
  await act(cast.officer, "missions.record-competition", won, mission)
  const { id } = await partnership(act, cast, { model: "contracting", mission }, "proposed")
  const selected = { organisation: cast.recipient, justification: "คะแนนสูงสุด" }
  return () => act(cast.officer, "partners.select", selected, id)
}

/** An act on an account, whose employer changes its name in the meantime. */
const onAccount =
  (input: object, ...before: ReadonlyArray<string>): Prepare =>
  async (act, cast) => {
    const { id: employer, keeper } = await claimed(act, cast)
    const { account: id } = (await joining(act, keeper, employer, "partner-editor")).actor
    for (const operation of before) await act(keeper, operation, { reason }, id)
    return { person: keeper, input, id, between: renamed(act, keeper, employer), then: "accepted" }
  }

/** An act of a sole administrator, who gets a second one in the meantime. */
const alone =
  (ask: (employer: string, account: string) => Pick<Meeting, "input" | "id">): Prepare =>
  async (act, cast) => {
    const { id: employer, keeper } = await claimed(act, cast)
    const { account } = (await joining(act, keeper, employer, "partner-editor")).actor
    const between = () => joining(act, keeper, employer, "partner-administrator")
    return { person: keeper, ...ask(employer, account), between, then: "accepted" }
  }

/** An act that names an organisation, which is made inactive in the meantime. */
const naming =
  (input: object, until: string): Prepare =>
  async (act, cast) => {
    const candidate = await organisation(act, cast)
    const { id } = await contract(act, cast, until)
    const between = deactivated(act, cast.administrator, candidate)
    return {
      person: cast.officer,
      input: { ...input, organisation: candidate },
      id,
      between,
      then: "OrganisationInactive"
    }
  }

/** A candidate that has proposed after another, and is made inactive before it is selected. */
const selecting: Prepare = async (act, cast) => {
  const { id: candidate, keeper } = await claimed(act, cast)
  const editor = await joining(act, keeper, candidate, "partner-editor")
  const { id } = await contract(act, cast, "proposed")
  await act(cast.officer, "partners.name", { organisation: candidate, as: "candidate" }, id)
  for (const step of ["PBC-2", "PBC-3"]) await act(editor, "steps.complete", { step, facts: factsOf(step) }, id)
  const input = { organisation: candidate, justification: "คะแนนสูงสุด" }
  return { person: cast.officer, input, id, between: deactivated(act, keeper, candidate), then: "OrganisationInactive" }
}

const amendmentIn = (data: unknown): string | undefined =>
  (data as { readonly agreement?: { readonly amendments?: ReadonlyArray<{ readonly id: string }> } }).agreement
    ?.amendments?.[0]?.id

const renewal = { period: { from: term.from, to: inDays(800) }, reason }

/** For each command that relies on other records, by the kinds of record that it relies on: how one of them moves. */
/** A partnership that an organisation supports, and the seat that it is to hold on the committee. */
const supported = async (act: Act, cast: Cast, until: string) => {
  await giveMandates(act, cast)
  const { id } = await contract(act, cast, until)
  const supporter = await organisation(act, cast)
  await act(cast.officer, "supporters.propose", { organisation: supporter, ability: reason }, id)
  await act(cast.editor, "supporters.agree", { supporter: 1 }, id)
  const seat = {
    name: "ผู้แทนผู้สนับสนุน",
    organisation: supporter,
    side: "supporter",
    position: "กรรมการ",
    charged: true,
    decides: true
  }
  return { id, seat, supporter }
}

export const meetings: { readonly [operation: string]: { readonly [kind: string]: Prepare } } = {
  "partnerships.start": {
    mission: async (act, cast) => {
      const mission = await openMission(act, cast)
      return {
        person: cast.officer,
        input: { mission, title: text("ความร่วมมือ") },
        between: () => act(cast.officer, "missions.begin-review", {}, mission),
        then: "MissionNotOpen"
      }
    }
  },
  "models.choose": {
    process: async (act, cast) => {
      const process = await inRounds(act, cast, 2)
      const { id } = await contract(act, cast, "started")
      const input = { ...choice("contracting"), process }
      return { person: cast.officer, input, id, between: revised(act, cast, process, 3), then: "accepted" }
    }
  },
  "partners.name": { organisation: naming({ as: "third-party" }, "chosen") },
  "supporters.propose": { organisation: naming({ ability: reason }, "chosen") },
  "supporters.agree": {
    organisation: async (act, cast) => {
      const { id } = await contract(act, cast, "discussed")
      const supporter = await organisation(act, cast)
      await act(cast.officer, "supporters.propose", { organisation: supporter, ability: reason }, id)
      const between = deactivated(act, cast.administrator, supporter)
      return { person: cast.editor, input: { supporter: 1 }, id, between, then: "OrganisationInactive" }
    }
  },
  "partners.select": {
    organisation: selecting,
    mission: async (act, cast) => {
      const { id, mission } = await contract(act, cast, "proposed")
      const input = { organisation: cast.recipient, justification: "คะแนนสูงสุด" }
      return { person: cast.officer, input, id, between: described(act, cast, mission), then: "accepted" }
    },
    partnership: async (act, cast) => {
      await giveMandates(act, cast)
      const { id, mission } = await contract(act, cast, "proposed")
      const input = { organisation: cast.recipient, justification: "คะแนนสูงสุด" }
      return { person: cast.officer, input, id, between: signing(act, cast, mission), then: "SecondPartnership" }
    }
  },
  "missions.rate-contestability": {
    partnership: async (act, cast) => {
      await giveMandates(act, cast)
      const id = await openMission(act, cast)
      const between = signing(act, cast, id)
      return { person: cast.officer, input: rated("delegated"), id, between, then: "ContestabilityFixed" }
    }
  },
  "missions.begin-review": {
    partnership: async (act, cast) => {
      await giveMandates(act, cast)
      const id = await openMission(act, cast)
      return { person: cast.officer, input: {}, id, between: signing(act, cast, id), then: "ReviewUndoes" }
    }
  },
  "missions.record-competition": {
    organisation: async (act, cast) => {
      const id = await openMission(act, cast)
      const input = { on: inDays(0), reference: "1/2570", winner: cast.recipient, outcome: "คะแนนสูงสุด" }
      return { person: cast.officer, input, id, ...withoutRecipient(act, cast) }
    }
  },
  "partnerships.adapt": {
    process: async (act, cast) => {
      const process = await inRounds(act, cast, 2)
      const { id } = await contract(act, cast, "chosen")
      return { person: cast.officer, input: { process }, id, between: revised(act, cast, process, 3), then: "accepted" }
    }
  },
  "partnerships.confirm-process": {
    organisation: async (act, cast) => {
      await giveMandates(act, cast)
      const { id } = await contract(act, cast, "signed")
      await act(cast.officer, "partnerships.adapt", { process: await inRounds(act, cast, 2) }, id)
      const { keeper, recipient, signatory } = cast
      const between = withoutMandateOf(act, keeper, recipient, signatory)
      return { person: signatory, input: {}, id, between, then: "MandateMissing" }
    }
  },
  "assignments.assign": {
    account: async (act, cast) => {
      const { administrator, agency, officer } = cast
      const invitation = { organisation: agency, name: "ผู้ประเมิน", email: "assigned@example.org", roles: ["evaluator"] }
      const account = (await act(administrator, "accounts.invite", invitation)).id
      const { id } = await contract(act, cast, "chosen")
      return {
        person: officer,
        input: { account, duty: "evaluator", from: inDays(0) },
        id,
        between: () => act(administrator, "accounts.lock", { reason }, account),
        then: "AccountNotActive"
      }
    }
  },
  "agreements.draft": {
    organisation: async (act, cast) => {
      const { id } = await contract(act, cast, "discussed")
      const policy = { slaValue: baht("1.00"), slaMonths: 1 }
      const between = () => act(cast.administrator, "organisations.set-policy", policy, cast.agency)
      return { person: cast.officer, input: termsOf({ model: "contracting" }), id, between, then: "accepted" }
    }
  },
  "agreements.propose-amendment": {
    organisation: async (act, cast) => {
      const { id } = await contract(act, cast, "signed")
      const policy = { slaValue: baht("1.00"), slaMonths: 2 }
      const between = () => act(cast.administrator, "organisations.set-policy", policy, cast.agency)
      const input = { objectives: "ให้เด็กได้รับบริการ", conditions: [], reason: "พื้นที่เปลี่ยน" }
      return { person: cast.officer, input, id, between, then: "accepted" }
    }
  },
  "agreements.sign": {
    organisation: async (act, cast) => {
      const { id } = await contract(act, cast, "drafted")
      return { person: cast.executive, input: {}, id, between: withoutMandate(act, cast), then: "MandateMissing" }
    },
    mission: async (act, cast) => {
      await giveMandates(act, cast)
      const { id, mission } = await contract(act, cast, "drafted")
      const between = () => act(cast.officer, "missions.begin-review", {}, mission)
      return { person: cast.executive, input: {}, id, between, then: "MissionNotOpen" }
    }
  },
  "agreements.sign-amendment": {
    organisation: async (act, cast) => {
      await giveMandates(act, cast)
      const { id } = await contract(act, cast, "signed")
      const terms = { objectives: reason, conditions: [], reason }
      const { data } = await act(cast.officer, "agreements.propose-amendment", terms, id)
      const input = { amendment: amendmentIn(data) }
      return { person: cast.executive, input, id, between: withoutMandate(act, cast), then: "MandateMissing" }
    }
  },
  "plans.agree": {
    organisation: async (act, cast) => {
      await giveMandates(act, cast)
      const { id } = await contract(act, cast, "planned")
      const { keeper, recipient, signatory } = cast
      const between = withoutMandateOf(act, keeper, recipient, signatory)
      return { person: signatory, input: {}, id, between, then: "MandateMissing" }
    }
  },
  "agreements.renew": {
    organisation: async (act, cast) => {
      await giveMandates(act, cast)
      const { id } = await contract(act, cast, "signed")
      return { person: cast.executive, input: renewal, id, between: withoutMandate(act, cast), then: "MandateMissing" }
    },
    mission: async (act, cast) => {
      await giveMandates(act, cast)
      const { id, mission } = await contract(act, cast, "signed")
      // The rating stays while the contract runs, so that nothing that moves here shuts the renewal.
      return { person: cast.executive, input: renewal, id, between: described(act, cast, mission), then: "accepted" }
    },
    partnership: async (act, cast) => {
      await giveMandates(act, cast)
      const mission = await openMission(act, cast)
      await act(cast.officer, "missions.rate-contestability", rated("delegated"), mission)
      const { id } = await partnership(act, cast, { model: "contracting", mission }, "signed")
      const between = await chosenBy(act, cast, mission)
      return { person: cast.executive, input: renewal, id, between, then: "CompetitionNeeded" }
    }
  },
  "committees.appoint": {
    organisation: async (act, cast) => {
      const { id, seat, supporter } = await supported(act, cast, "communicated")
      const input = { order: "1/2570", members: [...membersOf(cast), seat] }
      const between = deactivated(act, cast.administrator, supporter)
      return { person: cast.executive, input, id, between, then: "OrganisationInactive" }
    }
  },
  "committees.change": {
    organisation: async (act, cast) => {
      const { id, seat, supporter } = await supported(act, cast, "formed")
      const input = { order: "2/2570", reason, leaving: [], joining: [seat] }
      const between = deactivated(act, cast.administrator, supporter)
      return { person: cast.executive, input, id, between, then: "OrganisationInactive" }
    }
  },
  "sources.register": {
    organisation: async (act, cast) => {
      const holder = await organisation(act, cast)
      const terms = { kind: "state-budget", title: text("งบประมาณ"), fiscalYear: budgetYear, amount: baht("100.00") }
      const between = renamed(act, cast.administrator, holder)
      return { person: cast.finance, input: { ...terms, holder }, between, then: "accepted" }
    }
  },
  "funding.commit": {
    source: async (act, cast) => {
      await giveMandates(act, cast)
      const { id, source } = await partnership(act, cast, { model: "contracting", committed: "300000.00" }, "funded")
      const input = { source, amount: baht("100.00") }
      return {
        person: cast.finance,
        input,
        id,
        between: increased(act, cast, source),
        then: "accepted",
        writesToIt: true
      }
    }
  },
  "disbursements.prepare": {
    organisation: async (act, cast) => {
      const { id, source } = await contract(act, cast, "funded")
      const input = { tranche: 1, amount: baht("100.00"), source }
      return { person: cast.finance, input, id, ...withoutRecipient(act, cast) }
    },
    source: async (act, cast) => {
      const { id, source } = await contract(act, cast, "funded")
      const input = { tranche: 1, amount: baht("100.00"), source }
      return { person: cast.finance, input, id, between: increased(act, cast, source), then: "accepted" }
    }
  },
  "disbursements.approve": {
    organisation: async (act, cast) => {
      const way = await contract(act, cast, "prepared 1")
      return {
        person: cast.executive,
        input: { disbursement: preparedIn(way) },
        id: way.id,
        ...withoutRecipient(act, cast)
      }
    },
    source: async (act, cast) => {
      const way = await contract(act, cast, "prepared 1")
      const input = { disbursement: preparedIn(way) }
      return { person: cast.executive, input, id: way.id, between: increased(act, cast, way.source), then: "accepted" }
    }
  },
  "funding.carry-over": {
    source: async (act, cast) => {
      const { id, source } = await contract(act, cast, "funded")
      const input = { source, fiscalYear: budgetYear + 1, amount: baht("100.00"), reason }
      return {
        person: cast.finance,
        input,
        id,
        between: increased(act, cast, source),
        then: "accepted",
        writesToIt: true
      }
    }
  },
  "funding.return-unspent": {
    source: async (act, cast) => {
      await giveMandates(act, cast)
      const { id, source } = await partnership(act, cast, { model: "grant" }, "accepted")
      const input = { amount: baht("900000.00"), reason }
      return {
        person: cast.finance,
        input,
        id,
        between: increased(act, cast, source),
        then: "accepted",
        writesToIt: true
      }
    }
  },
  "organisations.verify-claim": {
    account: async (act, cast) => {
      const { id, keeper } = await claimWaits(act, cast)
      const between = () => act(cast.administrator, "accounts.lock", { reason }, keeper.actor.account)
      return { person: cast.officer, input: {}, id, between, then: "AccountNotActive" }
    }
  },
  "organisations.give-mandate": {
    account: async (act, cast) => {
      const { id, keeper } = await claimed(act, cast)
      const { account } = (await joining(act, keeper, id, "partner-signatory")).actor
      const input = {
        account,
        position: "ผู้อำนวยการ",
        limit: baht("100.00"),
        period: { from: inDays(0), to: inDays(30) },
        order: "1/2570"
      }
      const between = () => act(keeper, "accounts.lock", { reason }, account)
      return { person: keeper, input, id, between, then: "accepted" }
    }
  },
  "accounts.invite": {
    organisation: async (act, cast) => {
      const { id: employer, keeper } = await claimed(act, cast)
      const input = { organisation: employer, name: "ผู้ใช้", email: "late@example.org", roles: ["partner-editor"] }
      return { person: keeper, input, between: deactivated(act, keeper, employer), then: "OrganisationInactive" }
    },
    account: alone((employer) => ({
      input: { organisation: employer, name: "ผู้ใช้", email: "second@example.org", roles: ["partner-editor"] }
    }))
  },
  "accounts.set-position": {
    organisation: onAccount({ position: "ผู้อำนวยการ" }),
    account: alone((_, id) => ({ id, input: { position: "ผู้อำนวยการ" } }))
  },
  "accounts.give-roles": {
    organisation: onAccount({ roles: ["partner-signatory"] }),
    account: alone((_, id) => ({ id, input: { roles: ["partner-signatory"] } }))
  },
  "accounts.confirm-proposal": {
    organisation: async (act, cast) => {
      const { id: employer, keeper } = await claimed(act, cast)
      const second = await joining(act, keeper, employer, "partner-administrator")
      const { account: id } = (await joining(act, keeper, employer, "partner-editor")).actor
      return { person: second, input: {}, id, between: renamed(act, keeper, employer), then: "accepted" }
    },
    // One of two accepts what the other one proposes for them, and a third one comes in between.
    account: async (act, cast) => {
      const { id: employer, keeper } = await claimed(act, cast)
      const second = await joining(act, keeper, employer, "partner-administrator")
      const { account: id } = second.actor
      await act(keeper, "accounts.give-roles", { roles: ["partner-administrator", "partner-signatory"] }, id)
      const between = async () => {
        const third = await joining(act, keeper, employer, "partner-administrator")
        await act(second, "accounts.confirm-proposal", {}, third.actor.account)
      }
      return { person: second, input: {}, id, between, then: "AnotherAdministratorNeeded" }
    }
  },
  "accounts.lock": { organisation: onAccount({ reason }) },
  "accounts.unlock": { organisation: onAccount({}, "accounts.lock") },
  "accounts.issue-link": { organisation: onAccount({}), account: alone((_, id) => ({ id, input: {} })) },
  "accounts.end": { organisation: onAccount({ reason }) },
  "accounts.erase-personal-data": { organisation: onAccount({ reason }, "accounts.end") }
}

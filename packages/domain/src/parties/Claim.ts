import { Result, Schema } from "effect"
import type { Context } from "../engine/Context.ts"
import type { Recorded } from "../engine/Event.ts"
import type { Deadline } from "../engine/EventStore.ts"
import type { KnownFile, NamedFile } from "../engine/Files.ts"
import type { Told } from "../engine/Handler.ts"
import { AccountId, type Actor, accountOf } from "../kernel/Actor.ts"
import { personal, SubjectId } from "../kernel/Personal.ts"
import type { Decision, Wording } from "../kernel/Refusal.ts"
import { Instant } from "../kernel/ThaiDate.ts"
import { answeredWithin, lapsesAt } from "./Lapse.ts"
import { refuse } from "./refusals.ts"

/** Why a claim was sent back is about whoever stated it. */
const About = personal({ reason: Schema.String })

const content = { digest: Schema.String, type: Schema.String, size: Schema.Int }

/** The file of the order or letter names whoever stated the claim: it is theirs. */
const Attached = personal({ name: Schema.String, content: Schema.Struct(content) })

/** Until claims were made with `Attached`; what was stored so stays in the chain. */
const Letter = Schema.Struct({ ...content, name: Schema.String })

/** What shows that somebody may administer the organisation: their position in it, and the order or letter. */
export const Grounds = Schema.Struct({
  holder: personal({ position: Schema.String }),
  order: Schema.String,
  attached: Schema.optionalKey(Attached),
  letter: Schema.optionalKey(Letter)
})
export type Grounds = typeof Grounds.Type

const invited = { account: AccountId, invitedBy: Schema.optionalKey(AccountId) }

/**
 * SEC-8: how an organisation gets its first administrator: somebody is invited, states why they may be it, and is
 * verified by someone other than who invited them. Without `invitedBy` or `verifiedBy` the system did it.
 */
export const Claim = Schema.TaggedUnion({
  Invited: { ...invited, sentBack: Schema.optionalKey(About) },
  Stated: { ...invited, grounds: Grounds, at: Instant },
  Verified: {
    ...invited,
    grounds: Schema.optionalKey(Grounds),
    verifiedBy: Schema.optionalKey(AccountId),
    at: Instant
  }
})
export type Claim = typeof Claim.Type

export const claimEvents = {
  FirstAdministratorInvited: { account: AccountId },
  ClaimStated: { grounds: Grounds },
  ClaimReturned: { about: About },
  ClaimLapsed: {},
  ClaimVerified: {}
} as const
export const ClaimEvent = Schema.TaggedUnion(claimEvents)
export type ClaimEvent = typeof ClaimEvent.Type
const event = ClaimEvent.cases

type Known = Claim | undefined

/** Whether the organisation has no administrator of its own yet. */
export const isUnclaimed = (claim: Known): boolean => claim?._tag !== "Verified"

/** Who may still state the claim, or has stated it. */
export const claimant = (claim: Known): AccountId | undefined =>
  claim === undefined || claim._tag === "Verified" ? undefined : claim.account

const is = <Tag extends Claim["_tag"]>(claim: Known, tag: Tag) =>
  claim?._tag === tag
    ? Result.succeed(claim as Extract<Claim, { readonly _tag: Tag }>)
    : refuse("ClaimNotOpen", { status: claim?._tag ?? "none" })

/** Whoever is invited now takes the place of one invited before, unless a claim waits for an answer. */
export const inviteFirst = (claim: Known, account: AccountId): Decision<ReadonlyArray<ClaimEvent>, "ClaimNotOpen"> =>
  claim === undefined || claim._tag === "Invited"
    ? Result.succeed([event.FirstAdministratorInvited.make({ account })])
    : refuse("ClaimNotOpen", { status: claim._tag })

/** The system vouches for the administrator that it sets up. */
export const installed = (claim: Known, account: AccountId): ReadonlyArray<ClaimEvent> =>
  isUnclaimed(claim) ? [event.FirstAdministratorInvited.make({ account }), event.ClaimVerified.make({})] : []

export interface Stated {
  readonly position: string
  readonly order: string
  readonly letter?: string
  readonly letterName?: string
}

export const canState = (claim: Known) => is(claim, "Invited")

const letterOf = (subject: SubjectId, { letter, letterName }: Stated, file: KnownFile | undefined) => {
  if (letter === undefined) return Result.succeed({})
  if (file === undefined) return refuse("LetterUnknown", { file: letter }, { field: "/letter" })
  const { digest, size, type } = file
  const name = letterName ?? digest.slice(0, 12)
  return Result.succeed({ attached: { subject, name, content: { digest, size, type } } })
}

export const state = (claim: Known, stated: Stated, file: KnownFile | undefined) =>
  Result.gen(function* () {
    const { account } = yield* canState(claim)
    const subject = SubjectId.make(account)
    const holder = { subject, position: stated.position }
    const grounds = { holder, order: stated.order, ...(yield* letterOf(subject, stated, file)) }
    return [event.ClaimStated.make({ grounds })]
  })

export const canReturn = (claim: Known) => is(claim, "Stated")

export const returned = (claim: Known, reason: string) =>
  Result.map(canReturn(claim), ({ account }) => [
    event.ClaimReturned.make({ about: { subject: SubjectId.make(account), reason } })
  ])

type Timely = Pick<Context<Actor>, "actor" | "now">

/** Why it takes another person of the agency. */
export const notVerifiedBy = {
  whoInvited: {
    th: "ท่านเป็นผู้เชิญผู้ดูแลระบบขององค์กรนี้ จึงรับรองคำขอไม่ได้",
    en: "You invited this administrator, so you do not verify the claim."
  },
  whoIssuedTheLink: {
    th: "ท่านเป็นผู้ออกลิงก์เข้าใช้ให้ผู้ยื่นคำขอ จึงรับรองคำขอไม่ได้",
    en: "You issued the link of whoever claims it, so you do not verify the claim."
  }
} as const satisfies Record<string, Wording>

/**
 * Two people of the agency bring an administrator into an organisation, never one alone. SEC-10: what has lapsed is not
 * verified any more, whether the clock has written it down or not.
 */
export const canVerify = (claim: Known, context: Timely) =>
  Result.gen(function* () {
    const { at, invitedBy } = yield* is(claim, "Stated")
    if (invitedBy !== undefined && invitedBy === accountOf(context.actor))
      return yield* refuse("ClaimByInviter", { why: notVerifiedBy.whoInvited })
    if (context.now >= lapsesAt(at)) return yield* refuse("ClaimNotOpen", { status: "Invited" }, { rule: "SEC-10" })
    return { before: lapsesAt(at) } satisfies Deadline
  })

export const verify = (claim: Known, context: Timely) =>
  Result.map(canVerify(claim, context), (deadline) => ({ events: [event.ClaimVerified.make({})], deadline }))

export const claimLapsesAt = (claim: Known) => (claim?._tag === "Stated" ? lapsesAt(claim.at) : undefined)

const lapsed = ({ account, invitedBy }: Pick<Claim, "account" | "invitedBy">): ReadonlyArray<Told> => [
  {
    account,
    about: account,
    words: {
      th: `คำขอเป็นผู้ดูแลระบบขององค์กรของท่านสิ้นผลแล้ว เพราะไม่มีผู้รับรองหรือส่งคืนภายใน ${answeredWithin} วัน ยื่นใหม่ได้`,
      en: `Your claim to administer your organisation has lapsed: nobody verified it or sent it back within ${answeredWithin} days. You can state it anew.`
    }
  },
  ...(invitedBy === undefined
    ? []
    : [
        {
          account: invitedBy,
          about: account,
          words: {
            th: `คำขอของผู้ดูแลระบบที่ท่านเชิญสิ้นผลแล้ว เพราะไม่มีผู้อื่นในหน่วยงานรับรองหรือส่งคืนภายใน ${answeredWithin} วัน`,
            en: `The claim of the administrator whom you invited has lapsed: nobody else of your agency verified it or sent it back within ${answeredWithin} days.`
          }
        }
      ])
]

/** SEC-10: nobody has answered. Whoever stated the claim can state it anew. */
export const lapse = (claim: Known, { now }: Timely) =>
  Result.gen(function* () {
    const stated = yield* is(claim, "Stated")
    const at = lapsesAt(stated.at)
    if (now < at) return yield* refuse("ClaimNotOpen", { status: stated._tag }, { rule: "SEC-10" })
    const deadlines: ReadonlyArray<Deadline> = [{ notBefore: at }]
    return { events: [event.ClaimLapsed.make({})], deadlines, tells: lapsed(stated) }
  })

const nobody = { account: AccountId.make("00000000-0000-0000-0000-000000000000") }

const by = <Name extends "invitedBy" | "verifiedBy">(name: Name, actor: Actor) => {
  const account = accountOf(actor)
  return (account === null ? {} : { [name]: account }) as { readonly [N in Name]?: AccountId }
}

export const evolve = (claim: Known, { actor, at, event: happened }: Recorded<ClaimEvent>): Claim => {
  const { account, invitedBy } = claim ?? { ...nobody, invitedBy: undefined }
  const who = { account, ...(invitedBy === undefined ? {} : { invitedBy }) }
  return ClaimEvent.match(happened, {
    FirstAdministratorInvited: ({ account }): Claim => ({ _tag: "Invited", account, ...by("invitedBy", actor) }),
    ClaimStated: ({ grounds }): Claim => ({ _tag: "Stated", ...who, grounds, at }),
    ClaimLapsed: (): Claim => ({ _tag: "Invited", ...who }),
    ClaimReturned: ({ about }): Claim => ({ _tag: "Invited", ...who, sentBack: about }),
    ClaimVerified: (): Claim => ({
      _tag: "Verified",
      ...who,
      ...(claim !== undefined && claim._tag === "Stated" ? { grounds: claim.grounds } : {}),
      ...by("verifiedBy", actor),
      at
    })
  })
}

/** The letter, for those who are shown it, as long as it is not erased. */
export const filesIn = (
  claim: { readonly grounds?: Pick<Grounds, "attached" | "letter"> } | undefined
): ReadonlyArray<NamedFile> => {
  const { attached, letter } = claim?.grounds ?? {}
  const { content, name } = attached ?? {}
  if (content !== undefined && name !== undefined) return [{ ...content, name }]
  return letter === undefined ? [] : [letter]
}

export const isClaimEvent = (happened: { readonly _tag: string }): happened is ClaimEvent =>
  Object.hasOwn(claimEvents, happened._tag)

import { invited, type OneLine } from "./GrantLines.ts"

const hour = 3_600_000
const day = 24 * hour
/** SEC-10 */
const lapsesAfter = 30 * day
/** REV-8: six months; a day more or less does not matter here. */
const reviewTakes = 183 * day

const reviews = 16
const proposals = 12

const missionOf = (n: number) => `due-mission-${n}`
const proposedOf = (n: number) => `proposed-${n}`

/** Names of the lines whose accounts wait for a confirmation that nobody gives. */
export const proposedNames = Array.from({ length: proposals }, (_, n) => proposedOf(n))

const when = (instant: number): string => new Date(instant).toISOString()

/**
 * What falls due by the clock alone, the first of it at once and the last after four weeks: reviews that somebody is
 * reminded of, and proposals that lapse. A second programme officer gets the mail of the day.
 */
export const fallingDue = (now: number): ReadonlyArray<OneLine> => [
  invited("colleague", "programme-officer", "$agency"),
  invited("deputy", "agency-administrator", "$agency"),
  // They were invited before anything was proposed for them.
  ...proposedNames.map(
    (name): OneLine => ({
      ...invited(name, "auditor", "$agency"),
      at: when(now - lapsesAfter - 2 * day)
    })
  ),
  ...Array.from({ length: reviews }, (_, n): ReadonlyArray<OneLine> => {
    const begun = now - reviewTakes + (n * 2 - 1) * day
    const input = { title: { th: `ครบกำหนด ${n}` }, purpose: "ให้ทบทวนทันกำหนด", provinces: ["12"], routine: false }
    return [
      { op: "missions.register", id: missionOf(n), as: "$officer", at: when(begun - hour), input },
      {
        op: "missions.begin-review",
        id: `${missionOf(n)}-begun`,
        as: "$officer",
        on: `$${missionOf(n)}`,
        at: when(begun),
        input: {}
      }
    ]
  }).flat(),
  ...proposedNames.map(
    (name, n): OneLine => ({
      op: "accounts.give-roles",
      id: `${name}-roles`,
      as: "$administrator",
      on: `$${name}`,
      // It lapses when its last day has ended: the first within six hours, then every two days.
      at: when(now - lapsesAfter - 18 * hour + n * 2 * day),
      input: { roles: ["auditor", "evaluator"] }
    })
  )
]

import { randomUUID } from "node:crypto"
import { pause } from "./ApiProcess.ts"
import type { Chance } from "./Chance.ts"
import type { Acknowledged } from "./Checked.ts"
import type { Filled } from "./Filled.ts"
import { type Sent, send } from "./Writers.ts"

export interface Work {
  readonly acknowledged: ReadonlyArray<Acknowledged>
  /** Answers that were neither a success nor a refusal that two at once explain. */
  readonly unexpected: ReadonlyArray<string>
  /** Sent once more because the first answer never came. */
  readonly sentAgain: number
}

interface Surroundings {
  /** Where the servers answer now; one that was killed may still be among them. */
  readonly urls: () => ReadonlyArray<string>
  readonly stopped: () => boolean
  /** Whether those who are told keep up: nobody goes on before. */
  readonly keepsUp: (acts: number) => boolean
}

interface Answered {
  readonly record: string
  readonly id: string
  readonly version: number
  readonly code?: string
}

type Answer = "gone" | "refused" | Acknowledged

/**
 * People who work through whichever server answers, one act after the other. What is not answered is sent again with
 * the same key, as a program would; some acts are sent to all servers at once.
 */
export const atWork = async (
  filled: Filled,
  chance: Chance,
  { keepsUp, stopped, urls }: Surroundings,
  people = 4
): Promise<Work> => {
  const acknowledged: Array<Acknowledged> = []
  const unexpected: Array<string> = []
  let sentAgain = 0

  const once = async (url: string, sent: Sent): Promise<Answer> => {
    try {
      const response = await send(url, filled, sent)
      const body = (await response.json()) as Answered
      if (response.ok) return { key: sent.key, record: body.record, id: body.id, version: body.version }
      // Busy, or under way by the same key elsewhere.
      if (response.status === 503 || body.code === "KeyInFlight") return "gone"
      if (body.code === "ReviewAlreadyOpen") return "refused"
      unexpected.push(`${sent.operation} ${response.status} ${JSON.stringify(body)}`)
      return "refused"
    } catch {
      return "gone"
    }
  }

  /** Until it is answered: a server that is gone comes back, or another one takes it. */
  const through = async (sent: Sent): Promise<Acknowledged | undefined> => {
    for (let n = 0; ; n += 1) {
      const all = urls()
      const answer = await once(all[(chance.below(all.length) + n) % all.length] ?? "", sent)
      if (answer === "refused") return undefined
      if (answer !== "gone") {
        acknowledged.push(answer)
        return answer
      }
      sentAgain += 1
      await pause(20)
    }
  }

  const register = (): Sent => {
    const key = randomUUID()
    const input = { title: { th: `ภารกิจ ${key}` }, purpose: "ทดสอบ", provinces: ["12"], routine: false }
    return { key, as: "officer", operation: "missions.register", input }
  }
  const begin = (id: string): Sent => ({
    key: randomUUID(),
    as: "officer",
    operation: "missions.begin-review",
    id,
    input: {}
  })
  const learn = (): Sent => {
    const key = randomUUID()
    const id = filled.grants[chance.below(filled.grants.length)] ?? ""
    return { key, as: "editor", operation: "lessons.record", id, input: { kind: "lesson", text: `บทเรียน ${key}` } }
  }

  /** The same act by the same key through every server at once: one of them does it, and all that answer say the same. */
  const twins = async () => {
    const sent = register()
    const answers = await Promise.all(urls().map((url) => once(url, sent)))
    const done = answers.filter((answer) => typeof answer === "object")
    acknowledged.push(...done)
    if (done.length === 0) await through(sent)
  }

  /** Two acts that exclude each other, through different servers at once. */
  const rivals = async () => {
    const mission = await through(register())
    if (mission !== undefined) await Promise.all([through(begin(mission.id)), through(begin(mission.id))])
  }

  const person = async () => {
    while (!stopped()) {
      if (!keepsUp(acknowledged.length)) {
        await pause(20)
        continue
      }
      const dice = chance.fraction()
      if (dice < 0.1) await twins()
      else if (dice < 0.25) await rivals()
      else await through(dice < 0.6 ? register() : learn())
    }
  }
  await Promise.all(Array.from({ length: people }, person))
  return { acknowledged, unexpected, sentAgain }
}

import { type Agency, account } from "./Parties.ts"
import { type Scene, scene, type Texts } from "./Scene.ts"

type Verdict = keyof typeof paths
type Way = "partnership" | "procurement" | "transfer"

/** The answers to REV-1 and the questions after it that lead to each verdict. */
const paths = {
  abolish: [false],
  "abolish-merge-transfer": [true, true],
  "study-conversion": [true, false, false],
  transfer: [true, false, true, true],
  "other-body": [true, false, true, false, true],
  "study-contracting-out": [true, false, true, false, false, false],
  keep: [true, false, true, false, false, true, true],
  "develop-organisation": [true, false, true, false, false, true, false]
} as const

/** Why the questions on the way were answered as they were; the last answer has a reason of its own. */
const onTheWay: ReadonlyArray<string> = [
  "ประชาชนยังต้องการบริการนี้",
  "ไม่พบหน่วยงานอื่นที่ทำเรื่องเดียวกัน",
  "เป็นภารกิจตามกฎหมายจัดตั้งส่วนราชการ",
  "ยังไม่พร้อมมอบให้ส่วนภูมิภาคหรือท้องถิ่นทั้งหมด",
  "ไม่คุ้มกับการตั้งหน่วยงานขึ้นใหม่",
  "ต้องใช้อำนาจรัฐโดยตรง"
]

interface Contest {
  readonly market: "competitive" | "delegated"
  readonly ratings: readonly [efficiency: number, quality: number, innovation: number, fairness: number]
  readonly note: string
}

export interface Mission {
  readonly key: string
  readonly agency: Agency
  readonly title: Texts
  readonly purpose: string
  readonly targetGroup: string
  readonly provinces: ReadonlyArray<string>
  readonly routine?: boolean
  readonly registered: string
  readonly contest?: Contest
  readonly review?: Review
}

interface Concluded {
  readonly begun: string
  readonly verdict: Verdict
  readonly because: string
  readonly way?: Way
  readonly wayBecause?: string
}
interface StillOpen {
  readonly begun: string
  readonly answered: ReadonlyArray<boolean>
  /** The last answer was given, taken back, and is to be given anew. */
  readonly tookBack?: boolean
}
export type Review = Concluded | StillOpen

const answer = (on: Scene, mission: string, as: string, index: number, answered: boolean, reason: string) =>
  on.act(as, "missions.answer", { question: `REV-${index + 1}`, answer: answered, reason }, { on: mission })

const reasonFor = (index: number): string => `${onTheWay[index] ?? "—"} (สมมติ)`

const conclude = (on: Scene, mission: string, as: string, { because, verdict, way, wayBecause }: Concluded) => {
  const answers = paths[verdict]
  for (const [index, answered] of answers.entries()) {
    answer(on, mission, as, index, answered, index === answers.length - 1 ? because : reasonFor(index))
  }
  on.act(as, "missions.conclude-review", {}, { on: mission })
  if (way !== undefined) on.act(as, "missions.choose-way", { way, reason: wayBecause ?? because }, { on: mission })
}

const begin = (on: Scene, mission: string, as: string, { answered, tookBack = false }: StillOpen) => {
  for (const [index, each] of answered.entries()) answer(on, mission, as, index, each, reasonFor(index))
  if (tookBack) on.act(as, "missions.take-back-answer", {}, { on: mission })
}

/** One mission from the registry as far as its review has gone. */
export const missionScene = (mission: Mission): Scene => {
  const { agency, contest, key, provinces, purpose, registered, review, routine = false, targetGroup, title } = mission
  const on = scene(`mission-${key}`)
  const officer = account(agency, "officer")
  on.on(registered)
  const about = {
    title,
    purpose,
    targetGroup,
    legalBasis: "กฎกระทรวงแบ่งส่วนราชการ (อ้างอิงสมมติ)",
    provinces,
    routine,
    invented: true
  }
  const { ref } = on.act(officer, "missions.register", about, { id: `mission-${key}` })
  if (contest !== undefined) {
    const [efficiency, quality, innovation, fairness] = contest.ratings
    const { market, note } = contest
    const rated = { market, efficiency, quality, innovation, fairness, note }
    on.act(officer, "missions.rate-contestability", rated, { on: ref })
  }
  if (review === undefined) return on
  on.on(review.begun)
  on.act(officer, "missions.begin-review", {}, { on: ref })
  if ("verdict" in review) conclude(on, ref, officer, review)
  else begin(on, ref, officer, review)
  return on
}

import type { Dataset } from "./Dataset.ts"
import type { Shot } from "./Fire.ts"

const visitedOften = 500

const json = { "content-type": "application/json" }

/** The requests that the admin makes most, each spread over the partnerships. */
export const routesOf = ({ filled: { keys }, missions, partnerships }: Dataset) => {
  let asked = 0
  const anyone = () => {
    asked = (asked + 7919) % partnerships.length
    return partnerships[asked] ?? ""
  }
  let visits = 0
  /** People come back to what they work on: nine of ten visits go to a few hundred partnerships, one to any other. */
  const visited = () => {
    visits++
    return visits % 10 === 0
      ? anyone()
      : (partnerships[(visits * 31) % Math.min(visitedOften, partnerships.length)] ?? "")
  }
  const as = (key: string) => ({ authorization: `Bearer ${key}` })
  const lesson = JSON.stringify({ kind: "lesson", text: "ผู้ปกครองมาร่วมประชุมมากขึ้นเมื่อจัดวันเสาร์" })
  return {
    get: (): Shot => ({ method: "GET", path: `/v1/partnerships/${visited()}`, headers: as(keys.officer) }),
    getAny: (): Shot => ({ method: "GET", path: `/v1/partnerships/${anyone()}`, headers: as(keys.officer) }),
    list: (): Shot => {
      asked++
      const mission = missions[1 + (asked % (missions.length - 1))]
      const query = `status=Running&mission=${mission}&sort=updated&descending=true&limit=50`
      return { method: "GET", path: `/v1/partnerships?${query}`, headers: as(keys.officer) }
    },
    command: (): Shot => ({
      method: "POST",
      path: `/v1/partnerships/${anyone()}/lessons/record`,
      headers: { ...as(keys.editor), ...json },
      body: lesson
    }),
    payment: (partnership: string) => (): Shot => ({
      method: "POST",
      path: `/v1/partnerships/${partnership}/disbursements/prepare`,
      headers: { ...as(keys.finance), ...json, prefer: "return=minimal" },
      body: JSON.stringify({ tranche: 1, amount: { amount: "1.00", currency: "THB" }, again: true })
    })
  }
}

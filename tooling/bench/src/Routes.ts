import type { Dataset } from "./Dataset.ts"
import type { Shot } from "./Fire.ts"

const json = { "content-type": "application/json" }

/** The requests that the admin makes most, each spread over the partnerships. */
export const routesOf = ({ filled: { keys }, partnerships }: Dataset) => {
  let asked = 0
  const someone = () => {
    asked = (asked + 7919) % partnerships.length
    return partnerships[asked] ?? ""
  }
  const as = (key: string) => ({ authorization: `Bearer ${key}` })
  const lesson = JSON.stringify({ kind: "lesson", text: "ผู้ปกครองมาร่วมประชุมมากขึ้นเมื่อจัดวันเสาร์" })
  return {
    get: (): Shot => ({ method: "GET", path: `/v1/partnerships/${someone()}`, headers: as(keys.officer) }),
    list: (): Shot => {
      asked++
      const query = `status=Running&step=step-${1 + (asked % 9)}&sort=updated&descending=true&limit=50`
      return { method: "GET", path: `/v1/partnerships?${query}`, headers: as(keys.officer) }
    },
    command: (): Shot => ({
      method: "POST",
      path: `/v1/partnerships/${someone()}/lessons/record`,
      headers: { ...as(keys.editor), ...json },
      body: lesson
    }),
    payment: (partnership: string) => (): Shot => ({
      method: "POST",
      path: `/v1/partnerships/${partnership}/disbursements/prepare`,
      headers: { ...as(keys.finance), ...json },
      body: JSON.stringify({ tranche: 1, amount: { amount: "1.00", currency: "THB" } })
    })
  }
}

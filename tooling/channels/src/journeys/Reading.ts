import { assert } from "@effect/vitest"
import type { Person } from "../Channel.ts"
import { api } from "../channels/Api.ts"
import { library } from "../channels/Library.ts"
import type { World } from "../World.ts"
import { directAdmission } from "./Admission.ts"
import { gather } from "./Cast.ts"
import { handOf } from "./Hand.ts"
import { giveMandates, partnership } from "./Partnership.ts"

const content = new TextEncoder().encode("ผลการตรวจเยี่ยมศูนย์เด็กเล็ก\n")

/** One file in two partnerships, published in one of them: who reads it where, by its address alone. */
export const readAcross = async (world: World): Promise<void> => {
  const act = handOf(library(world))
  const cast = await gather(act, directAdmission(world))
  await giveMandates(act, cast)
  const stored = await api(world).put?.(cast.editor, "", content)
  assert.isTrue(stored?._tag === "Answered", JSON.stringify(stored))
  const { digest } = (stored?._tag === "Answered" ? stored.answer : {}) as unknown as { readonly digest: string }
  const attached = async () => {
    const { id } = await partnership(act, cast, { model: "contracting" }, "announced")
    await act(cast.editor, "evidence.attach", { file: digest, name: "ผลการตรวจเยี่ยม.txt" }, id)
    return id
  }
  const [one, other] = [await attached(), await attached()]
  const status = async (person: Person | null, plural: string, id: string) => {
    const headers: Record<string, string> = person === null ? {} : { authorization: `Bearer ${person.key}` }
    const response = await world.app.request(`/v1/${plural}/${id}/files/${digest}`, { headers })
    if (response.status === 200) assert.deepStrictEqual(new Uint8Array(await response.arrayBuffer()), content)
    return response.status
  }
  const seen = () => Promise.all([one, other].map((id) => status(null, "partnerships", id)))
  assert.deepStrictEqual(await seen(), [404, 404])
  for (const person of [cast.officer, cast.editor, cast.evaluator, cast.outsider])
    assert.strictEqual(await status(person, "partnerships", one), 200)
  await act(cast.editor, "evidence.consent", { evidence: 1 }, one)
  await act(cast.officer, "evidence.publish", { evidence: 1, reason: "ให้ประชาชนทราบ" }, one)
  assert.deepStrictEqual(await seen(), [200, 404])
  // Another record that says the digest in a text names no file.
  const mission = { title: { th: "ภารกิจ" }, purpose: digest, provinces: ["12"], routine: false }
  const { id: named } = await act(cast.officer, "missions.register", mission)
  assert.strictEqual(await status(cast.officer, "missions", named), 404)
  await act(cast.editor, "evidence.withdraw", { evidence: 1, reason: "ข้อมูลไม่เป็นปัจจุบัน" }, one)
  assert.deepStrictEqual(await seen(), [404, 404])
  assert.strictEqual(await status(cast.officer, "partnerships", one), 200)
}

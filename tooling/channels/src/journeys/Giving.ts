import { assert } from "@effect/vitest"
import type { Person } from "../Channel.ts"
import { api } from "../channels/Api.ts"
import { library } from "../channels/Library.ts"
import type { World } from "../World.ts"
import { directAdmission } from "./Admission.ts"
import { gather, grounds, invited, text } from "./Cast.ts"
import { handOf } from "./Hand.ts"
import { giveMandates, partnership } from "./Partnership.ts"

const bytes = (text: string) => new TextEncoder().encode(text)

/** Who may give a record which file: whoever uploaded it, and whoever sees it in another record. */
export const givenFiles = async (world: World): Promise<void> => {
  const act = handOf(library(world))
  const { put, send } = api(world)
  const cast = await gather(act, directAdmission(world))
  await giveMandates(act, cast)
  const upload = async (person: Person, content: Uint8Array) => {
    const stored = await put?.(person, "", content)
    assert.isTrue(stored?._tag === "Answered", JSON.stringify(stored))
    return stored?._tag === "Answered" ? (stored.answer as unknown as { readonly digest: string }) : { digest: "" }
  }
  const register = async (th: string) => {
    const particulars = { name: text(th), sector: "civil-society", legalForm: "association" }
    const { id } = await act(cast.administrator, "organisations.register", particulars)
    return {
      id,
      claimant: await invited(act, directAdmission(world), cast.administrator, id, ["partner-administrator"])
    }
  }
  const claim = async ({ claimant, id }: Awaited<ReturnType<typeof register>>, letter: string) => {
    const outcome = await send({
      person: claimant,
      operation: "organisations.claim",
      id,
      input: { ...grounds, letter }
    })
    return outcome._tag === "Refused"
      ? { tag: outcome.said.tag, th: outcome.said.th.replaceAll(letter, "…") }
      : outcome._tag
  }
  const attach = async (person: Person, file: string, id: string) => {
    const input = { file, name: "หลักฐาน.txt" }
    const outcome = await send({ person, operation: "evidence.attach", id, input })
    return outcome._tag === "Refused" ? outcome.said.tag : outcome._tag
  }
  const read = async (person: Person, plural: string, id: string, digest: string) => {
    const headers = { authorization: `Bearer ${person.key}` }
    return (await world.app.request(`/v1/${plural}/${id}/files/${digest}`, { headers })).status
  }
  const unknown = "a".repeat(64)

  // Another organisation knows the digest, from wherever, and is told no more than of a digest that nobody has.
  const { id } = await partnership(act, cast, { model: "contracting" }, "announced")
  const { digest } = await upload(cast.editor, bytes("รายชื่อเด็กในศูนย์\n"))
  const stranger = await register("สมาคมที่รู้รหัสไฟล์")
  const refused = await claim(stranger, unknown)
  assert.deepStrictEqual(await claim(stranger, digest), refused)
  assert.strictEqual(await attach(cast.officer, digest, id), "EvidenceUnknown")
  assert.strictEqual(await attach(cast.editor, digest, id), "Answered")
  assert.deepStrictEqual(await claim(stranger, digest), refused)
  assert.strictEqual(await read(stranger.claimant, "organisations", stranger.id, digest), 404)

  // Whoever sees it where it is held may give it on, as often as they like.
  const { id: next } = await partnership(act, cast, { model: "contracting" }, "announced")
  assert.strictEqual(await attach(cast.evaluator, digest, next), "Answered")
  assert.strictEqual(await attach(cast.editor, digest, next), "Answered")

  // The same bytes, uploaded by two: each has their own, and neither learns of the other.
  const [first, second] = [await register("สมาคมแรก"), await register("สมาคมที่สอง")]
  const letter = bytes("หนังสือมอบอำนาจฉบับเดียวกัน\n")
  const given = await upload(first.claimant, letter)
  assert.strictEqual(await claim(second, given.digest).then((said) => (said as { tag: string }).tag), "LetterUnknown")
  assert.deepStrictEqual(await upload(second.claimant, letter), given)
  assert.strictEqual(await claim(first, given.digest), "Answered")
  assert.strictEqual(await claim(second, given.digest), "Answered")
  for (const { claimant, id: own } of [first, second])
    for (const { id: other } of [first, second])
      assert.strictEqual(await read(claimant, "organisations", other, given.digest), own === other ? 200 : 404)
}

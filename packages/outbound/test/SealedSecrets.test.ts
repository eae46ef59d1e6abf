import { assert, it } from "@effect/vitest"
import { sealedSecrets } from "@phakhi/store/SealedSecrets"
import { keyedWith } from "@phakhi/store/SealKey"

it("SEC-7 what was sealed before the key was changed can be opened, and by no key that the store never had", () => {
  const [first, second, foreign] = ["first", "second", "foreign"].map((name) => keyedWith(name.repeat(10))) as [
    ReturnType<typeof keyedWith>,
    ReturnType<typeof keyedWith>,
    ReturnType<typeof keyedWith>
  ]
  const sealed = sealedSecrets({ ...first, before: [] }).seal("owner", "secret")
  assert.strictEqual(sealedSecrets({ ...second, before: [first] }).open("owner", sealed), "secret")
  assert.isNull(sealedSecrets({ ...second, before: [first] }).open("another", sealed))
  assert.isNull(sealedSecrets({ ...second, before: [foreign] }).open("owner", sealed))
})

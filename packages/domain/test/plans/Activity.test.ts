import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import { IsoDate } from "../../src/kernel/ThaiDate.ts"
import { Activity, type ActivityProblem, checkActivities, checkActivity } from "../../src/plans/Activity.ts"

const wire = {
  id: "01910000-0000-7000-8000-00000000000a",
  title: { th: "หลักสูตรเสริมสร้างศักยภาพศูนย์พัฒนาเด็กเล็ก" },
  ownerRole: "สนับสนุนการดำเนินงานและองค์ความรู้",
  recipientRole: "จัดอบรมและติดตามผล",
  period: { from: "2026-10-01", to: "2027-03-31" }
}
const decode = Schema.decodeUnknownSync(Activity)
const tag = (result: Result.Result<unknown, ActivityProblem>) =>
  Result.isFailure(result) ? result.failure._tag : undefined

describe("Activity", () => {
  it("COL-7a wants the legal authority, or the reason why none is named", () => {
    assert.strictEqual(tag(checkActivity(decode(wire))), "AuthorityMissing")
    assert.isUndefined(tag(checkActivity(decode({ ...wire, legalAuthority: "พระราชบัญญัติเทศบาล พ.ศ. 2496 มาตรา 50" }))))
    assert.isUndefined(tag(checkActivity(decode({ ...wire, noAuthorityReason: "อยู่ระหว่างร่างข้อบัญญัติ" }))))
  })

  it("COL-7a takes no empty authority or reason", () => {
    for (const empty of [{ legalAuthority: "" }, { legalAuthority: "  " }, { noAuthorityReason: "" }]) {
      assert.throws(() => decode({ ...wire, ...empty }))
    }
  })

  it("COL-6 wants each side's role and a period that runs forward", () => {
    for (const field of ["ownerRole", "recipientRole", "period"] as const) {
      const { [field]: _, ...rest } = wire
      assert.throws(() => decode(rest))
    }
    assert.throws(() => decode({ ...wire, period: { from: "2027-03-31", to: "2026-10-01" } }))
  })

  it("COL-6 keeps an activity within the term of the agreement, both ends included", () => {
    const activity = decode({ ...wire, legalAuthority: "มาตรา 50" })
    const term = (from: string, to: string) => ({ from: IsoDate.make(from), to: IsoDate.make(to) })
    assert.isUndefined(tag(checkActivity(activity, term("2026-10-01", "2027-03-31"))))
    assert.strictEqual(tag(checkActivity(activity, term("2026-10-02", "2027-03-31"))), "ActivityOutsideTerm")
    assert.strictEqual(tag(checkActivity(activity, term("2026-10-01", "2027-03-30"))), "ActivityOutsideTerm")
  })

  it("COL-6 lists no activity twice, and reports the first one at fault", () => {
    const activity = decode({ ...wire, legalAuthority: "มาตรา 50" })
    assert.strictEqual(tag(checkActivities([activity, activity])), "ActivityTwice")
    const other = decode({ ...wire, id: "01910000-0000-7000-8000-00000000000b" })
    assert.deepEqual(Result.merge(checkActivities([activity, other])), { _tag: "AuthorityMissing", activity: other.id })
  })
})

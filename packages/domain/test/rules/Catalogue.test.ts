import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import {
  type EnforcedRuleId,
  type RuleId,
  RuleId as RuleIdSchema,
  strengths,
  waivable
} from "../../src/rules/Catalogue.ts"
import { canonicalTerm, glossary, term, termKeys } from "../../src/rules/Glossary.ts"
import { Rule, Strength, strengthNames, Word } from "../../src/rules/Rule.ts"
import { allRules, partsOf, rule } from "../../src/rules/Rules.ts"
import { searchRules } from "../../src/rules/Search.ts"
import { Chapter, chapterNames, chapterPages, cited, Document, documentNames } from "../../src/rules/Sources.ts"

const numbered = (code: string, first: number, last: number): ReadonlyArray<string> =>
  Array.from({ length: last - first + 1 }, (_, index) => `${code}${first + index}`)

const lettered = (code: string, letters: string): ReadonlyArray<string> => [...letters].map((letter) => code + letter)

/** The handbook's own ids, and those that the project adds for separation of duties and security. */
const expectedIds: ReadonlyArray<string> = [
  ...numbered("ACT-", 1, 12),
  ...lettered("MOD-", "GPC"),
  ...numbered("MOD-P", 1, 2),
  ...numbered("MOD-", 1, 3),
  ...lettered("MOD-1", "abcdef"),
  ...numbered("COL-", 1, 9),
  "COL-3a",
  ...lettered("COL-4", "abcd"),
  ...lettered("COL-7", "abc"),
  ...numbered("GRA-", 1, 4),
  ...numbered("GRA-C", 1, 5),
  ...numbered("PBC-", 1, 9),
  ...numbered("PBC-Q", 1, 5),
  ...numbered("PBC-C", 1, 5),
  ...numbered("PBC-S", 1, 2),
  "PBC-U",
  ...numbered("COM-", 1, 6),
  "PRO-1",
  "PRO-2",
  ...numbered("MON-", 1, 7),
  ...numbered("SUC-E", 1, 6),
  "SUC-L",
  ...numbered("SUC-G", 1, 2),
  "SUC-P",
  ...numbered("REV-", 0, 10),
  ...numbered("CNT-", 1, 5),
  "PAR-1",
  ...numbered("GOV-", 1, 10),
  ...numbered("PER-", 1, 3),
  ...numbered("RED-", 1, 4),
  ...numbered("BEN-", 1, 3),
  ...numbered("PRT-", 1, 6),
  ...numbered("SEP-", 1, 2),
  ...numbered("SEC-", 1, 10)
]

/** What the handbook marks ‡, with the parts that carry the mark of their row; the compiler sees the same rules. */
const expectedEnforced: { readonly [Id in EnforcedRuleId]: true } = {
  "ACT-8": true,
  "MOD-2": true,
  "COL-5": true,
  "COL-5a": true,
  "COL-5b": true,
  "GRA-3": true,
  "GRA-3a": true,
  "PBC-1": true,
  "PBC-1a": true,
  "PBC-7": true,
  "PBC-7a": true,
  "PBC-U": true,
  "COM-1": true,
  "COM-1a": true,
  "COM-5": true,
  "COM-6": true,
  "PRO-1": true,
  "MON-2": true,
  "MON-3": true,
  "MON-5": true,
  "MON-6": true,
  "MON-7": true,
  "CNT-1": true,
  "CNT-1a": true,
  "SEP-1": true,
  "SEP-2": true,
  "SEC-1": true,
  "SEC-2": true,
  "SEC-3": true,
  "SEC-4": true,
  "SEC-5": true,
  "SEC-6": true,
  "SEC-7": true,
  "SEC-8": true,
  "SEC-9": true,
  "SEC-10": true
}

const ids = (found: ReadonlyArray<{ readonly id: RuleId }>): ReadonlyArray<string> => found.map(({ id }) => id)

const thai = /\p{Script=Thai}/u

describe("the rule catalogue", () => {
  it("holds every id of the handbook that the system touches", () => {
    assert.deepStrictEqual(
      expectedIds.filter((id) => !Object.hasOwn(strengths, id)),
      []
    )
  })

  it("adds nothing but lists and parts to the handbook's ids, and each names its parent or its list", () => {
    const added = allRules.filter(({ id }) => !expectedIds.includes(id))
    const lists = ["GRA-C", "PBC-Q", "PBC-C", "SUC-0"]
    assert.deepStrictEqual(
      ids(added.filter(({ id, parent }) => !lists.includes(id) && (parent === undefined || !id.startsWith(parent)))),
      []
    )
  })

  it("gives each rule an id that is its key, once", () => {
    assert.deepStrictEqual(ids(allRules), Object.keys(strengths))
    assert.strictEqual(new Set(ids(allRules)).size, allRules.length)
    for (const id of RuleIdSchema.literals) assert.strictEqual(rule(id).id, id)
  })

  it("loses no rule by two sections that use the same id", async () => {
    const sections = await Promise.all([
      import("../../src/rules/data/actors.ts"),
      import("../../src/rules/data/models.ts"),
      import("../../src/rules/data/collaboration.ts"),
      import("../../src/rules/data/carryingOut.ts"),
      import("../../src/rules/data/grant.ts"),
      import("../../src/rules/data/contracting.ts"),
      import("../../src/rules/data/commissioning.ts"),
      import("../../src/rules/data/money.ts"),
      import("../../src/rules/data/enabling.ts"),
      import("../../src/rules/data/review.ts"),
      import("../../src/rules/data/contestability.ts"),
      import("../../src/rules/data/governance.ts"),
      import("../../src/rules/data/evaluation.ts"),
      import("../../src/rules/data/participation.ts"),
      import("../../src/rules/data/other.ts")
    ])
    const written = sections.flatMap((section) => Object.values(section).flatMap((entries) => Object.keys(entries)))
    assert.deepStrictEqual(written, ids(allRules))
  })

  it("decodes as Rule, so that every wording is there, trimmed, in both languages", () => {
    const decode = Schema.decodeUnknownResult(Rule, { onExcessProperty: "error" })
    for (const each of allRules) assert.isTrue(Result.isSuccess(decode(each)), each.id)
    assert.isTrue(Result.isFailure(decode({ ...rule("ACT-1"), wording: { th: "ก", en: "" } })))
    assert.isTrue(Result.isFailure(decode({ ...rule("ACT-1"), wording: { th: "ก" } })))
  })

  it("words each rule in Thai and in English, never one for the other, and never twice alike", () => {
    for (const { id, wording } of allRules) {
      assert.match(wording.th, thai, id)
      assert.notMatch(wording.en, thai, id)
      assert.match(wording.en, /^[A-Z].*[.?]$/, id)
    }
    assert.strictEqual(new Set(allRules.map(({ wording }) => wording.th)).size, allRules.length)
    assert.strictEqual(new Set(allRules.map(({ wording }) => wording.en)).size, allRules.length)
  })

  it("uses the source's own word where it decides the strength, and no such word for the rest in English", () => {
    const words = {
      must: [["ต้อง", "จำเป็นต้อง"], /\bmust\b/],
      should: [["ควร"], /\bshould\b/],
      may: [["อาจ", "สามารถ", "ได้"], /\bmay\b/]
    } as const
    for (const { id, source, strength, word, wording } of allRules) {
      if (strength === "own" || strength === "info") {
        assert.notMatch(wording.en, /\b(must|should|may)\b/, id)
        assert.isUndefined(word, id)
      } else {
        const [th, en] = words[strength]
        assert.include<string | undefined>([...th], word, id)
        assert.include(wording.th, word ?? "", id)
        assert.match(wording.en, en, id)
        assert.notStrictEqual(source.document, "PHAKHI", id)
      }
    }
    assert.sameMembers([...Word.literals], [...new Set(allRules.flatMap(({ word = [] }) => word))])
  })

  it("says where each rule stands: document and chapter, of OPDC the printed page too; its own are the project's", () => {
    for (const { id, source, strength } of allRules) {
      const { chapter, document, page } = source
      assert.strictEqual(document === "PHAKHI", strength === "own", id)
      assert.strictEqual(chapter === undefined, document === "PHAKHI", id)
      assert.strictEqual(page === undefined, document !== "OPDC", id)
      if (chapter === undefined || page === undefined) continue
      const pages = chapterPages[chapter]
      assert.isTrue(pages !== undefined && pages.from <= page && page <= pages.to, id)
    }
    assert.deepStrictEqual(cited(rule("COL-5").source).th.split(" › ").slice(1), ["กระบวนการสร้างความร่วมมือ", "หน้า 34"])
    assert.strictEqual(cited(rule("SEP-1").source).en, documentNames.PHAKHI.en)
  })

  it("marks ‡ what the handbook marks, and nothing else", () => {
    assert.deepStrictEqual(ids(allRules.filter(({ enforced }) => enforced)), Object.keys(expectedEnforced))
  })

  it("gives each rule the strength that the handbook writes in brackets", () => {
    const withStrength = (strength: Strength) => ids(allRules.filter((each) => each.strength === strength)).join(" ")
    assert.strictEqual(
      withStrength("must"),
      "ACT-7 ACT-8 ACT-12 MOD-Gc COL-3c COL-5 COL-5a COL-5c PBC-U COM-5 COM-6 SUC-La SUC-G1a SUC-G2 REV-9 RED-3 PRT-3"
    )
    assert.strictEqual(
      withStrength("should"),
      "COL-1a COL-4c COL-4d COL-4e COL-5d COL-6b COL-6c COL-6e COL-6f COL-7a COL-7b COL-7c COL-7d COL-8a COL-8b GRA-2a GRA-4a GRA-C PBC-6a COM-1b COM-1c COM-3b COM-6b MON-1a MON-1b SUC-E1 SUC-E2 SUC-E3 SUC-E4 SUC-E5 SUC-E6 SUC-L SUC-G1 SUC-P RED-2"
    )
    assert.strictEqual(
      withStrength("may"),
      "MOD-Ga MOD-Gb MOD-P2 MOD-Pb MOD-1 COL-6d COL-6g COL-8c GRA-3b GRA-3d PBC-7b COM-3a CNT-1b CNT-3"
    )
    assert.strictEqual(
      withStrength("own"),
      "ACT-1b ACT-2a ACT-5 ACT-6 MOD-Pa MOD-1g MOD-2 MOD-3a COL-2a COL-3b COL-5b COL-6a COL-6h COL-9 COL-9a COL-9b COL-9c GRA-3a GRA-3c GRA-Ca PBC-1a PBC-3a PBC-Ca PBC-7a PBC-9a PBC-S2a COM-1a COM-6a PRO-1 PRO-2 MON-2 MON-3 MON-4a MON-5 MON-6 MON-7 SUC-0 REV-0 REV-10 CNT-1a CNT-2a PAR-1a PER-1 PER-2a PER-3a RED-1a RED-2a RED-3a PRT-1a PRT-3a PRT-4a PRT-5a PRT-5b SEP-1 SEP-2 SEC-1 SEC-2 SEC-3 SEC-4 SEC-5 SEC-6 SEC-7 SEC-8 SEC-9 SEC-10"
    )
  })

  it("enforces only what must be, what is decided, and the step that such a part belongs to", () => {
    const binding = (strength: Strength) => strength === "must" || strength === "own"
    for (const { enforced, id, strength } of allRules) {
      if (!enforced || binding(strength)) continue
      assert.isTrue(
        partsOf(id).some((part) => part.enforced && binding(part.strength)),
        id
      )
    }
  })

  it("enforces nothing that a source leaves open or advises: no may, and no should", () => {
    const open = allRules.filter(({ enforced, strength }) => enforced && (strength === "may" || strength === "should"))
    assert.deepStrictEqual(ids(open), [])
  })

  it("names as parent a rule that exists and comes before its parts", () => {
    const order = ids(allRules)
    for (const { id, parent } of allRules) {
      if (parent === undefined) continue
      assert.include(order, parent, id)
      assert.isBelow(order.indexOf(parent), order.indexOf(id), id)
    }
    assert.deepStrictEqual(ids(partsOf("COL-5")), ["COL-5a", "COL-5b", "COL-5c", "COL-5d"])
    assert.deepStrictEqual(ids(partsOf("PBC-Q")), ["PBC-Q1", "PBC-Q2", "PBC-Q3", "PBC-Q4", "PBC-Q5"])
    assert.deepStrictEqual(ids(partsOf("MON-7")), [])
  })

  it("keeps on a row the ‡ of any of its parts, so that no process passes over its step", () => {
    for (const { enforced, id, parent } of allRules) {
      if (parent !== undefined && enforced) assert.isTrue(rule(parent as RuleId).enforced, id)
    }
  })

  it("names every document, chapter and strength in both languages", () => {
    assert.deepStrictEqual(Object.keys(documentNames), [...Document.literals])
    assert.sameMembers(Object.keys(chapterNames), [...Chapter.literals])
    assert.deepStrictEqual(Object.keys(strengthNames), [...Strength.literals])
    for (const names of [
      ...Object.values(documentNames),
      ...Object.values(chapterNames),
      ...Object.values(strengthNames)
    ]) {
      assert.match(names.th, thai)
      assert.notMatch(names.en, thai)
    }
  })

  it("uses the official Thai name of each step", () => {
    const official: { readonly [Id in RuleId]?: string } = {
      "COL-1": "การประยุกต์ใช้ตัวแบบ",
      "COL-2": "การเจรจากับหน่วยงานเจ้าของภารกิจ",
      "COL-3": "การแสวงหาหน่วยงานรับมอบภารกิจ",
      "COL-4": "การหารือเบื้องต้นเพื่อกำหนดภารกิจและกิจกรรม",
      "COL-5": "จัดทำข้อตกลงหรือลงนามบันทึกข้อตกลงความร่วมมือ (MOU)",
      "COL-6": "การจัดตั้งคณะกรรมการร่วมและจัดทำแผนปฏิบัติการ",
      "COL-7": "การดำเนินกิจกรรมตามแผนปฏิบัติการ",
      "COL-8": "การประเมินผลการดำเนินงาน",
      "GRA-1": "การเตรียมความพร้อม (Preparation)",
      "GRA-2": "การยื่นข้อเสนอ (Application)",
      "GRA-3": "การรับงบประมาณ (Receipt)",
      "GRA-4": "การจัดทำบริการสาธารณะตามที่ได้รับการจัดสรรเงินอุดหนุน (Delivery on funded activity)",
      "PBC-1": "ภาครัฐประกาศรายการภารกิจเพื่อเปิดรับข้อเสนอ",
      "PBC-2": "ภาคส่วนอื่นยื่นข้อเสนอโครงการต่อหน่วยงานเจ้าของภารกิจ",
      "PBC-3": "ภาคส่วนอื่นนำเสนอรายละเอียด",
      "PBC-4": "ภาครัฐพิจารณาและคัดเลือกข้อเสนอโครงการที่ผ่านเกณฑ์",
      "PBC-5": "ภาครัฐจัดสรรงบประมาณงวดที่ 1",
      "PBC-6": "การประเมินผลการดำเนินงานระยะกลาง",
      "PBC-7": "ภาครัฐจัดสรรงบประมาณงวดที่ 2",
      "PBC-8": "การประเมินผลหลังสิ้นสุดการดำเนินงาน",
      "PBC-9": "การปิดบัญชีงบประมาณ",
      "COM-1": "การจัดลำดับความสำคัญของภารกิจและผลลัพธ์",
      "COM-2": "การประเมินความจำเป็นและความต้องการของกลุ่มเป้าหมาย",
      "COM-3": "การจัดสรรทรัพยากรเพื่อการจัดบริการสาธารณะ",
      "COM-4": "การกำหนดรูปแบบการจัดบริการสาธารณะที่เหมาะสมกับกลุ่มเป้าหมาย",
      "COM-5": "การจัดบริการสาธารณะ",
      "COM-6": "การติดตามและประเมินผล"
    }
    for (const id of RuleIdSchema.literals) assert.include(rule(id).wording.th, official[id] ?? "", id)
  })

  it("holds what a rule's source says of how and for whom, not only its first half", () => {
    const whole: { readonly [Id in RuleId]?: string } = {
      "ACT-4": "ตัวประชาชนเอง",
      "COL-6b": "ตามที่เห็นสมควร",
      "COL-6c": "คณะทำงานชุดต่าง ๆ",
      "COM-3b": "โดยทบทวนผลลัพธ์ร่วมกับความต้องการของผู้รับบริการเป็นสำคัญ",
      "REV-9": "ไม่พยายามดึงให้เข้ามาอยู่ในระเบียบแบบแผนเดียวกันทั้งหมด",
      "CNT-1": "การพัฒนาฝีมือแรงงานและทักษะต่าง ๆ",
      "CNT-4": "การให้บริการสาธารณะ"
    }
    const cut = RuleIdSchema.literals.filter((id) => !rule(id).wording.th.includes(whole[id] ?? ""))
    assert.deepStrictEqual(cut, [])
  })

  it("REV-1 to REV-7 each ask a full question about ภารกิจ/งานนั้น", () => {
    const questions = allRules.filter(({ id }) => /^REV-[1-7]$/.test(id))
    assert.strictEqual(questions.length, 7)
    for (const { id, wording } of questions) {
      assert.match(wording.th, /^ภารกิจ\/งานนั้น.+หรือไม่$/, id)
      assert.match(wording.en, /\?$/, id)
    }
  })
})

describe("RuleId", () => {
  it("decodes an id of the catalogue and nothing else", () => {
    const decode = Schema.decodeUnknownResult(RuleIdSchema)
    assert.isTrue(Result.isSuccess(decode("PBC-7")))
    for (const id of ["PBC-70", "pbc-7", "", "toString", "__proto__", 7]) assert.isTrue(Result.isFailure(decode(id)))
  })
})

describe("waivable", () => {
  const answer = (expected: boolean, given: ReadonlyArray<RuleId>) => {
    for (const id of given) assert.strictEqual(waivable(id), expected, id)
  }

  it("lets an overlay set aside a should, a may and a decision of the project that is not ‡", () => {
    answer(true, ["COL-6b", "PBC-6a", "COM-1c", "MON-1a", "COL-7b"])
    answer(true, ["MOD-P2", "COL-6d", "GRA-3b", "COM-3a"])
    answer(true, ["COL-6a", "MOD-3a", "PBC-3a", "MON-4a", "PRT-5a"])
  })

  it("never lets it set aside a must or a ‡", () => {
    answer(false, ["ACT-7", "COL-5c", "SUC-La"])
    answer(false, ["ACT-8", "COL-5a", "PBC-1", "PBC-U", "COM-5"])
    answer(false, ["MOD-2", "COL-5b", "PBC-7", "PBC-7a", "GRA-3a", "MON-2", "PRO-1", "CNT-1", "SEP-1", "SEC-2"])
  })

  it("leaves a step standing whose part can be set aside", () => {
    answer(false, ["COL-1", "COL-2", "COL-3", "COL-4", "COL-6", "COL-7", "GRA-4", "PBC-3", "PBC-6", "PBC-9", "COM-3"])
  })

  it("is false for every ‡ and every must of the catalogue", () => {
    for (const { enforced, id, strength } of allRules) if (enforced || strength === "must") answer(false, [id])
  })
})

describe("searchRules", () => {
  it("finds by id, whatever the case, with the parts", () => {
    assert.deepStrictEqual(ids(searchRules("pbc-7")), ["PBC-7", "PBC-7a", "PBC-7b"])
    assert.includeMembers([...ids(searchRules("COL-5"))], ["COL-5", "COL-5a", "COL-5d"])
  })

  it("finds by Thai and by English wording, every word wanted", () => {
    assert.include(ids(searchRules("ลงพื้นที่")), "PBC-6a")
    assert.deepStrictEqual(ids(searchRules("disbursement  approving")), ["SEP-1"])
    assert.deepStrictEqual(ids(searchRules("disbursement volcano")), [])
  })

  it("finds สระอำ however it is typed", () => {
    const composed = ids(searchRules("คำรับรอง"))
    assert.include(composed, "PER-1")
    assert.deepStrictEqual(ids(searchRules("คํารับรอง")), composed)
  })

  it("gives every rule in the handbook's order for a blank text", () => {
    assert.deepStrictEqual(searchRules(" \n"), allRules)
  })
})

describe("the glossary", () => {
  it("has each name once, as a term or as an alias", () => {
    const names = termKeys.flatMap((key) => {
      const { aliases, en, th } = term(key)
      return [th, en, ...aliases.th, ...aliases.en]
    })
    assert.deepStrictEqual(
      names.filter((name, index) => names.indexOf(name) !== index || name.trim() !== name || name === ""),
      []
    )
  })

  it("maps the sources' variants to one canonical term", () => {
    assert.strictEqual(canonicalTerm("ผู้มอบหมายภารกิจ"), glossary.missionOwner)
    assert.strictEqual(canonicalTerm("ผู้รับมอบหมายภารกิจ"), glossary.missionRecipient)
    assert.strictEqual(canonicalTerm("อารยสถาปัตยกรรม"), glossary.universalDesign)
    assert.strictEqual(canonicalTerm(" mou "), glossary.memorandum)
    assert.isUndefined(canonicalTerm("ผู้มอบ"))
  })

  it("writes Thai in Thai and English in English", () => {
    for (const key of termKeys) {
      const { aliases, en, th } = term(key)
      for (const name of [th, ...aliases.th]) assert.match(name, thai, key)
      for (const name of [en, ...aliases.en]) assert.notMatch(name, thai, key)
    }
  })

  it("is what the rules' wording uses, never the sources' variants", () => {
    for (const { id, wording } of allRules) {
      for (const variant of ["ผู้มอบหมายภารกิจ", "ผู้รับมอบหมายภารกิจ", "อารยสถาปัตยกรรม"]) {
        assert.notInclude(wording.th, variant, id)
      }
    }
  })
})

import { assert, it } from "@effect/vitest"
import type { Schema, SchemaAST } from "effect"
import { catalogue, recordTypes } from "../../src/catalogue.ts"
import { PersonalDataErased } from "../../src/engine/Evolve.ts"
import { personalIn } from "../../src/kernel/Personal.ts"

/** Texts that speak of the matter and of organisations. Whoever writes a person's name into one does so unasked. */
const ofTheMatter = `
  erasure/reason about/legalBasis about/purpose about/targetGroup about/title activities/legalAuthority
  activities/noAuthorityReason activities/ownerRole activities/recipientRole activities/title agreement/reason
  amendment/conditions amendment/objectives amendment/reason amendments/conditions amendments/objectives amendments/reason
  partnership/conditions partnership/objectives announcement/reference announcement/where answer/reason answers/reason answers/text assessment/note assessments/reason audit/note
  change/conditions change/reason changes/conditions changes/reason choice/justification choice/reason
  committee/incompleteReason committee/noSecretariatReason committee/order committee/reason committee/secretariat contestability/note competition/outcome competition/reference competitions/outcome competitions/reference
  basis/reference earlierOrders/order earlierOrders/incompleteReason earlierOrders/secretariat earlierOrders/noSecretariatReason earlierOrders/reason
  members/notDelegateReason waiver/reason who/ability declined/reason
  decisions/reason deductions/reason disbursements/note disbursements/reason each/reason earlier/findings
  earlier/noVisitReason edits/label evaluations/recommendations evaluations/returnedReason evidence/name
  facts/each facts/label finding/findings finding/noVisitReason findings/findings findings/noVisitReason
  guarantee/volume indicators/name indicators/unit lessons/text mandate/order mandates/order mission/reason
  mission/wayReason notices/text organisation/inactiveReason organisation/reason overlay/title particulars/name
  parties/reason partnership/justification partnership/incompleteReason partnership/noSecretariatReason partnership/note partnership/order
  grounds/order letter/name partnership/reason partnership/recommendations partnership/reference partnership/secretariat partnership/text
  partnership/title partnership/where party/reason ratings/note renewal/reason reports/narrative
  reports/problems scale/steps selection/justification source/reason source/rule source/ruleReason source/title
  money/noSlaReason money/sla standing/reason statement/note step/label terms/conditions terms/narrative terms/noSlaReason terms/objectives
  terms/problems terms/rule terms/ruleReason terms/sla terms/termReason terms/title tranches/condition tranches/label unitCosts/item unitCosts/unit
  published/reason waivers/reason withdrawn/reason whyNot/label seats/notDelegateReason activities/ruleToIssue
  activities/ruleToIssueReason plan/noParticipantsReason plan/evaluationFrame plan/noFrameReason
  evaluations/jointAnalysis evaluations/noAnalysisReason evaluations/noLessonsReason
  partnership/jointAnalysis partnership/noAnalysisReason partnership/noLessonsReason
`

/** What names, by a key or a number, something else than a person. */
const names = `
  basis/competition basis/step agreed/mandate partnership/mandate amendment/id amendments/id partnership/amendment basis/evaluation by/at change/id changes/id each/evidence edits/name evaluations/id evaluations/step proposals/evidence proposals/step letter/digest letter/type
  evidence/digest evidence/step evidence/type expenditure/activity mandate/id mandates/id notices/report
  organisation/mandate overlay/id partnership/change partnership/evaluation partnership/evidence partnership/id
  partnership/report partnership/step members/id partnership/left seats/id signature/mandate signatures/mandate
`

/** An id, a date, a step's key or a number has a shape that no name has. */
const hasShape = (check: { readonly annotations: unknown }): boolean =>
  /"(?:a UUID|a string matching the RegExp \^(?:\(|\[[A-Za-z0-9-]+\]))/u.test(JSON.stringify(check.annotations) ?? "")

/** Free texts in a schema, each by the part that it is in and its name; those declared as personal are left out. */
const textsIn = (ast: SchemaAST.AST, path: ReadonlyArray<string>): ReadonlyArray<string> => {
  if (ast.annotations?.["personal"] === true) return []
  switch (ast._tag) {
    case "String":
      return ast.encoding !== undefined || (ast.checks ?? []).some((check) => hasShape(check))
        ? []
        : [
            path
              .filter((part) => part !== "th" && part !== "en")
              .slice(-2)
              .join("/")
          ]
    case "Objects":
      return [
        ...ast.propertySignatures.flatMap(({ name, type }) => textsIn(type, [...path, String(name)])),
        ...ast.indexSignatures.flatMap(({ type }) => textsIn(type, [...path, "each"]))
      ]
    case "Arrays":
      return [...ast.elements, ...ast.rest].flatMap((item) => textsIn(item, path))
    case "Union":
      return ast.types.flatMap((type) => textsIn(type, path))
    case "Literal":
    case "Number":
    case "Boolean":
    case "BigInt":
    case "Null":
      return []
    default:
      throw new Error(`${path.join("/")}: a ${ast._tag} is not looked into`)
  }
}

const texts = new Set([
  ...textsIn(PersonalDataErased.ast, ["erasure"]),
  ...recordTypes.flatMap(({ Event, State, name }) =>
    [State, Event].flatMap((schema) => textsIn((schema as unknown as Schema.Top).ast, [name]))
  )
])

it("SEC-3 every text in a state or an event is declared as personal data, or stands here as none", () => {
  const known = `${ofTheMatter} ${names}`.trim().split(/\s+/u)
  const undecided = [...texts].filter((text) => !known.includes(text))
  assert.deepStrictEqual(undecided, [], "declare these with kernel/Personal.ts, or list them above as none")
  const gone = known.filter((text) => !texts.has(text))
  assert.deepStrictEqual(gone, [], "nothing holds these any more: take them off the lists above")
})

it("SEC-3 every kind of record that holds personal data has an operation that erases a person", () => {
  const holding = recordTypes.filter(({ Event }) => personalIn(Event as unknown as Schema.Top) !== undefined)
  const erasing = catalogue.handlers.filter(({ operation }) => operation.rules.includes("SEC-3"))
  assert.includeMembers(
    erasing.map(({ operation }) => operation.record),
    holding.map(({ name }) => name)
  )
  assert.isAtLeast(holding.length, 3)
})

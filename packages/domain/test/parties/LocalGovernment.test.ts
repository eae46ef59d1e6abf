import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { openMission } from "../journeys/Journey.ts"
import { act, installation, invite, organisation, people, text, World } from "../journeys/World.ts"

const begun = Effect.gen(function* () {
  const municipality = yield* organisation("เทศบาลสมมติ", "local", "local-government")
  const keeper = yield* invite(municipality, "partner-administrator", "keeper")
  const invitation = { organisation: municipality, name: "ปลัดเทศบาล", email: "clerk@example.org" }
  const { id } = yield* act(keeper, "accounts.invite", { ...invitation, roles: ["programme-officer"] })
  const officer = { ...keeper, account: id as typeof keeper.account, roles: ["programme-officer" as const] }
  return { municipality, keeper, officer }
})

it.effect("ACT-1 the people of local government own its missions and begin partnerships of them", () =>
  Effect.gen(function* () {
    const { officer } = yield* begun
    const mission = yield* openMission(officer)
    yield* act(officer, "partnerships.start", { mission, title: text("ความร่วมมือของเทศบาล") })
  }).pipe(Effect.provide(World))
)

it.effect("ACT-2 local government that owns missions receives those of others", () =>
  Effect.gen(function* () {
    const { municipality, officer } = yield* begun
    yield* openMission(officer)
    const agency = yield* people(yield* organisation("กรมสมมติ", "state", "department"))
    const mission = yield* openMission(agency.officer)
    const { id } = yield* act(agency.officer, "partnerships.start", { mission, title: text("ความร่วมมือของกรม") })
    yield* act(agency.officer, "partners.name", { organisation: municipality, as: "candidate" }, id)
  }).pipe(Effect.provide(World))
)

it.effect("SEC-8 an organisation does not make itself local government, nor local government a state body", () =>
  Effect.gen(function* () {
    const { keeper, municipality } = yield* begun
    const foundation = yield* organisation("มูลนิธิสมมติ", "civil-society", "foundation")
    const itsKeeper = yield* invite(foundation, "partner-administrator", "another")
    const become = (by: typeof keeper, id: string, sector: string) =>
      act(by, "organisations.change-particulars", { name: text("ชื่อใหม่"), sector, legalForm: "other" }, id)
    assert.strictEqual((yield* Effect.flip(become(itsKeeper, foundation, "local")))._tag, "SectorFixed")
    assert.strictEqual((yield* Effect.flip(become(keeper, municipality, "state")))._tag, "SectorFixed")
    assert.strictEqual((yield* Effect.flip(become(keeper, municipality, "private")))._tag, "SectorFixed")
    yield* act(
      installation,
      "organisations.change-particulars",
      {
        name: text("ชื่อใหม่"),
        sector: "state",
        legalForm: "department"
      },
      municipality
    )
  }).pipe(Effect.provide(World))
)

import { catalogue } from "@phakhi/domain/catalogue"
import { readerOf } from "@phakhi/domain/engine/Catalogue"
import { OrganisationId } from "@phakhi/domain/kernel/Actor"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { dropView, keepView, keptViews, keyOf, mayKeepViews, shows, standardViews } from "../../src/records/views.ts"
import { closeDocument, openDocument } from "../setup.ts"

beforeAll(openDocument)
beforeEach(() => localStorage.clear())
afterAll(closeDocument)

const key = keyOf("a", "mission")
const late = { status: "UnderReview", sort: "updated" }

describe("a view of a list", () => {
  it("is kept under its name, without the page that the list was turned to", () => {
    keepView(key, " กำลังทบทวน ", { ...late, cursor: "abc" })
    expect(keptViews(key)).toEqual([{ name: { th: "กำลังทบทวน" }, search: late }])
    keepView(key, "กำลังทบทวน", { status: "Reviewed" })
    expect(keptViews(key).map(({ search }) => search)).toEqual([{ status: "Reviewed" }])
    expect(dropView(key, "กำลังทบทวน")).toEqual([])
    expect(keptViews(key)).toEqual([])
  })

  it("is one person's, and what is broken is none", () => {
    keepView(key, "ก", late)
    expect(keptViews(keyOf("b", "mission"))).toEqual([])
    localStorage.setItem(key, '[{"name":1},null,{"name":"ข","search":{}}]')
    expect(keptViews(key).map(({ name }) => name.th)).toEqual(["ข"])
    localStorage.setItem(key, "{")
    expect(keptViews(key)).toEqual([])
  })

  it("is shown when the list shows the same, on whichever page", () => {
    const view = { name: { th: "ก" }, search: late }
    expect(shows({ sort: "updated", status: "UnderReview", cursor: "x" }, view)).toBe(true)
    expect(shows({ status: "UnderReview" }, view)).toBe(false)
  })

  it("SEC-2 of people is not kept on a device", () => {
    expect(mayKeepViews("account")).toBe(false)
    expect(mayKeepViews("mission")).toBe(true)
  })
})

describe("the standing views", () => {
  const partnerships = readerOf(catalogue, "partnership")
  const organisations = readerOf(catalogue, "organisation")

  it("begin with what is one's own: what an agency owns, what a partner was given", () => {
    if (partnerships === undefined || organisations === undefined) throw new Error("the catalogue has them")
    const agency = {
      organisation: OrganisationId.make("00000000-0000-4000-8000-00000000000a"),
      roles: ["programme-officer"]
    } as const
    const partner = {
      organisation: OrganisationId.make("00000000-0000-4000-8000-00000000000b"),
      roles: ["partner-editor"]
    } as const
    expect(standardViews(partnerships, agency).map(({ search }) => search)).toEqual([
      { owner: agency.organisation },
      {}
    ])
    expect(standardViews(partnerships, partner).map(({ search }) => search)).toEqual([
      { recipient: partner.organisation },
      {}
    ])
    expect(standardViews(organisations, agency).map(({ search }) => search)).toEqual([{}])
  })
})

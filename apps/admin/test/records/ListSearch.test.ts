import { describe, expect, it } from "vitest"
import { listPath } from "../../src/api/Records.ts"
import { allColumns } from "../../src/records/Labels.ts"
import { chosen, listingOf, readListSearch, sortedBy, withFilter, withParameter } from "../../src/records/ListSearch.ts"

describe("the address of a list", () => {
  it("says what is shown, and the API is asked for just that", () => {
    const search = readListSearch({
      status: "Reviewed,WayChosen",
      search: "เด็ก",
      sort: "updated",
      descending: true,
      odd: {}
    })
    expect(listPath("missions", listingOf(search, allColumns("mission")))).toBe(
      `/v1/missions?search=${encodeURIComponent("เด็ก")}&sort=updated&descending=true&limit=25&status=Reviewed%2CWayChosen`
    )
  })

  it("has the ends of ranges beside the values, and sorts by any column that has an order", () => {
    const search = { sort: "value", "value.from": "1000", "due.to": "2027-03-31", mission: "m", "mission.from": "x" }
    expect(listingOf(search, allColumns("partnership"))).toEqual({
      sort: "value",
      limit: 25,
      filters: { mission: ["m"], "value.from": ["1000"], "due.to": ["2027-03-31"] }
    })
    expect(listingOf({ sort: "mission" }, allColumns("partnership"))).toEqual({ limit: 25, filters: {} })
  })

  it("takes a filter away one value at a time", () => {
    const search = { status: "a,b", way: "c" }
    expect(chosen(search)).toEqual([
      ["status", "a"],
      ["status", "b"],
      ["way", "c"]
    ])
    expect(withFilter(search, "status", ["b"])).toEqual({ status: "b", way: "c" })
    expect(withFilter({ status: "b" }, "status", [])).toEqual({})
  })

  it("begins at the first page after every change", () => {
    expect(withParameter({ cursor: "x", search: "a" }, "search", "b")).toEqual({ search: "b" })
  })

  it("sorts up, then down, then up", () => {
    const up = sortedBy({}, "status")
    const down = sortedBy(up, "status")
    expect(up).toEqual({ sort: "status" })
    expect(down).toEqual({ sort: "status", descending: "true" })
    expect(sortedBy(down, "status")).toEqual({ sort: "status" })
  })

  it("ignores a sort that is none", () => {
    expect(listingOf({ sort: "colour" }, allColumns("mission"))).toEqual({ limit: 25, filters: {} })
  })
})

/** The part of its cases that a property is tried with: all of them where `PHAKHI_PROPERTY_RUNS` says `full`. */
const share = process.env["PHAKHI_PROPERTY_RUNS"] === "full" ? 1 : 1 / 5

/** How often a property is tried in this run, of the times it is tried in a full one; never less than `least`. */
export const runs = (full: number, least = 15): number => Math.max(Math.min(full, least), Math.ceil(full * share))

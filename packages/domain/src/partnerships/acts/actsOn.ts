import { commandsOn } from "../../engine/Handler.ts"
import type { Area } from "../Areas.ts"
import { placeByDay, placeInProcess } from "../Place.ts"
import { partnershipRecord } from "../Record.ts"

/** Declares acts of one part of a partnership that carry its process on, each at the place of the step it serves. */
export const actsOn = (area: Area) => commandsOn(partnershipRecord, { area, place: placeInProcess })

/** Declares acts that a step asks for, or a day. */
export const actsByDay = (area: Area) => commandsOn(partnershipRecord, { area, place: placeByDay })

/** Declares acts beside the process: they wait for no step. */
export const actsBeside = (area: Area) => commandsOn(partnershipRecord, { area })

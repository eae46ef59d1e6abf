import type { Partnership } from "@phakhi/domain/partnerships/Partnership"
import type { PartnershipView } from "@phakhi/domain/partnerships/Record"

/** Whether the reader is one of the parties, who see all of it. */
export const isWhole = (partnership: PartnershipView | Partnership): partnership is Partnership =>
  partnership.funding.commitments !== undefined

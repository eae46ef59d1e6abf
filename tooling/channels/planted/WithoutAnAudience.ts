import type { Mask } from "@phakhi/domain/engine/Mask"
import { everyone } from "@phakhi/domain/kernel/Audience"

interface Visit {
  readonly place: string
  readonly findings?: string
}

export const mask = { place: everyone } as const satisfies Mask<Visit>

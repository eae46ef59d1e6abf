import type { Mask } from "@phakhi/domain/engine/Mask"
import { everyone } from "@phakhi/domain/kernel/Audience"

interface Visit {
  readonly visitors: ReadonlyArray<{ readonly position: string; readonly name: string }>
}

export const mask = { visitors: { each: { position: everyone } } } as const satisfies Mask<Visit>

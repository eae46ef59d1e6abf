import type { EventMasks } from "@phakhi/domain/engine/Mask"
import { everyone } from "@phakhi/domain/kernel/Audience"

type VisitEvent = { readonly _tag: "VisitMade"; readonly day: string; readonly findings: string }

export const masks = {
  VisitMade: { seen: everyone, actor: everyone, data: { day: everyone } }
} as const satisfies EventMasks<VisitEvent>

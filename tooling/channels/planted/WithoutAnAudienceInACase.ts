import type { Mask } from "@phakhi/domain/engine/Mask"
import { everyone } from "@phakhi/domain/kernel/Audience"

type Visit =
  | { readonly _tag: "Planned"; readonly day: string }
  | { readonly _tag: "Made"; readonly day: string; readonly findings: string }

export const mask = {
  cases: { Planned: { _tag: everyone, day: everyone }, Made: { _tag: everyone, day: everyone } }
} as const satisfies Mask<Visit>

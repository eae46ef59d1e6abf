import type { Mask } from "@phakhi/domain/engine/Mask"
import { everyone } from "@phakhi/domain/kernel/Audience"

interface Visit {
  readonly address: { readonly street: string; readonly town: string }
}

export const mask = { address: everyone } as const satisfies Mask<Visit>

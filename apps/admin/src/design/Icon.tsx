import type { ComponentType } from "react"

export type Drawn = ComponentType<{
  readonly size: string
  readonly stroke: number
  readonly className: string
  readonly "aria-hidden": boolean
}>

interface IconProps {
  /** One of Tabler's, each imported by its own path, so that only those that are used are loaded. */
  readonly of: Drawn
  readonly large?: boolean
}

/** A sign beside words that say the same: it is not read out. */
export const Icon = ({ large = false, of: Drawing }: IconProps) => (
  <Drawing size={large ? "1.5em" : "1.2em"} stroke={1.75} className="icon" aria-hidden />
)

import IconAlarm from "@tabler/icons-react/icons/IconAlarm"
import IconArrowRight from "@tabler/icons-react/icons/IconArrowRight"
import IconCheck from "@tabler/icons-react/icons/IconCheck"
import IconCircleX from "@tabler/icons-react/icons/IconCircleX"
import IconClock from "@tabler/icons-react/icons/IconClock"
import IconHourglass from "@tabler/icons-react/icons/IconHourglass"
import IconLock from "@tabler/icons-react/icons/IconLock"
import IconPlayerPause from "@tabler/icons-react/icons/IconPlayerPause"
import type { ReactNode } from "react"
import { type Drawn, Icon } from "./Icon.tsx"

/** How a thing stands, or in which of the four stretches of the process; the plain one says neither. */
export type TagKind =
  | "turn"
  | "wait"
  | "late"
  | "soon"
  | "shut"
  | "done"
  | "pause"
  | "stop"
  | "plain"
  | "ph1"
  | "ph2"
  | "ph3"
  | "ph4"

const icons: { readonly [Kind in TagKind]?: Drawn } = {
  turn: IconArrowRight,
  wait: IconHourglass,
  late: IconAlarm,
  soon: IconClock,
  shut: IconLock,
  done: IconCheck,
  pause: IconPlayerPause,
  stop: IconCircleX
}

interface TagProps {
  readonly kind: TagKind
  readonly children: ReactNode
  /** In place of the kind's own. */
  readonly icon?: Drawn
}

/** A word on how a thing stands, with a sign and a colour that say the same. It is never pressed. */
export const Tag = ({ children, icon, kind }: TagProps) => {
  const drawn = icon ?? icons[kind]
  return (
    <span className="tag" data-kind={kind}>
      {drawn !== undefined && <Icon of={drawn} />}
      {children}
    </span>
  )
}

/** Marks what is made up for the demonstration. */
export const Invented = ({ children }: { readonly children: ReactNode }) => <span className="invented">{children}</span>

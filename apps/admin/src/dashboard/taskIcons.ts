import IconArrowsExchange from "@tabler/icons-react/icons/IconArrowsExchange"
import IconCash from "@tabler/icons-react/icons/IconCash"
import IconChartBar from "@tabler/icons-react/icons/IconChartBar"
import IconChecklist from "@tabler/icons-react/icons/IconChecklist"
import IconFileText from "@tabler/icons-react/icons/IconFileText"
import IconMail from "@tabler/icons-react/icons/IconMail"
import IconPencil from "@tabler/icons-react/icons/IconPencil"
import IconSignature from "@tabler/icons-react/icons/IconSignature"
import IconTarget from "@tabler/icons-react/icons/IconTarget"
import IconUsers from "@tabler/icons-react/icons/IconUsers"
import type { Drawn } from "../design/Icon.tsx"

/** By what an act is done to: the first part of its name. */
const icons: { readonly [thing: string]: Drawn } = {
  accounts: IconUsers,
  agreements: IconSignature,
  announcements: IconMail,
  committees: IconUsers,
  disbursements: IconCash,
  evaluations: IconChartBar,
  issues: IconMail,
  missions: IconTarget,
  notices: IconMail,
  organisations: IconUsers,
  plans: IconChecklist,
  processes: IconArrowsExchange,
  reports: IconFileText,
  sources: IconCash,
  tranches: IconCash
}

export const iconOf = (operation: string): Drawn => icons[operation.split(".")[0] ?? ""] ?? IconPencil

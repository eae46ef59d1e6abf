import { Text } from "@mantine/core"
import { erasedText } from "@phakhi/domain/kernel/Personal"
import { supporterCapacities } from "@phakhi/domain/partnerships/Supporters"
import { partnershipWords as told } from "@phakhi/domain/partnerships/words"
import { formattedInstant } from "../records/formatting.ts"
import { RecordName } from "../records/RecordName.tsx"
import { Section } from "../records/Section.tsx"
import { useLanguage, useSay } from "../words/Language.tsx"
import type { TabProps } from "./tabs.ts"
import { sides, partnershipWords as words } from "./words.ts"

type Supporter = NonNullable<TabProps["partnership"]["supporters"]>[number]

const Named = ({ who }: Pick<Supporter, "who">) => {
  const say = useSay()
  if (who._tag === "Organisation") return <RecordName record="organisation" id={who.organisation} />
  const { erasedAt, name } = who.person ?? {}
  const capacity = say(supporterCapacities[who.capacity])
  return erasedAt === undefined ? [name, capacity].filter((part) => part !== undefined).join(" – ") : say(erasedText)
}

/** ACT-3: whom the two sides name to support the work, and how far they have come with it. */
export const Supporters = ({ partnership: { supporters = [] } }: Pick<TabProps, "partnership">) => {
  const say = useSay()
  const { language } = useLanguage()
  return supporters.length === 0 ? null : (
    <Section title={words.supporters}>
      {supporters.map((one) => {
        const ability = one.who._tag === "Organisation" ? one.who.ability : one.who.person?.ability
        const declined = one._tag === "Declined" ? (one.declined.about?.reason ?? one.declined.reason) : undefined
        return (
          <Text key={one.no} data-supporter={one._tag}>
            {one.no}. <Named who={one.who} />
            {ability !== undefined && ` – ${ability}`} ({say(told.values[one._tag])}; {say(words.proposedBy)}{" "}
            {say(sides[one.side] ?? { th: one.side })}
            {one.at !== undefined && ` ${formattedInstant(one.at, language)}`})
            {declined !== undefined && ` ${say(words.standingReason)}: ${declined}`}
          </Text>
        )
      })}
    </Section>
  )
}

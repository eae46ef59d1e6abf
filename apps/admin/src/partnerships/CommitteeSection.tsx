import { Stack, Text } from "@mantine/core"
import { erasedText } from "@phakhi/domain/kernel/Personal"
import { formattedInstant } from "../records/formatting.ts"
import { RecordName } from "../records/RecordName.tsx"
import { Section } from "../records/Section.tsx"
import { useLanguage, useSay } from "../words/Language.tsx"
import type { TabProps } from "./tabs.ts"
import { sides, partnershipWords as words } from "./words.ts"

type Committee = NonNullable<TabProps["partnership"]["committee"]>
type Appointed = Extract<Committee, { readonly _tag: "Appointed" }>
type Order = NonNullable<Appointed["earlierOrders"]>[number]

const Seats = ({ seats }: { readonly seats: Appointed["seats"] }) => {
  const say = useSay()
  return seats.map(({ holder, id, organisation, side }) => (
    <Text key={id}>
      {holder.erasedAt === undefined
        ? [holder.name, holder.position ?? "–"].filter((part) => part !== undefined).join(" – ")
        : say(erasedText)}{" "}
      ({say(sides[side] ?? { th: side })}
      {organisation !== undefined && (
        <>
          , <RecordName record="organisation" id={organisation} />
        </>
      )}
      )
    </Text>
  ))
}

const OrderHead = ({ at, by, order, reason }: Pick<Order, "at" | "by" | "order" | "reason">) => {
  const { language } = useLanguage()
  return (
    <Text fw={700}>
      {order} ({formattedInstant(at, language)})
      {by !== undefined && (
        <>
          {" – "}
          <RecordName record="account" id={by} />
        </>
      )}
      {reason !== undefined && `: ${reason}`}
    </Text>
  )
}

/** The committee as it is, and the orders that it came from, the newest first. */
export const CommitteeSection = ({ partnership: { committee } }: Pick<TabProps, "partnership">) => {
  const say = useSay()
  const { language } = useLanguage()
  if (committee === undefined)
    return (
      <Section title={words.committee}>
        <Text>{say(words.committeeNone)}</Text>
      </Section>
    )
  if (committee._tag === "Waived")
    return (
      <Section title={words.committee}>
        <Text>{committee.reason}</Text>
      </Section>
    )
  const { earlierOrders: earlier = [], waiver } = committee
  return (
    <>
      <Section title={words.committee}>
        <OrderHead {...committee} />
        <Seats seats={committee.seats} />
      </Section>
      {(earlier.length > 0 || waiver !== undefined) && (
        <Section title={words.earlierOrders}>
          {[...earlier].reverse().map((order) => (
            <Stack gap={0} key={order.at}>
              <OrderHead {...order} />
              <Seats seats={order.members} />
            </Stack>
          ))}
          {waiver !== undefined && (
            <Text>
              {say(words.committeeWaived)} ({formattedInstant(waiver.at, language)}): {waiver.reason}
            </Text>
          )}
        </Section>
      )}
    </>
  )
}

import { duties } from "@phakhi/domain/partnerships/Assignments"
import { RecordName } from "../../records/RecordName.tsx"
import { Section } from "../../records/Section.tsx"
import { useSay, type Words } from "../../words/Language.tsx"
import type { TabProps } from "../tabs.ts"
import { partnershipWords } from "../words.ts"

const words = {
  title: { th: "คนของทั้งสองฝ่าย", en: "People of both sides" },
  others: { th: "ผู้ประเมินและผู้สนับสนุน", en: "Evaluators and supporters" },
  none: { th: "ยังไม่มีรายชื่อ", en: "Nobody named yet" },
  signed: { th: "ผู้ลงนาม", en: "Signed" }
} as const satisfies Record<string, Words>

type Partnership = TabProps["partnership"]

const seatsOf = ({ committee }: Partnership, side: "owner" | "recipient" | "supporter") =>
  committee?._tag === "Appointed" ? committee.seats.filter((seat) => seat.side === side) : []

const signersOf = ({ agreement }: Partnership, side: "owner" | "recipient") =>
  agreement !== undefined && "signatures" in agreement
    ? agreement.signatures.filter((signature) => signature.side === side)
    : []

const Seats = ({ seats }: { readonly seats: ReturnType<typeof seatsOf> }) =>
  seats.map(({ holder, id }) => (
    <li key={id}>
      {holder.name}
      <span className="dimmed">{holder.position}</span>
    </li>
  ))

const Side = ({ partnership, side }: { readonly partnership: Partnership; readonly side: "owner" | "recipient" }) => {
  const say = useSay()
  const organisation = partnership[side]
  const seats = seatsOf(partnership, side)
  const signers = signersOf(partnership, side)
  return (
    <div>
      <h3>{say(partnershipWords[side])}</h3>
      <p>
        {organisation === undefined ? (
          say(partnershipWords.notYet)
        ) : (
          <RecordName record="organisation" id={organisation} />
        )}
      </p>
      <ul className="plain-list people">
        {signers.map(({ account }) => (
          <li key={account}>
            <RecordName record="account" id={account} link={false} />
            <span className="dimmed">{say(words.signed)}</span>
          </li>
        ))}
        <Seats seats={seats} />
        {seats.length + signers.length === 0 && <li className="dimmed">{say(words.none)}</li>}
      </ul>
    </div>
  )
}

/** Who acts for each side, and who looks on. */
export const People = ({ partnership }: Pick<TabProps, "partnership">) => {
  const say = useSay()
  const assigned = (partnership.assignments ?? []).filter(({ ended }) => ended === undefined)
  const seats = seatsOf(partnership, "supporter")
  return (
    <Section title={words.title}>
      <div className="sides">
        <Side partnership={partnership} side="owner" />
        <Side partnership={partnership} side="recipient" />
        <div>
          <h3>{say(words.others)}</h3>
          <ul className="plain-list people">
            {assigned.map(({ account, duty, id, organisation }) => (
              <li key={id}>
                <RecordName
                  record="account"
                  id={account}
                  link={false}
                  otherwise={<RecordName record="organisation" id={organisation} link={false} />}
                />
                <span className="dimmed">{say(duties[duty])}</span>
              </li>
            ))}
            <Seats seats={seats} />
            {assigned.length + seats.length === 0 && <li className="dimmed">{say(words.none)}</li>}
          </ul>
        </div>
      </div>
    </Section>
  )
}

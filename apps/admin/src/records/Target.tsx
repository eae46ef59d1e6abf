import type { Action } from "@phakhi/domain/engine/View"
import { useSay } from "../words/Language.tsx"
import { RecordName } from "./RecordName.tsx"

/** The part of a record that an act is aimed at: whose it is, and what it is called. */
export const TargetName = ({ target: { label, person } }: { readonly target: NonNullable<Action["target"]> }) => {
  const say = useSay()
  return (
    <>
      {person !== undefined && (
        <>
          <RecordName record="account" id={person} link={false} withPosition={false} />
          {" – "}
        </>
      )}
      {say(label)}
    </>
  )
}

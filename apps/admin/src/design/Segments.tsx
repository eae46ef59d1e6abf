import { useId } from "react"

interface SegmentsProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: ReadonlyArray<readonly [value: Value, label: string]>
  readonly onChoose: (value: Value) => void
}

/** One of a few, side by side: radio buttons for whoever does not see them. */
export const Segments = <Value extends string>({ choices, label, onChoose, value }: SegmentsProps<Value>) => {
  const name = useId()
  return (
    <fieldset className="segments" aria-label={label}>
      {choices.map(([choice, words]) => (
        <label key={choice}>
          <input type="radio" name={name} value={choice} checked={choice === value} onChange={() => onChoose(choice)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  )
}

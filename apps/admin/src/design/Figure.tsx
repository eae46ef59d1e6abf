import type { ReactNode } from "react"

interface FigureProps {
  readonly label: string
  readonly value: ReactNode
  readonly note?: string
}

/** A number that matters, under its name. */
export const Figure = ({ label, note, value }: FigureProps) => (
  <div className="figure">
    <span className="figure-label">{label}</span>
    <span className="figure-value">{value}</span>
    {note !== undefined && <span className="figure-label">{note}</span>}
  </div>
)

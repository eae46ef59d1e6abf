export interface Figure {
  readonly name: string
  /** In which unit ours and the reference are. */
  readonly unit: "requests/s" | "ms" | "MB" | "×"
  readonly ours: number
  readonly reference: number | null
  /** Ours over the reference, or the time itself where there is none. */
  readonly ratio: number
  readonly goal: { readonly atLeast: number } | { readonly atMost: number }
  readonly note?: string
}

export const isReached = ({ goal, ratio }: Figure): boolean =>
  "atLeast" in goal ? ratio >= goal.atLeast : ratio <= goal.atMost

const rounded = (value: number): number => (value >= 100 ? Math.round(value) : Math.round(value * 100) / 100)

const goalOf = ({ goal }: Figure): string => ("atLeast" in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`)

export const table = (figures: ReadonlyArray<Figure>): string => {
  const rows = [
    ["", "ours", "reference", "unit", "ratio", "goal", "", ""],
    ...figures.map((figure) => [
      figure.name,
      String(rounded(figure.ours)),
      figure.reference === null ? "" : String(rounded(figure.reference)),
      figure.unit,
      String(rounded(figure.ratio)),
      goalOf(figure),
      isReached(figure) ? "reached" : "MISSED",
      figure.note ?? ""
    ])
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd()
    )
    .join("\n")
}

export const asJson = (figures: ReadonlyArray<Figure>): string =>
  JSON.stringify(
    figures.map((figure) => ({
      ...figure,
      ours: rounded(figure.ours),
      reference: figure.reference === null ? null : rounded(figure.reference),
      ratio: rounded(figure.ratio),
      reached: isReached(figure)
    })),
    null,
    2
  )

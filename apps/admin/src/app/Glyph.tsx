const shapes = {
  arrow: "M2 8h11M9 4l4 4-4 4",
  ascending: "M8 13V3M4 7l4-4 4 4",
  descending: "M8 3v10M4 9l4 4 4-4",
  sortable: "M5 6l3-3 3 3M5 10l3 3 3-3",
  choose: "M4 6l4 4 4-4",
  tick: "M3 8.5l3.5 3.5L13 4.5",
  skip: "M2 11a6 6 0 0 1 11-1M13.5 5v5h-5",
  search: "M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9M10.5 10.5L14 14",
  dash: "M4 8h8",
  late: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11M8 5v3.5M8 10.7v.3",
  bell: "M8 2.5a3.7 3.7 0 0 0-3.7 3.7c0 3.6-1.3 4.8-1.8 5.3h11c-.5-.5-1.8-1.7-1.8-5.3A3.7 3.7 0 0 0 8 2.5M6.6 14h2.8",
  ring: "M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10",
  half: "M8 3a5 5 0 1 1 0 10z M8 3a5 5 0 1 0 0 10",
  dot: "M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10"
} as const

export type GlyphName = keyof typeof shapes

const filled: ReadonlySet<GlyphName> = new Set(["dot"])

/** A sign beside words that say the same. Drawn, since the Thai typeface has no arrows and ticks. */
export const Glyph = ({ name }: { readonly name: GlyphName }) => (
  <svg
    className="glyph"
    viewBox="0 0 16 16"
    width="1em"
    height="1em"
    fill={filled.has(name) ? "currentColor" : "none"}
    stroke="currentColor"
    strokeWidth={2}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={shapes[name]} />
  </svg>
)

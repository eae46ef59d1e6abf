import { encode } from "uqr"
import { useSay } from "../words/Language.tsx"
import { meWords as words } from "./words.ts"

/** Dark on light whatever the colours of the page: cameras look for that. */
export const QrCode = ({ text }: { readonly text: string }) => {
  const say = useSay()
  const { data, size } = encode(text, { ecc: "M", border: 4 })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg viewBox={`0 0 ${size} ${size}`} width={220} height={220} role="img" shapeRendering="crispEdges">
      <title>{say(words.qr)}</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join("")} fill="#000" />
    </svg>
  )
}

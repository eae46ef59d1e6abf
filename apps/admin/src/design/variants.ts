import { defaultVariantColorsResolver, type VariantColorsResolver } from "@mantine/core"

/** What a colour of the library means here; each is a word beside it too, never the colour alone. */
const meanings: Record<string, string> = {
  red: "late",
  yellow: "wait",
  orange: "soon",
  gray: "shut",
  green: "done",
  dark: "stop"
}

/** The colours of buttons, tags and notes by the tokens, so that they are legible in both modes. */
export const variantColors: VariantColorsResolver = (input) => {
  const { color, theme, variant } = input
  const name = color ?? theme.primaryColor
  const meaning = meanings[name]
  if (meaning === undefined && name !== theme.primaryColor) return defaultVariantColorsResolver(input)
  const strong = meaning === undefined ? "var(--p700)" : `var(--${meaning})`
  const words = meaning === undefined ? "var(--p800)" : strong
  const ground = meaning === undefined ? "var(--p50)" : `var(--${meaning}b)`
  const raised = meaning === undefined ? "var(--p100)" : ground
  if (variant === "filled")
    return {
      background: strong,
      hover: meaning === undefined ? "var(--p800)" : strong,
      color: meaning === undefined ? "var(--on-p)" : "var(--paper)",
      border: "1px solid transparent"
    }
  if (variant === "light")
    return {
      background: meaning === undefined ? raised : ground,
      hover: raised,
      color: words,
      border: "1px solid transparent"
    }
  if (variant === "outline")
    return { background: "transparent", hover: ground, color: strong, border: `1px solid ${strong}` }
  if (variant === "subtle" || variant === "transparent")
    return {
      background: "transparent",
      hover: variant === "subtle" ? ground : "transparent",
      color: strong,
      border: "1px solid transparent"
    }
  return defaultVariantColorsResolver(input)
}

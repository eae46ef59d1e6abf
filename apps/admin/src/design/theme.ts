import { createTheme, type MantineColorsTuple } from "@mantine/core"
import { optionsFound } from "../forms/optionsFound.ts"
import { variantColors } from "./variants.ts"

const indigo: MantineColorsTuple = [
  "#eff2fb",
  "#dfe5f7",
  "#bccaee",
  "#95a9e1",
  "#6f88d4",
  "#4e69c0",
  "#3450ae",
  "#2a4293",
  "#213475",
  "#182656"
]

/** From the lightest words to the deepest ground of the dark mode. */
const dark: MantineColorsTuple = [
  "#eceff5",
  "#bcc4d2",
  "#98a2b4",
  "#76819a",
  "#2b3242",
  "#212735",
  "#181d29",
  "#10141d",
  "#0c1018",
  "#080b11"
]

const family = 'Sarabun, "Noto Sans Thai", system-ui, sans-serif'

/** Sarabun needs the height for its tone marks. Sizes in rem: at the browser's own size 1 rem are 16 pixels. */
export const theme = createTheme({
  colors: { dark, indigo },
  primaryColor: "indigo",
  primaryShade: 7,
  variantColorResolver: variantColors,
  fontFamily: family,
  fontSizes: { xs: "0.8125rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  lineHeights: { xs: "1.55", sm: "1.6", md: "1.6", lg: "1.6", xl: "1.5" },
  headings: {
    fontFamily: family,
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.625rem", lineHeight: "1.4", fontWeight: "700" },
      h2: { fontSize: "1.625rem", lineHeight: "1.4", fontWeight: "700" },
      h3: { fontSize: "1.125rem", lineHeight: "1.5" },
      h4: { fontSize: "0.9375rem", lineHeight: "1.55" }
    }
  },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "12px", xl: "16px" },
  defaultRadius: "md",
  respectReducedMotion: true,
  components: {
    // In the colour of its edge a title in yellow could hardly be read.
    Alert: { styles: { title: { color: "var(--ink)" }, message: { color: "var(--ink)" } } },
    Badge: {
      defaultProps: { tt: "none", fw: 500, radius: 5 },
      styles: {
        root: { maxWidth: "none", flexShrink: 0, height: "auto", paddingBlock: 1 },
        label: { overflow: "visible", lineHeight: 1.55 }
      }
    },
    // Names of records are long: a button takes a second line rather than cutting them off.
    Button: {
      styles: {
        root: { height: "auto", minHeight: "var(--button-height)", maxWidth: "100%" },
        inner: { height: "auto", minHeight: "calc(var(--button-height) - 2px)" },
        label: { height: "auto", overflow: "visible", whiteSpace: "normal", lineHeight: 1.5, paddingBlock: 3 }
      }
    },
    Notification: { styles: { description: { color: "var(--ink)" } } },
    Card: { defaultProps: { radius: "lg", shadow: "none" } },
    MultiSelect: { defaultProps: { filter: optionsFound } },
    Select: { defaultProps: { filter: optionsFound } },
    Tabs: { defaultProps: { keepMounted: false } }
  }
})

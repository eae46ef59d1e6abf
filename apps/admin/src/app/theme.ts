import { createTheme } from "@mantine/core"
import { optionsFound } from "../forms/optionsFound.ts"

/** Sarabun needs the height for its tone marks; shade 8 and the automatic contrast keep text at 4.5:1. */
export const theme = createTheme({
  primaryColor: "teal",
  primaryShade: 9,
  autoContrast: true,
  luminanceThreshold: 0.35,
  fontFamily: "Sarabun, system-ui, sans-serif",
  headings: { fontFamily: "Sarabun, system-ui, sans-serif", fontWeight: "700" },
  lineHeights: { xs: "1.6", sm: "1.6", md: "1.65", lg: "1.65", xl: "1.7" },
  defaultRadius: "sm",
  respectReducedMotion: true,
  components: {
    // In the colour of its edge a title in yellow could hardly be read.
    Alert: { styles: { title: { color: "var(--mantine-color-text)" } } },
    Badge: {
      defaultProps: { tt: "none", fw: 500 },
      styles: {
        root: { color: "var(--mantine-color-dark-9)", maxWidth: "none", flexShrink: 0 },
        label: { overflow: "visible" }
      }
    },
    // Names of records are long: a button takes a second line rather than cutting them off.
    Button: {
      styles: {
        root: { height: "auto", minHeight: "var(--button-height)", maxWidth: "100%" },
        inner: { height: "auto", minHeight: "calc(var(--button-height) - 2px)" },
        label: { height: "auto", overflow: "visible", whiteSpace: "normal", lineHeight: 1.6, paddingBlock: 3 }
      }
    },
    Notification: { styles: { description: { color: "var(--mantine-color-text)" } } },
    Card: { defaultProps: { radius: "md" } },
    MultiSelect: { defaultProps: { filter: optionsFound } },
    Select: { defaultProps: { filter: optionsFound } },
    Tabs: { defaultProps: { keepMounted: false } }
  }
})

import { ActionIcon, Button } from "@mantine/core"
import { type HotkeyItem, useHotkeys } from "@mantine/hooks"
import { lazy, Suspense, useState } from "react"
import type { Me } from "../api/Session.ts"
import { Glyph } from "../app/Glyph.tsx"
import { useSay } from "../words/Language.tsx"
import { paletteWords as words } from "./words.ts"

const Palette = lazy(() => import("./Palette.tsx"))
const Help = lazy(() => import("./Help.tsx"))

const fields = ["INPUT", "TEXTAREA", "SELECT"]

/** By the sign, and by the place of the key: on a Thai keyboard these places have other signs. */
const byPlaceToo = (sign: string, place: string, act: (event: KeyboardEvent) => void): Array<HotkeyItem> => [
  [sign, act],
  [place, act, { usePhysicalKeys: true }]
]

const find = () => document.querySelector<HTMLInputElement>("[data-search]")?.focus()

/** The shortcuts of every page, and a button to the palette for those without a keyboard. */
export const Shortcuts = ({ me }: { readonly me: Me }) => {
  const say = useSay()
  const [opened, setOpened] = useState<"palette" | "help">()
  const close = () => setOpened(undefined)
  const palette = () => setOpened("palette")
  const help = () => setOpened("help")
  useHotkeys(byPlaceToo("mod+K", "mod+K", palette), [])
  useHotkeys(
    [
      ...byPlaceToo("/", "Slash", ({ key }) => (key === "?" ? help() : find())),
      ...byPlaceToo("shift+?", "shift+Slash", help)
    ],
    fields
  )
  return (
    <>
      <Button
        size="xs"
        variant="default"
        visibleFrom="sm"
        leftSection={<Glyph name="search" />}
        onClick={palette}
        aria-keyshortcuts="Control+K Meta+K"
        title="Ctrl K"
        data-palette-button
      >
        {say(words.open)}
      </Button>
      <ActionIcon size="lg" variant="default" hiddenFrom="sm" onClick={palette} aria-label={say(words.title)}>
        <Glyph name="search" />
      </ActionIcon>
      <Suspense fallback={null}>
        {opened === "palette" && <Palette me={me} onClose={close} onHelp={help} />}
        {opened === "help" && <Help onClose={close} />}
      </Suspense>
    </>
  )
}

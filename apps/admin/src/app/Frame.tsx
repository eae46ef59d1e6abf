import { SegmentedControl } from "@mantine/core"
import type { Language } from "@phakhi/domain/kernel/LocalizedText"
import { common } from "../words/common.ts"
import { useLanguage, useSay } from "../words/Language.tsx"

export const LanguageSwitch = () => {
  const say = useSay()
  const { choose, language } = useLanguage()
  return (
    <SegmentedControl
      size="xs"
      aria-label={say(common.language)}
      value={language}
      onChange={(value) => choose(value as Language)}
      data={[
        { value: "th", label: "ไทย" },
        { value: "en", label: "English" }
      ]}
    />
  )
}

export const SkipLink = () => {
  const say = useSay()
  return (
    <a className="skip" href="#main">
      {say(common.skip)}
    </a>
  )
}

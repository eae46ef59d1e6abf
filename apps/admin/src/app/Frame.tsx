import { Segments } from "../design/Segments.tsx"
import { common } from "../words/common.ts"
import { useLanguage, useSay } from "../words/Language.tsx"

export const LanguageSwitch = () => {
  const say = useSay()
  const { choose, language } = useLanguage()
  return (
    <Segments
      label={say(common.language)}
      value={language}
      onChoose={choose}
      choices={[
        ["th", "ไทย"],
        ["en", "English"]
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

import type { Language } from "@phakhi/domain/kernel/LocalizedText"
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react"

/** A text of the screens: both languages, always. A text of a record may lack the English one. */
export interface Words {
  readonly th: string
  readonly en?: string
}

interface Speaking {
  readonly language: Language
  readonly choose: (language: Language) => void
}

const kept = "phakhi.language"
const Speaking = createContext<Speaking>({ language: "th", choose: () => undefined })

const first = (): Language => (localStorage.getItem(kept) === "en" ? "en" : "th")

export const LanguageProvider = ({ children }: { readonly children: ReactNode }) => {
  const [language, setLanguage] = useState<Language>(first)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const speaking = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        localStorage.setItem(kept, next)
        setLanguage(next)
      }
    }),
    [language]
  )
  return <Speaking value={speaking}>{children}</Speaking>
}

export const useLanguage = (): Speaking => use(Speaking)

export const inLanguage = (words: Words, language: Language): string =>
  language === "en" ? (words.en ?? words.th) : words.th

/** Says words in the language of the reader. */
export const useSay = (): ((words: Words) => string) => {
  const { language } = useLanguage()
  return useMemo(() => (words: Words) => inLanguage(words, language), [language])
}

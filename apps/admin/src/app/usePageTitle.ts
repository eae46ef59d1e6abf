import { useEffect } from "react"
import { common } from "../words/common.ts"
import { useSay } from "../words/Language.tsx"

export const usePageTitle = (title: string): void => {
  const say = useSay()
  const site = say(common.phakhi)
  useEffect(() => {
    document.title = `${title} – ${site}`
  }, [title, site])
}

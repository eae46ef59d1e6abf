import { Alert, Anchor, List, Text } from "@mantine/core"
import { useEffect, useRef } from "react"
import { useSay } from "../words/Language.tsx"
import { idOf } from "./FormContext.tsx"
import type { Mistake } from "./Reading.ts"
import { formWords } from "./words.ts"

/** The control at fault, or the closest thing around it that is on the screen. */
const focusAt = (form: string, pointer: string): void => {
  const steps = pointer.split("/")
  for (let length = steps.length; length > 1; length--) {
    const element = document.getElementById(idOf(form, steps.slice(0, length).join("/")))
    if (element === null) continue
    const control = element.matches("input, textarea, select, button")
      ? element
      : (element.querySelector<HTMLElement>("input, textarea, select, button") ?? element)
    control.scrollIntoView({ block: "center" })
    control.focus()
    return
  }
}

interface ErrorSummaryProps {
  readonly form: string
  readonly mistakes: ReadonlyArray<Mistake>
}

/** What is wrong, all of it, each line leading to its field; focus comes here when it appears. */
export const ErrorSummary = ({ form, mistakes }: ErrorSummaryProps) => {
  const say = useSay()
  const place = useRef<HTMLDivElement>(null)
  const errorTitle = say(formWords.errorTitle)
  useEffect(() => {
    if (mistakes.length === 0) return
    place.current?.focus()
    const title = document.title
    if (!title.startsWith(errorTitle)) document.title = errorTitle + title
    return () => {
      document.title = title
    }
  }, [mistakes, errorTitle])
  if (mistakes.length === 0) return null
  return (
    <Alert ref={place} color="red" variant="outline" title={say(formWords.problem)} tabIndex={-1} role="alert">
      <List listStyleType="none" spacing={4}>
        {mistakes.map(({ pointer, words }) => (
          <List.Item key={`${pointer}${words.th}`}>
            {pointer === "" ? (
              <Text size="sm">{say(words)}</Text>
            ) : (
              <Anchor
                component="button"
                type="button"
                c="red.9"
                underline="always"
                ta="start"
                onClick={() => focusAt(form, pointer)}
              >
                {say(words)}
              </Anchor>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}

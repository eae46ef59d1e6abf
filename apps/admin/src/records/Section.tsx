import { Card, Stack, Title } from "@mantine/core"
import { type ReactNode, useId } from "react"
import { useSay, type Words } from "../words/Language.tsx"

interface SectionProps {
  readonly title: Words
  readonly children: ReactNode
  /** Framed, as what comes first for the reader. */
  readonly raised?: boolean
}

export const Section = ({ children, raised = false, title }: SectionProps) => {
  const say = useSay()
  const id = useId()
  return (
    <Card withBorder component="section" aria-labelledby={id} padding="lg" data-raised={raised || undefined}>
      <Stack gap="sm">
        <Title order={2} size="h3" id={id}>
          {say(title)}
        </Title>
        {children}
      </Stack>
    </Card>
  )
}

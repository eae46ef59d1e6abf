import { Card, Stack, Title } from "@mantine/core"
import { type ReactNode, useId } from "react"
import { useSay, type Words } from "../words/Language.tsx"

interface SectionProps {
  readonly title: Words
  readonly children: ReactNode
}

export const Section = ({ children, title }: SectionProps) => {
  const say = useSay()
  const id = useId()
  return (
    <Card withBorder component="section" aria-labelledby={id} padding="md">
      <Stack gap="sm">
        <Title order={2} size="h3" id={id}>
          {say(title)}
        </Title>
        {children}
      </Stack>
    </Card>
  )
}

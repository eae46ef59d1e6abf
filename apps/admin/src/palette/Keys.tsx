import { Group, Kbd, Text } from "@mantine/core"
import { useSay } from "../words/Language.tsx"
import { paletteWords as words } from "./words.ts"

/** Keys pressed together; several such, where one may take any of them. */
export const Keys = ({ ways }: { readonly ways: ReadonlyArray<ReadonlyArray<string>> }) => {
  const say = useSay()
  return (
    <Group gap={6} wrap="nowrap">
      {ways.map((keys, index) => (
        <Group key={keys.join("+")} gap={3} wrap="nowrap">
          {index > 0 && <Text size="sm">{say(words.or)}</Text>}
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </Group>
      ))}
    </Group>
  )
}

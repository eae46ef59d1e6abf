import { Group, List, Stack, Text, Title } from "@mantine/core"
import { catalogue } from "@phakhi/domain/catalogue"
import { commandsOf } from "@phakhi/domain/engine/Catalogue"
import { type Rule, strengthNames } from "@phakhi/domain/rules/Rule"
import { allRules, partsOf } from "@phakhi/domain/rules/Rules"
import { cited } from "@phakhi/domain/rules/Sources"
import { useParams } from "@tanstack/react-router"
import { PageLink } from "../app/PageLink.tsx"
import { usePageTitle } from "../app/usePageTitle.ts"
import { Facts } from "../records/Facts.tsx"
import { Section } from "../records/Section.tsx"
import { useSay } from "../words/Language.tsx"
import { RuleLink } from "./RuleLink.tsx"
import { ruleWords as words } from "./words.ts"

/** A rule that states no duty is enforced in those parts of it that do. */
const enforcedBy = ({ strength }: Rule, parts: ReadonlyArray<Rule>) => {
  if (strength === "must" || strength === "own") return words.enforced
  const named = parts.flatMap(({ enforced, id }) => (enforced ? [id] : [])).join(", ")
  return { th: `${words.enforcedIn.th} ${named}`, en: `${words.enforcedIn.en} ${named}` }
}

const RulePage = () => {
  const say = useSay()
  const { id } = useParams({ strict: false }) as { readonly id: string }
  const found = allRules.find((rule) => rule.id === id)
  usePageTitle(id)
  if (found === undefined) {
    return (
      <Stack>
        <Title order={1}>{say(words.unknown)}</Title>
        <PageLink to="/rules">{say(words.all)}</PageLink>
      </Stack>
    )
  }
  const parts = partsOf(found.id)
  const serving = commandsOf(catalogue).filter(({ rules }) => rules.includes(found.id))
  return (
    <Stack maw={820}>
      <PageLink to="/rules" underline="always">
        {say(words.all)}
      </PageLink>
      <Title order={1} size="h2">
        {found.id}
      </Title>
      <Text size="lg">{say(found.wording)}</Text>
      <Facts
        facts={[
          {
            label: words.strength,
            value: `${say(strengthNames[found.strength])}${found.enforced ? ` – ${say(enforcedBy(found, parts))}` : ""}`
          },
          ...(found.word === undefined ? [] : [{ label: words.word, value: found.word }]),
          { label: words.source, value: say(cited(found.source)) },
          ...(found.parent === undefined ? [] : [{ label: words.parent, value: <RuleLink id={found.parent} /> }])
        ]}
      />
      {parts.length > 0 && (
        <Section title={words.parts}>
          <List listStyleType="none" spacing="xs">
            {parts.map((part) => (
              <List.Item key={part.id}>
                <RuleLink id={part.id} /> {say(part.wording)}
              </List.Item>
            ))}
          </List>
        </Section>
      )}
      {serving.length > 0 && (
        <Section title={words.operations}>
          <Group gap="md">
            {serving.map(({ name, summary }) => (
              <Text key={name} size="sm">
                {say(summary)}
              </Text>
            ))}
          </Group>
        </Section>
      )}
    </Stack>
  )
}

export default RulePage

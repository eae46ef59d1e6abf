import { Button, Group, Stack, Table, Text, TextInput, Title } from "@mantine/core"
import { strengthNames } from "@phakhi/domain/rules/Rule"
import { searchRules } from "@phakhi/domain/rules/Search"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { usePageTitle } from "../app/usePageTitle.ts"
import { Tag } from "../design/Tag.tsx"
import type { ListSearch } from "../records/ListSearch.ts"
import { listWords } from "../records/words.ts"
import { useSay } from "../words/Language.tsx"
import { RuleLink } from "./RuleLink.tsx"
import { ruleWords as words } from "./words.ts"

const RulesPage = () => {
  const say = useSay()
  const navigate = useNavigate()
  const { search = "" } = useSearch({ strict: false }) as ListSearch
  const found = searchRules(search)
  usePageTitle(say(words.title))
  const show = (next: string) =>
    void navigate({ to: "/rules", search: next === "" ? {} : { search: next }, replace: true })
  return (
    <Stack>
      <Title order={1} size="h2">
        {say(words.title)}
      </Title>
      <Text>{say(words.intro)}</Text>
      <Group align="end">
        <TextInput
          type="search"
          data-search
          label={say(words.find)}
          value={search}
          onChange={(event) => show(event.currentTarget.value)}
        />
        {search !== "" && (
          <Button variant="default" onClick={() => show("")}>
            {say(listWords.filterClear)}
          </Button>
        )}
      </Group>
      <Text size="sm" role="status">
        {found.length === 0 ? say(words.none) : `${found.length} ${say(listWords.total)}`}
      </Text>
      <Table verticalSpacing="xs" className="rows">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say({ th: "รหัส", en: "Id" })}</Table.Th>
            <Table.Th>{say(words.wording)}</Table.Th>
            <Table.Th>{say(words.strength)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {found.map(({ enforced, id, strength, wording }) => (
            <Table.Tr key={id}>
              <Table.Td data-label={say({ th: "รหัส", en: "Id" })}>
                <RuleLink id={id} />
              </Table.Td>
              <Table.Td data-label={say(words.wording)}>{say(wording)}</Table.Td>
              <Table.Td data-label={say(words.strength)}>
                <Tag kind={enforced ? "shut" : "plain"}>
                  {say(strengthNames[strength])}
                  {enforced ? " ‡" : ""}
                </Tag>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}

export default RulesPage

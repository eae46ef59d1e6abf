import { Anchor, Table, Text } from "@mantine/core"
import { RecordName } from "../records/RecordName.tsx"
import { writtenInstant } from "../records/Written.ts"
import { useLanguage, useSay } from "../words/Language.tsx"
import type { TabProps } from "./tabs.ts"
import { partnershipWords as words } from "./words.ts"

const kilobytes = (bytes: number): string =>
  `${Math.max(1, Math.round(bytes / 1024)).toLocaleString("th-TH-u-nu-latn")} KB`

export const EvidenceTab = ({ partnership, view }: TabProps) => {
  const say = useSay()
  const { language } = useLanguage()
  const { evidence = [] } = partnership
  if (evidence.length === 0) return <Text className="empty">{say(words.evidenceNone)}</Text>
  return (
    <Table className="rows" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          {[words.file, words.step, words.size, words.attached].map((head) => (
            <Table.Th key={head.th}>{say(head)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {evidence.map(({ at, by, digest, name, size, step }) => (
          <Table.Tr key={`${digest}${at}`}>
            <Table.Td data-label={say(words.file)}>
              <Anchor href={`/v1/partnerships/${view.id}/files/${digest}`} underline="always" download={name}>
                {name}
              </Anchor>
            </Table.Td>
            <Table.Td data-label={say(words.step)}>{step ?? "–"}</Table.Td>
            <Table.Td data-label={say(words.size)}>{kilobytes(size)}</Table.Td>
            <Table.Td data-label={say(words.attached)}>
              {writtenInstant(at, language)} – <RecordName record="account" id={by} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

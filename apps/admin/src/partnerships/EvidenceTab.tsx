import { Anchor, Table, Text } from "@mantine/core"
import type { PartnershipView } from "@phakhi/domain/partnerships/Record"
import { formattedInstant } from "../records/formatting.ts"
import { valueOf } from "../records/Labels.ts"
import { RecordName } from "../records/RecordName.tsx"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import type { TabProps } from "./tabs.ts"
import { isWhole } from "./whole.ts"
import { partnershipWords as words } from "./words.ts"

const kilobytes = (bytes: number): string =>
  `${Math.max(1, Math.round(bytes / 1024)).toLocaleString("th-TH-u-nu-latn")} KB`

type Shown = PartnershipView["evidence"] extends ReadonlyArray<infer One> | undefined ? One : never

const File = ({ file: { _tag, digest, name }, record }: { readonly file: Shown; readonly record: string }) => {
  const say = useSay()
  return digest === undefined || name === undefined ? (
    <Text size="sm" c="dimmed">
      {say(_tag === "Kept" ? words.keptFile : words.withheldFile)}
    </Text>
  ) : (
    <Anchor
      href={`/v1/partnerships/${record}/files/${digest}?name=${encodeURIComponent(name)}`}
      underline="always"
      download={name}
    >
      {name}
    </Anchor>
  )
}

/** Who may read it, and why: what was decided about a file is as public as the decision (PRT-5b). */
const Openness = ({ file }: { readonly file: Shown }) => {
  const say = useSay()
  const { language } = useLanguage()
  const said = (what: Words, { at, reason }: { readonly at: string; readonly reason: string }) => (
    <Text size="sm">
      {say(what)} {formattedInstant(at, language)}: {reason}
    </Text>
  )
  switch (file._tag) {
    case "Published":
      return said(words.published, file.published)
    case "Withdrawn":
      return said(words.withdrawn, file.withdrawn)
    case "Kept":
      return (
        <Text size="sm">
          {say(file.personal === true ? words.keptPersonal : file.consent === undefined ? words.kept : words.agreed)}
        </Text>
      )
  }
}

/** Why nothing stands here, and what can be done about it by whom the page is shown. */
const noneFor = ({ actions, partnership }: TabProps): Words => {
  if (actions.some(({ allowed, operation }) => allowed && operation === "evidence.attach")) return words.evidenceAttach
  return isWhole(partnership) ? words.evidenceNone : words.evidenceWithheld
}

export const EvidenceTab = (props: TabProps) => {
  const { partnership, view } = props
  const say = useSay()
  const { language } = useLanguage()
  const { evidence = [] } = partnership
  if (evidence.length === 0) return <Text className="empty">{say(noneFor(props))}</Text>
  return (
    <Table className="rows" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          {[words.number, words.file, words.step, words.size, words.attached, words.open].map((head) => (
            <Table.Th key={head.th}>{say(head)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {evidence.map((file) => (
          <Table.Tr key={file.no}>
            <Table.Td data-label={say(words.number)}>{file.no}</Table.Td>
            <Table.Td data-label={say(words.file)}>
              <File record={view.id} file={file} />
            </Table.Td>
            <Table.Td data-label={say(words.step)}>
              {file.step === undefined ? "–" : say(valueOf("partnership", "step", file.step))}
            </Table.Td>
            <Table.Td data-label={say(words.size)}>{file.size === undefined ? "–" : kilobytes(file.size)}</Table.Td>
            <Table.Td data-label={say(words.attached)}>
              {file.at === undefined ? "–" : formattedInstant(file.at, language)}
              {file.by !== undefined && (
                <>
                  {" – "}
                  <RecordName record="account" id={file.by} />
                </>
              )}
            </Table.Td>
            <Table.Td data-label={say(words.open)}>
              <Openness file={file} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

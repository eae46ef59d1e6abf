import { Alert, List, Stack, Text } from "@mantine/core"
import { models } from "@phakhi/domain/models/Models"
import { type AdaptedProcess, problemsOf } from "@phakhi/domain/processes/AdaptedProcess"
import { sentenceOf } from "@phakhi/domain/processes/EditWords"
import IconCheck from "@tabler/icons-react/icons/IconCheck"
import { useMemo } from "react"
import { Icon } from "../design/Icon.tsx"
import { ActionBar } from "../records/ActionBar.tsx"
import { Facts } from "../records/Facts.tsx"
import { History } from "../records/History.tsx"
import { OperationDrawer } from "../records/OperationDrawer.tsx"
import { RecordHead } from "../records/RecordHead.tsx"
import { RecordName } from "../records/RecordName.tsx"
import type { RecordPageProps } from "../records/RecordPageProps.ts"
import { Section } from "../records/Section.tsx"
import { historyTitle } from "../records/words.ts"
import { RuleLink } from "../rules/RuleLink.tsx"
import { useSay, type Words } from "../words/Language.tsx"

const words = {
  about: { th: "กระบวนการที่ปรับแล้ว", en: "Adapted process" },
  model: { th: "รูปแบบ", en: "Model" },
  owner: { th: "หน่วยงาน", en: "Agency" },
  edition: { th: "ฉบับที่", en: "Edition" },
  check: { th: "ผลการตรวจ", en: "Result of the check" },
  sound: {
    th: "ผ่านการตรวจทุกเส้นทาง: ไม่มีทางตัน และข้ามขั้นที่ระบบบังคับไม่ได้",
    en: "Every path was checked: no dead end, and no enforced step can be skipped"
  },
  edits: { th: "สิ่งที่ปรับ", en: "Edits" },
  editsNone: { th: "ไม่มีการปรับขั้นตอน", en: "No edits" },
  waivers: { th: "กฎที่ยกเว้น", en: "Rules waived" },
  waiversNone: { th: "ไม่มีการยกเว้น", en: "None" }
} as const satisfies Record<string, Words>

const ProcessPage = ({ onReload, view }: RecordPageProps) => {
  const say = useSay()
  const { edition, overlay, owner } = view.data as AdaptedProcess
  const problems = useMemo(() => problemsOf(overlay), [overlay])
  return (
    <OperationDrawer view={view} onReload={onReload}>
      <Stack gap="lg">
        <RecordHead view={view} />
        <ActionBar actions={view.actions} />
        <Section title={words.check}>
          {problems.length === 0 ? (
            <Text>
              <Icon of={IconCheck} /> {say(words.sound)}
            </Text>
          ) : (
            <Alert color="red" variant="outline">
              <List size="sm">
                {problems.map((problem) => (
                  <List.Item key={`${problem.at}${problem.code}`}>
                    {problem.at}: {say(problem)} <RuleLink id={problem.rule} />
                  </List.Item>
                ))}
              </List>
            </Alert>
          )}
        </Section>
        <Section title={words.about}>
          <Facts
            facts={[
              { label: words.model, value: say(models[overlay.model].name) },
              { label: words.owner, value: <RecordName record="organisation" id={owner} /> },
              { label: words.edition, value: String(edition) }
            ]}
          />
        </Section>
        <Section title={words.edits}>
          {overlay.edits.length === 0 ? (
            <Text>{say(words.editsNone)}</Text>
          ) : (
            <List type="ordered" spacing="xs">
              {overlay.edits.map((edit, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: edits are applied in their order
                <List.Item key={index}>{say(sentenceOf(edit, overlay))}</List.Item>
              ))}
            </List>
          )}
        </Section>
        <Section title={words.waivers}>
          {overlay.waivers.length === 0 ? (
            <Text>{say(words.waiversNone)}</Text>
          ) : (
            overlay.waivers.map(({ reason, rule }) => (
              <Text key={rule}>
                <RuleLink id={rule} /> {reason}
              </Text>
            ))
          )}
        </Section>
        <Section title={historyTitle}>
          <History record="process" id={view.id} version={view.version} />
        </Section>
      </Stack>
    </OperationDrawer>
  )
}

export default ProcessPage

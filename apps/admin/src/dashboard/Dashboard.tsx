import { Alert, Group, Stack, Text, Title } from "@mantine/core"
import { catalogue } from "@phakhi/domain/catalogue"
import { useQuery } from "@tanstack/react-query"
import { lazy, Suspense } from "react"
import { draftsQuery } from "../api/Drafts.ts"
import { meQuery } from "../api/Session.ts"
import { PageButton } from "../app/PageLink.tsx"
import { usePageTitle } from "../app/usePageTitle.ts"
import { creationsFor } from "../records/Actions.ts"
import { Section } from "../records/Section.tsx"
import { useSay, type Words } from "../words/Language.tsx"
import { Tasks } from "./Tasks.tsx"

const DraftList = lazy(() => import("./DraftList.tsx"))

const words = {
  title: { th: "ทำต่อ", en: "Continue" },
  noRoles: { th: "บัญชีของท่านยังไม่มีบทบาทที่ใช้ได้", en: "None of your roles counts now" },
  noRolesHint: {
    th: "ผู้ดูแลระบบขององค์กรเป็นผู้กำหนดบทบาทให้ หากท่านเพิ่งเข้าใช้ด้วยลิงก์ ผู้ดูแลระบบต้องยืนยันก่อนว่าท่านเป็นผู้เข้าใช้เอง หากท่านได้รับเชิญเป็นผู้ดูแลระบบคนแรกขององค์กร ให้ยื่นคำขอเป็นผู้ดูแลระบบ แล้วรอหน่วยงานที่เชิญรับรอง",
    en: "An administrator of your organisation gives you roles or, after a link, first confirms that it was you who came in. If you are invited as its first administrator, claim to administer it; the agency that invited you then verifies the claim."
  },
  quick: { th: "เริ่มใหม่", en: "Begin" },
  quickWay: { th: "ขึ้นทะเบียนหรือเริ่มรายการใหม่", en: "Register or begin something new" }
} as const satisfies Record<string, Words>

/** The first page: all that waits, and what one can begin. */
const Dashboard = () => {
  const say = useSay()
  const { data: me } = useQuery(meQuery)
  const { data: drafts = [] } = useQuery(draftsQuery)
  usePageTitle(say(words.title))
  const begin = catalogue.readers.flatMap(({ type }) =>
    creationsFor(type.name, me?.actor.roles ?? []).map((operation) => ({ operation, plural: type.plural }))
  )
  return (
    <Stack gap="lg">
      <Title order={1} size="h2">
        {say(words.title)}
      </Title>
      {me?.actor.roles.length === 0 && (
        <Alert color="yellow" variant="outline" title={say(words.noRoles)} data-no-roles>
          {say(words.noRolesHint)}
        </Alert>
      )}
      {me != null && <Tasks me={me} />}
      {me != null && drafts.length > 0 && (
        <Suspense>
          <DraftList me={me} />
        </Suspense>
      )}
      {begin.length > 0 && (
        <Section title={words.quick}>
          <Text size="sm">{say(words.quickWay)}</Text>
          <Group gap="xs">
            {begin.map(({ operation, plural }) => (
              <PageButton
                key={operation.name}
                variant="default"
                to="/$plural/new/$operation"
                params={{ plural, operation: operation.name }}
              >
                {say(operation.summary)}
              </PageButton>
            ))}
          </Group>
        </Section>
      )}
    </Stack>
  )
}

export default Dashboard

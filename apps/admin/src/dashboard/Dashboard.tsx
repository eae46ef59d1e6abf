import { Alert, Stack, Text, Title } from "@mantine/core"
import { catalogue } from "@phakhi/domain/catalogue"
import type { Language } from "@phakhi/domain/kernel/LocalizedText"
import { bangkokDay, format, fromMillis, type IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import IconPlus from "@tabler/icons-react/icons/IconPlus"
import { useQuery } from "@tanstack/react-query"
import { Option } from "effect"
import { lazy, Suspense } from "react"
import { draftsQuery } from "../api/Drafts.ts"
import { type Me, meQuery } from "../api/Session.ts"
import { PageButton } from "../app/PageLink.tsx"
import { usePageTitle } from "../app/usePageTitle.ts"
import { Icon } from "../design/Icon.tsx"
import { creationsFor } from "../records/Actions.ts"
import { Section } from "../records/Section.tsx"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"
import "./dashboard.css"
import { Tasks } from "./Tasks.tsx"

const DraftList = lazy(() => import("./DraftList.tsx"))
const News = lazy(() => import("./News.tsx"))
const Partnerships = lazy(() => import("./Partnerships.tsx"))

const words = {
  title: { th: "งานของฉัน", en: "My work" },
  noRoles: { th: "บัญชีของท่านยังไม่มีบทบาทที่ใช้ได้", en: "None of your roles counts now" },
  noRolesHint: {
    th: "ผู้ดูแลระบบขององค์กรเป็นผู้กำหนดบทบาทให้ หากท่านเพิ่งเข้าใช้ด้วยลิงก์ ผู้ดูแลระบบต้องยืนยันก่อนว่าท่านเป็นผู้เข้าใช้เอง หากท่านได้รับเชิญเป็นผู้ดูแลระบบคนแรกขององค์กร ให้ยื่นคำขอเป็นผู้ดูแลระบบ แล้วรอหน่วยงานที่เชิญรับรอง",
    en: "An administrator of your organisation gives you roles or, after a link, first confirms that it was you who came in. If you are invited as its first administrator, claim to administer it; the agency that invited you then verifies the claim."
  },
  quick: { th: "เริ่มเรื่องใหม่", en: "Begin something new" }
} as const satisfies Record<string, Words>

/** The day with its name: "วันจันทร์ที่ 30 พฤศจิกายน พ.ศ. 2569". */
const weekday = (day: IsoDate, language: Language): string => {
  const name = new Intl.DateTimeFormat(language === "th" ? "th-TH" : "en-GB", { weekday: "long", timeZone: "UTC" })
  return `${name.format(new Date(`${day}T00:00:00Z`))}${language === "th" ? "ที่" : ""} ${format(day, "long", language)}`
}

/** What one can begin by one's roles. */
const Begin = ({ me }: { readonly me: Me }) => {
  const say = useSay()
  const begin = catalogue.readers.flatMap(({ type }) =>
    creationsFor(type.name, me.actor.roles).map((operation) => ({ operation, plural: type.plural }))
  )
  return begin.length === 0 ? null : (
    <Section title={words.quick}>
      <Stack gap={6}>
        {begin.map(({ operation, plural }) => (
          <PageButton
            key={operation.name}
            variant="default"
            justify="start"
            leftSection={<Icon of={IconPlus} />}
            to="/$plural/new/$operation"
            params={{ plural, operation: operation.name }}
          >
            {say(operation.summary)}
          </PageButton>
        ))}
      </Stack>
    </Section>
  )
}

/** The first page: all that waits, how the own partnerships stand, what is new, and what one can begin. */
const Dashboard = () => {
  const say = useSay()
  const { language } = useLanguage()
  const { data: me } = useQuery(meQuery)
  const { data: drafts = [] } = useQuery(draftsQuery)
  const day = bangkokDay(Option.getOrThrow(fromMillis(Date.now())))
  usePageTitle(say(words.title))
  return (
    <Stack gap="md">
      <div>
        <Title order={1}>{say(words.title)}</Title>
        <Text c="dimmed">{weekday(day, language)}</Text>
      </div>
      {me?.actor.roles.length === 0 && (
        <Alert color="yellow" variant="outline" title={say(words.noRoles)} data-no-roles>
          {say(words.noRolesHint)}
        </Alert>
      )}
      {me != null && (
        <div className="work">
          <Stack gap="md">
            <Tasks me={me} day={day} />
            <Suspense>
              <Partnerships />
              {drafts.length > 0 && <DraftList me={me} />}
            </Suspense>
          </Stack>
          <Stack gap="md">
            <Suspense>
              <News />
            </Suspense>
            <Begin me={me} />
          </Stack>
        </div>
      )}
    </Stack>
  )
}

export default Dashboard

import { useInfiniteQuery } from "@tanstack/react-query"
import { notificationsQuery } from "../api/Notifications.ts"
import { PageLink } from "../app/PageLink.tsx"
import { formattedInstant } from "../records/formatting.ts"
import { Section } from "../records/Section.tsx"
import { useLanguage, useSay, type Words } from "../words/Language.tsx"

const words = {
  title: { th: "ใหม่สำหรับท่าน", en: "New for you" },
  none: { th: "ไม่มีเรื่องใหม่", en: "Nothing new" },
  all: { th: "ดูทั้งหมด", en: "See all" }
} as const satisfies Record<string, Words>

const shown = 4

/** The latest that one was told and has not read. */
const News = () => {
  const say = useSay()
  const { language } = useLanguage()
  const { data } = useInfiniteQuery(notificationsQuery(true))
  const told = data?.pages[0]?.data.slice(0, shown) ?? []
  return (
    <Section title={words.title}>
      {told.length === 0 && <p className="dimmed">{say(words.none)}</p>}
      <ul className="plain-list news">
        {told.map(({ about, at, id, words: what }) => (
          <li key={id}>
            <div>{say(what)}</div>
            <div className="dimmed">
              {about === null ? "" : `${say(about)} · `}
              {formattedInstant(at, language)}
            </div>
          </li>
        ))}
      </ul>
      <PageLink to="/notifications" underline="always">
        {say(words.all)}
      </PageLink>
    </Section>
  )
}

export default News

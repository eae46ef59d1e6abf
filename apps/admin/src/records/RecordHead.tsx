import { Group, Stack, Text, Title } from "@mantine/core"
import { catalogue } from "@phakhi/domain/catalogue"
import { readerOf } from "@phakhi/domain/engine/Catalogue"
import { fromMillis } from "@phakhi/domain/kernel/ThaiDate"
import { Option } from "effect"
import { useMemo } from "react"
import type { View } from "../api/Api.ts"
import { PageLink } from "../app/PageLink.tsx"
import { usePageTitle } from "../app/usePageTitle.ts"
import { Invented } from "../design/Tag.tsx"
import { common } from "../words/common.ts"
import { useSay, type Words } from "../words/Language.tsx"
import { DueDay } from "./DueDay.tsx"
import { dueOf } from "./dueOf.ts"
import { manyOf } from "./Labels.ts"
import { StatusTag } from "./StatusTag.tsx"
import { titleIn } from "./Title.ts"

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null

const statusIn = (data: unknown): string | undefined => {
  if (!isObject(data)) return undefined
  const standing = data["standing"]
  if (isObject(standing) && typeof standing["_tag"] === "string") return standing["_tag"]
  if (typeof data["_tag"] === "string") return data["_tag"]
  if (typeof data["status"] === "string") return data["status"]
  return typeof data["active"] === "boolean" ? (data["active"] ? "active" : "inactive") : undefined
}

const isInvented = (data: unknown): boolean =>
  isObject(data) &&
  (data["invented"] === true || Object.values(data).some((part) => isObject(part) && part["invented"] === true))

interface RecordHeadProps {
  readonly view: View
  readonly subtitle?: Words
}

export const RecordHead = ({ subtitle, view }: RecordHeadProps) => {
  const say = useSay()
  const reader = readerOf(catalogue, view.record)
  const title = say(titleIn(view.data) ?? { th: view.id })
  const status = statusIn(view.data)
  const due = useMemo(() => dueOf(view, Option.getOrThrow(fromMillis(Date.now()))), [view])
  usePageTitle(title)
  return (
    <Stack gap={4}>
      {reader !== undefined && (
        <Text size="sm">
          <PageLink to="/$plural" params={{ plural: reader.type.plural }} underline="always">
            {say(manyOf(reader.type))}
          </PageLink>
        </Text>
      )}
      <Group gap="sm" align="center">
        <Title order={1} size="h2">
          {title}
        </Title>
        {status !== undefined && <StatusTag record={view.record} status={status} />}
        {isInvented(view.data) && <Invented>{say(common.invented)}</Invented>}
      </Group>
      {due !== undefined && <DueDay {...due} />}
      {subtitle !== undefined && <Text c="dimmed">{say(subtitle)}</Text>}
    </Stack>
  )
}

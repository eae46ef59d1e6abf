import { Stack, Title } from "@mantine/core"
import { fieldsOf } from "@phakhi/domain/kernel/Field"
import { useNavigate, useParams, useSearch } from "@tanstack/react-router"
import { PageLink } from "../app/PageLink.tsx"
import { usePageTitle } from "../app/usePageTitle.ts"
import { OperationForm } from "../forms/OperationForm.tsx"
import { common } from "../words/common.ts"
import { useSay } from "../words/Language.tsx"
import { commandNamed } from "./Actions.ts"
import type { ListSearch } from "./ListSearch.ts"
import { useTold } from "./useTold.ts"

/** The form of an operation that makes a record. What the address names is settled already. */
const NewPage = () => {
  const say = useSay()
  const told = useTold()
  const navigate = useNavigate()
  const { operation: name, plural } = useParams({ strict: false }) as {
    readonly plural: string
    readonly operation: string
  }
  const search = useSearch({ strict: false }) as ListSearch
  const operation = commandNamed(name)
  usePageTitle(say(operation?.summary ?? common.notFound))
  if (operation === undefined || operation.target !== "new") {
    return <PageLink to="/">{say(common.notFoundWay)}</PageLink>
  }
  const settled = fieldsOf(operation.input).filter((field) => search[field.name] !== undefined)
  const fixed = Object.fromEntries(settled.map((field) => [field.name, search[field.name]]))
  return (
    <Stack gap="md" maw={720}>
      <Title order={1} size="h2">
        {say(operation.summary)}
      </Title>
      <OperationForm
        operation={operation}
        fixed={fixed}
        onCancel={() => void navigate({ to: "/$plural", params: { plural } })}
        onDone={(view) => {
          void told(operation, view)
          void navigate({ to: "/$plural/$id", params: { plural, id: view.id } })
        }}
      />
    </Stack>
  )
}

export default NewPage

import { PageLink } from "../app/PageLink.tsx"
import { common } from "../words/common.ts"
import { useSay } from "../words/Language.tsx"

/** Every refusal leads to the rule that it cites. */
export const RuleLink = ({ id }: { readonly id: string }) => {
  const say = useSay()
  return id === "" ? null : (
    <PageLink to="/rules/$id" params={{ id }} underline="always" style={{ whiteSpace: "nowrap" }}>
      {say(common.rule)} {id}
    </PageLink>
  )
}

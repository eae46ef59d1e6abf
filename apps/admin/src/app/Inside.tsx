import { useQuery } from "@tanstack/react-query"
import { Navigate } from "@tanstack/react-router"
import { meQuery } from "../api/Session.ts"
import { Shell } from "./Shell.tsx"

/** The frame of every page behind the sign-in; a session that has ended leads back to the sign-in. */
const Inside = () => {
  const { data: me } = useQuery(meQuery)
  if (me === null) return <Navigate to="/sign-in" search={{ next: location.pathname + location.search }} />
  return me === undefined ? null : <Shell me={me} />
}

export default Inside

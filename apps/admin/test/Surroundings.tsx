import { MantineProvider } from "@mantine/core"
import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { RouterContextProvider } from "@tanstack/react-router"
import { type ReactNode, useState } from "react"
import { makeRouter } from "../src/app/Router.tsx"

/** A client that asks nobody: what a component needs is put there beforehand. */
export const silentClient = (): QueryClient => new QueryClient({ defaultOptions: { queries: { enabled: false } } })

interface SurroundingsProps {
  readonly client?: QueryClient
  readonly children: ReactNode
}

/** What every component of the screens finds around it. */
export const Surroundings = ({ children, client: given }: SurroundingsProps) => {
  const [client] = useState(() => given ?? silentClient())
  const [router] = useState(() => makeRouter(client))
  return (
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <RouterContextProvider router={router}>{children}</RouterContextProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}

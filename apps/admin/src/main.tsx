import "@fontsource/sarabun/latin-400.css"
import "@fontsource/sarabun/latin-700.css"
import "@fontsource/sarabun/thai-400.css"
import "@fontsource/sarabun/thai-700.css"
import "@mantine/core/styles.css"
import "./design/tokens.css"
import "./app/styles.css"
import { MantineProvider } from "@mantine/core"
import { QueryClientProvider } from "@tanstack/react-query"
import { RouterProvider } from "@tanstack/react-router"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { NoticePlace } from "./app/NoticePlace.tsx"
import { makeQueryClient } from "./app/QueryClient.ts"
import { makeRouter } from "./app/Router.tsx"
import { theme } from "./design/theme.ts"
import { LanguageProvider } from "./words/Language.tsx"

const client = makeQueryClient()
const router = makeRouter(client)
const place = document.getElementById("root")
if (place === null) throw new Error("index.html has no place for the screens")

createRoot(place).render(
  <StrictMode>
    <LanguageProvider>
      <MantineProvider theme={theme}>
        <NoticePlace />
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </LanguageProvider>
  </StrictMode>
)

import { writeFileSync } from "node:fs"
import { files } from "./stories/Files.ts"

// node demo/make.ts writes the demonstration's files anew from their stories.
for (const [name, text] of Object.entries(files())) writeFileSync(new URL(name, import.meta.url), text)

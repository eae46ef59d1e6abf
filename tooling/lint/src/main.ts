import { fileURLToPath } from "node:url"
import { allowances } from "./Allowances.ts"
import { render } from "./Finding.ts"
import { inspect } from "./Workspace.ts"

const { files, findings } = inspect(fileURLToPath(new URL("../../..", import.meta.url)), allowances)
for (const finding of findings) console.error(render(finding))
console.log(`${files} files inspected, ${findings.length} findings`)
process.exitCode = files > 0 && findings.length === 0 ? 0 : 1

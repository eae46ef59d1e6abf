import { execFileSync } from "node:child_process"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const admin = fileURLToPath(new URL("../..", import.meta.url))

/**
 * The screens as they are shipped, built once before all browser tests, for each of them shows the same files. Not in
 * the environment of the tests, which would bring the development build of React.
 */
export default (): void => {
  const { NODE_ENV: _, VITEST: __, ...env } = process.env
  const vite = join(admin, "node_modules/vite/bin/vite.js")
  execFileSync(process.execPath, [vite, "build", "--logLevel", "error"], { cwd: admin, env, stdio: "pipe" })
}

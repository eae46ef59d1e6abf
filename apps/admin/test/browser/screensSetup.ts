import { execFileSync } from "node:child_process"
import { fileURLToPath } from "node:url"

const workspace = fileURLToPath(new URL("../../../..", import.meta.url))

/**
 * The screens as they are shipped. Where they have been built from the same files already, by `test` for example, they
 * are not built again. Not in the environment of the tests, which would bring the development build of React.
 */
export default (): void => {
  const { NODE_ENV: _, TURBO_FORCE: __, VITEST: ___, ...env } = process.env
  execFileSync("turbo", ["run", "build", "--filter=@phakhi/admin", "--output-logs=errors-only"], {
    cwd: workspace,
    env,
    stdio: "pipe",
    shell: process.platform === "win32"
  })
}

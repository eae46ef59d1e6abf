export const required = 24

/** The message for a Node that cannot run this workspace, or undefined for one that can. */
export const refusal = (/** @type {string} */ version) =>
  Number(version.split(".")[0]) === required
    ? undefined
    : [
        "",
        `Phakhi runs on Node ${required}; this is Node ${version}.`,
        `The workspace brings its own Node ${required} from npm. From the root of the clone, run`,
        "",
        "    npx -y pnpm@12 <script>        for example: npx -y pnpm@12 demo",
        "",
        "which installs it on first use and starts the script under it.",
        "",
        ""
      ].join("\n")

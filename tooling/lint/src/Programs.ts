/**
 * What is checked together, as one program each: packages that share their libraries, so that a module that many of them
 * import is read once. The pages run in a browser, and the scripts that check Node run before anything is installed.
 */
export const programs = [
  "tsconfig.node.json",
  "tsconfig.web.json",
  "apps/admin/tsconfig.json",
  "tooling/node-check/tsconfig.json"
]

export { default } from "./tooling/testing/src/projects.ts"

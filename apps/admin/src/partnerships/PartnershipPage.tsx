export { PlainPage as default } from "../records/PlainPage.tsx"

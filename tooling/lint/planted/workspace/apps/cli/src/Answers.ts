import type { Sent } from "./Sends.ts"

export const answer = ({ text }: Sent) => text

import { answer } from "./Answers.ts"

export interface Sent {
  readonly text: string
}

export const send = (sent: Sent) => answer(sent)

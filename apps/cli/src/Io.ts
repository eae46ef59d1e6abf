import type { Language } from "@phakhi/domain/kernel/LocalizedText"

/** What the outside offers a command: streams, the environment, and whether a person is watching. */
export interface Io {
  /** Results only. */
  readonly out: (text: string) => void
  /** Everything said beside the result. */
  readonly err: (text: string) => void
  readonly env: { readonly [name: string]: string | undefined }
  /** The cells of the terminal that results go to; undefined where they go to a file or another program. */
  readonly columns: number | undefined
  /** Whether messages go to a terminal, so that progress may rewrite its line. */
  readonly watched: boolean
  readonly readStdin: () => Promise<string>
  readonly readFile: (path: string) => Promise<Uint8Array>
  /** The text of a file, or of the standard input where the path is `-`, in pieces and as often as it is asked for. */
  readonly openText: (path: string) => Promise<AsyncIterable<string>>
  /** Asks the person at the terminal; absent where nobody can be asked. */
  readonly ask?: (prompt: string) => Promise<string | null>
  /** Asks without showing what is typed; null where nobody can be asked. */
  readonly askSecret: (prompt: string) => Promise<string | null>
}

/** What every command is told beside its own flags. */
export interface Settings {
  readonly json: boolean
  /** The code of the second factor of whoever signs in. */
  readonly code: string | undefined
  /** Not to ask first at the terminal. */
  readonly yes: boolean
  readonly language: Language
  readonly url: string | undefined
  readonly folder: string
  readonly databaseUrl: string | undefined
  readonly key: string | undefined
  /** The command as it was typed, without the flags that say where. */
  readonly line: string
  /** The same as it was typed, with them. */
  readonly typed: string
}

export const say = (language: Language, th: string, en: string): string => (language === "th" ? th : en)

import { Context } from "effect"

/** What the domain asks of the platform it runs on: fresh ids and a digest. Time comes from Effect's Clock. */
export class Platform extends Context.Service<
  Platform,
  {
    /** A UUID, version 4 or 7. */
    readonly newId: () => string
    /** SHA-256 of the text, in hexadecimal. */
    readonly digest: (text: string) => string
  }
>()("@phakhi/domain/Platform") {}

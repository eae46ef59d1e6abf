/** What is used here of autocannon, which brings no types. */
declare module "autocannon" {
  interface Options {
    readonly url: string
    readonly connections: number
    readonly duration?: number
    readonly amount?: number
    readonly setupClient: (client: { readonly on: (event: "response", listener: () => unknown) => unknown }) => unknown
    readonly requests: ReadonlyArray<{ readonly setupRequest: (request: object) => object }>
  }
  interface Result {
    readonly errors: number
    readonly timeouts: number
    readonly duration: number
    readonly latency: { readonly p50: number; readonly p99: number }
    readonly statusCodeStats?: { readonly [status: string]: { readonly count?: number } }
  }
  export default function autocannon(options: Options): Promise<Result>
}

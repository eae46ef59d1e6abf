import { Cause, Context, Effect, Exit, Layer, Option, Tracer } from "effect"
import { FetchHttpClient } from "effect/http"
import { OtlpSerialization, OtlpTracer } from "effect/observability"

/** What a span may say beside its name: nothing of a person, and neither the text of a statement nor its parameters. */
const told: ReadonlyArray<string> = [
  "db.system.name",
  "http.request.method",
  "http.response.status_code",
  "phakhi.operation"
]

const tagOf = (cause: Cause.Cause<unknown>): string =>
  Option.match(Cause.findErrorOption(cause), {
    onNone: () => "defect",
    onSome: (error) => (typeof error === "object" && error !== null && "_tag" in error ? String(error._tag) : "failure")
  })

/** Spans that leave the house without personal data: a refusal by its tag alone, as its facts name people. */
export const discreet = (tracer: Tracer.Tracer): Tracer.Tracer =>
  Tracer.make({
    span: (options) => {
      const span = tracer.span(options)
      const attribute = span.attribute.bind(span)
      const end = span.end.bind(span)
      return Object.assign(span, {
        attribute: (key: string, value: unknown) => {
          if (told.includes(key)) attribute(key, value)
        },
        event: () => undefined,
        end: (endTime: bigint, exit: Exit.Exit<unknown, unknown>) =>
          end(endTime, Exit.isFailure(exit) ? Exit.fail(tagOf(exit.cause)) : exit)
      })
    }
  })

/** Sends spans to a collector by OTLP over HTTP, until the scope closes. */
export const tracerTo = (url: string) => {
  const exporter = OtlpTracer.layer({
    url: new URL("v1/traces", url).href,
    resource: { serviceName: "phakhi" },
    exportInterval: "1 second"
  })
  return Layer.build(
    exporter.pipe(Layer.provide(OtlpSerialization.layerJson), Layer.provide(FetchHttpClient.layer))
  ).pipe(Effect.map((context) => discreet(Context.get(context, Tracer.Tracer))))
}

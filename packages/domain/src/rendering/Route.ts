import { recordTypes } from "../catalogue.ts"
import { nounOf, type Operation, verbOf } from "../engine/Operation.ts"

/** Where an operation is found over HTTP; `{id}` stands for the record, or for the key of a pure question. */
export interface Route {
  readonly method: "GET" | "POST"
  readonly path: string
}

const pluralOf = (record: string): string => recordTypes.find(({ name }) => name === record)?.plural ?? record

/** The one mapping from operations to paths, shared by the API, its description and the client. */
export const routeOf = (operation: Operation): Route => {
  const noun = nounOf(operation)
  const verb = verbOf(operation)
  if (operation.type === "command") {
    const plural = pluralOf(operation.record)
    if (operation.target === "new") return { method: "POST", path: `/v1/${plural}` }
    const act = noun === plural ? verb : `${noun}/${verb}`
    return { method: "POST", path: `/v1/${plural}/{id}/${act}` }
  }
  switch (operation.reads) {
    case "list":
    case "tasks":
      return { method: "GET", path: `/v1/${noun}` }
    case "get":
      return { method: "GET", path: `/v1/${noun}/{id}` }
    case "history":
      return { method: "GET", path: `/v1/${noun}/{id}/history` }
    case "people":
      return { method: "GET", path: `/v1/${noun}/{id}/people` }
    case "pure":
      if (verb === "list") return { method: "GET", path: `/v1/${noun}` }
      if (verb === "show") return { method: "GET", path: `/v1/${noun}/{id}` }
      return { method: "POST", path: `/v1/${noun}/${verb}` }
  }
}

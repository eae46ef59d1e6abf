/**
 * The front door: what Phakhi can do, and the one way to do it and to ask. Everything else is found by its path,
 * for example `@phakhi/domain/kernel/Money` or `@phakhi/domain/evaluation/Scoring`.
 */
export type { Actor, Role } from "./kernel/Actor.ts"
export { EventStore } from "./kernel/EventStore.ts"
export { Platform } from "./kernel/Platform.ts"
export { type Catalogue, catalogue, operationsOf } from "./operations/Catalogue.ts"
export { layerMemory } from "./operations/MemoryStore.ts"
export { perform, type Request } from "./operations/Perform.ts"
export { type Asked, ask } from "./operations/Read.ts"
export { type Problem, problemOf, type View } from "./operations/View.ts"
export { type Refusal, type RefusalTag, wordingOf } from "./rules/Refusals.ts"

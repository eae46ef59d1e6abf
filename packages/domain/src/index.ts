/**
 * The front door: what Phakhi can do, and the one way to do it and to ask. Everything else is found by its path,
 * for example `@phakhi/domain/kernel/Money` or `@phakhi/domain/evaluation/Scoring`.
 */

export { catalogue, problemOf, type RefusalTag, wordingOf } from "./catalogue.ts"
export { type Asked, ask } from "./engine/Ask.ts"
export { type Catalogue, operationsOf } from "./engine/Catalogue.ts"
export { EventStore } from "./engine/EventStore.ts"
export { layerMemory } from "./engine/MemoryStore.ts"
export { perform, type Request } from "./engine/Perform.ts"
export { Platform } from "./engine/Platform.ts"
export type { Problem, View } from "./engine/View.ts"
export type { Actor, Role } from "./kernel/Actor.ts"
export type { Refusal } from "./kernel/Refusal.ts"

export { layerMemory } from "../testing/MemoryStore.ts"

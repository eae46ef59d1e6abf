/** Where tests look for a store. The program itself uses it for what is only tried. */
export { layerMemory } from "../engine/MemoryStore.ts"

import { catalogue } from "@phakhi/domain/catalogue"
import { layerDryRun } from "@phakhi/domain/replay/DryRun"
import { layerMemory } from "@phakhi/domain/testing/MemoryStore"
import { Layer } from "effect"
import { guards } from "./guards.ts"
import { embedded } from "./Stores.ts"

guards("PGlite", embedded)
guards("memory", layerMemory)
guards("a dry run", Layer.provide(layerDryRun(catalogue), layerMemory))

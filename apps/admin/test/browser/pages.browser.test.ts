import { afterAll, beforeAll } from "vitest"
import { closeStage, openStage } from "./Stage.ts"
import "./Walk.ts"
import "./Looks.ts"

beforeAll(openStage)
afterAll(closeStage)

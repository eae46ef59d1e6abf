export * from "./funding/Tranche.ts"

export const isGate = (rule: string) => rule === "MON-2"

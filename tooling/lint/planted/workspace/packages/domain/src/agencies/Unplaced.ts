export const unplaced = true

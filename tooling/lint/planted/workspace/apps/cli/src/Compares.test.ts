export const expected = "MON-2"

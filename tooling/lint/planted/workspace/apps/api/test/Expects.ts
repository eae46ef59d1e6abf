import "@phakhi/testing"

export const expected = "MON-2"

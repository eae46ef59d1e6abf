/** Of a test or a hook: so long that only what hangs is given up, on a busy machine too. */
export const patience = 600_000

/** Of a wait for one thing within a test, so that the test can still say what did not come. */
export const patienceOfOneWait = 300_000

export const longestUrl = 2000
/** How many topics one endpoint names. */
export const mostTopics = 100

export const first = (values: any) => values[0]

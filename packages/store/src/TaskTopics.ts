/** The topics of what is told about tasks: a new one, and one of which somebody is reminded. */
export const taskOpened = "task.opened"
export const taskDue = "task.due"

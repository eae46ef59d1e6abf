/** The topics of what people are told: a new task, one of which they are reminded, and the mail that says so. */
export const taskOpened = "task.opened"
export const taskDue = "task.due"
export const notificationMail = "notification.mail"

import { Notifications } from "@mantine/notifications"
import "@mantine/notifications/styles.css"

/** The place where notices are shown; it comes with the first of them. */
export const Notices = () => <Notifications position="bottom-right" />

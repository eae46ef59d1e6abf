/** A message of this topic is handed to every endpoint of its owner that wants to know. */
export const publishTopic = "webhook"
/** One delivery to one endpoint. */
export const deliveryTopic = "webhook.delivery"
/** A link that lets a person in, by mail. What it carries is sealed. */
export const invitationTopic = "invitation.mail"

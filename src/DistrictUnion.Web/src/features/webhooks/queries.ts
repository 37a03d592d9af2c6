/** Subscriptions of other systems. */
export const webhooksKey = ['webhooks'] as const;

/** What the bell shows. */
export const summaryKey = ['inbox', 'summary'] as const;

/** Everything of the own inbox. */
export const inboxKey = ['inbox'] as const;

/** How one wants to be told. */
export const preferenceKey = ['message-preferences'] as const;

/** What became of messages. */
export const deliveriesKey = ['deliveries'] as const;

/** Robots of groups. */
export const robotsKey = ['robots'] as const;

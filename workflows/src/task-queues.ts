/** Large checkpoints have workers of their own, so that hashing never keeps an alarm waiting. */
export const documentsQueue = (workflows: string): string => `${workflows}-documents`;

/** Activities that fan out over many cases have slots of their own, else they could wait for each other for ever. */
export const gatesQueue = (workflows: string): string => `${workflows}-gates`;

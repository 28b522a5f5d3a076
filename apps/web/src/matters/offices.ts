import type { Matter } from './matters-page';

/** Whether the reader acts in one of these offices for the case. Only what to offer: whoever asks is judged by the API. */
export const isOneOf = ({ self, view }: Matter, roles: readonly string[]): boolean => self.offices.some(({ role, scope }) => roles.includes(role) && view.region.code.startsWith(scope));

export const isOwner = (matter: Matter): boolean => isOneOf(matter, matter.definition.stages[matter.view.stage.id]?.owner ?? []);

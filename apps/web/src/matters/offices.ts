import { holds } from '../gate/pieces/offices';
import type { Matter } from './matters-page';

/** Whether the reader acts in one of these offices for the case. */
export const isOneOf = ({ self, view }: Matter, roles: readonly string[]): boolean => holds(self, roles, view.region.code);

export const isOwner = (matter: Matter): boolean => isOneOf(matter, matter.definition.stages[matter.view.stage.id]?.owner ?? []);

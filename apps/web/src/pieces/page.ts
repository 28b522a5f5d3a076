import { type ComponentType, lazy } from 'react';
import type { Area } from '../words/id';
import { learn } from '../words/words';

/** A part of the screens that is loaded when it is first opened, together with the words of the areas it speaks with. */
// React says the same of what it loads lazily: whatever its parts are, they are checked where they are given.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const page = <T extends ComponentType<any>>(load: () => Promise<{ default: T }>, ...areas: Area[]) => lazy(async () => (await Promise.all([load(), learn(areas)]))[0]);

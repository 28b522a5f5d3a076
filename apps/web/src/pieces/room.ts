import type { ComponentType } from 'react';

/** A page of one part of the screens: loaded when it is first opened. */
export interface Room {
  path: string;
  Page: ComponentType;
}

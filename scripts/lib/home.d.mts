/** The checkout. */
export const root: string;
export function openHome(folder?: string): string;
export function writeWhole(file: string, text: string, mode?: number): void;
export function readJson(file: string): unknown;

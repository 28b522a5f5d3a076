export * from './both-languages';
export * from './calendar';
export * from './calendar-csv';
export * from './civil-day';
export * from './deadline';
export type { DeadlineRefusalCode } from './deadline-request';
export * from './envelope';
export * from './format';
export * from './zones';

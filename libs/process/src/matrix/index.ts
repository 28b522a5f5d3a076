export * from './commodity';
export * from './kbli-sample';
export * from './kbli-search';
export * from './matrix-csv';
export * from './matrix-problems';
export * from './plan-matrix';
export { areaHaOf, type Box, boxOf } from './polygon';
export * from './table-changes';
export * from './validate-matrix';

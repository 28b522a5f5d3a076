export * from './minutes-source';
export * from './paper';
export * from './synchronization-minutes';

export * from './random-acts';
export * from './a-case';
export * from './an-actor';
export * from './given';
export * from './life';
export * from './rules-for';
export * from './zone-story';

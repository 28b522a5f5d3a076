import { rpikV1, type Text } from '#process';

const { stages, outcomes, roles, documents, facts, clocks } = rpikV1;
const words: Record<string, { label: Text }> = { ...clocks, ...facts, ...outcomes, ...documents, ...roles, ...stages };

/** What the process calls its stages, offices, papers and terms, instead of their keys; everything else stays as it is. */
export const inProcessWords = (details: readonly string[], language: keyof Text): string[] => details.map((detail) => (Object.hasOwn(words, detail) ? words[detail]!.label[language] : detail));

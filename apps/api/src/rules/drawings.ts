import { type Definition, drawMermaid, drawSvg } from '#process';
import type { Language } from '../problems/language';

/** Ways to draw a definition, by media type. */
export const drawings: Readonly<Record<string, (definition: Definition, language: Language) => string>> = {
  'image/svg+xml': (definition, language) => drawSvg(definition, { language }),
  'text/x-mermaid': (definition) => drawMermaid(definition),
};

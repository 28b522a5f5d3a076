import * as process from '#process';
import type { Definition } from '#process';

type Draw = (definition: Definition) => string;

/** Ways to draw a definition, by media type. */
export const drawings: Readonly<Record<string, Draw>> = { ...('drawSvg' in process && { 'image/svg+xml': process.drawSvg as Draw }), ...('drawMermaid' in process && { 'text/x-mermaid': process.drawMermaid as Draw }) };

// Writes docs/process from the definition: `node scripts/draw-process.mjs` after `npm run build`.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../dist/libs/process/src/index.js', import.meta.url));
const pages = new URL('../docs/process/', import.meta.url);

if (existsSync(built)) {
  const { drawMermaid, drawSvg, permissionTable, rpikV1 } = createRequire(import.meta.url)(built);
  mkdirSync(pages, { recursive: true });
  const name = `${rpikV1.id}.v${rpikV1.version}`;
  const written = { [`${name}.mmd`]: drawMermaid(rpikV1), [`${name}.svg`]: drawSvg(rpikV1, { language: 'id' }), 'permissions.md': permissionTable(rpikV1) };
  for (const [file, text] of Object.entries(written)) writeFileSync(new URL(file, pages), text);
  console.log(`Drawn: ${Object.keys(written).map((file) => `docs/process/${file}`).join(', ')}`);
} else {
  console.error('There is no build to draw from. Run `npm run build` first.');
  process.exitCode = 1;
}

import react from '@vitejs/plugin-react';
import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const outDir = path.join(import.meta.dirname, '..', '..', 'dist', 'web');
/** What the first page may weigh on the line, gzipped (ux-checks H4): whoever opens it on a village's connection pays for it. */
const mostBytes = 230_000;

const wordsOfACase = ['acts', 'case', 'compare', 'decide', 'matters', 'open', 'plan', 'sign'];

/** Compresses once at build instead of at every request, and refuses a first load that has grown too heavy. */
function compressed(): Plugin {
  let entry: string[] = [];
  return {
    name: 'compressed',
    generateBundle(_options, bundle) {
      const first = Object.values(bundle).find((part) => part.type === 'chunk' && part.isEntry);
      if (first?.type !== 'chunk') return;
      const seen = new Set<string>();
      const visit = (name: string): void => {
        const part = bundle[name];
        if (!part || seen.has(name)) return;
        seen.add(name);
        if (part.type !== 'chunk') return;
        part.imports.forEach(visit);
        for (const css of part.viteMetadata?.importedCss ?? []) seen.add(css);
      };
      visit(first.fileName);
      entry = [...seen];
    },
    closeBundle() {
      let weight = 0;
      for (const file of fs.readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
        const at = path.join(outDir, file);
        if (!/\.(js|css|html|svg)$/.test(file)) continue;
        const bytes = fs.readFileSync(at);
        const zipped = gzipSync(bytes, { level: 9 });
        fs.writeFileSync(`${at}.gz`, zipped);
        fs.writeFileSync(`${at}.br`, brotliCompressSync(bytes));
        if (entry.includes(file) || file === 'index.html') weight += zipped.length;
      }
      if (weight > mostBytes) throw new Error(`The first load weighs ${weight} bytes compressed, and may weigh ${mostBytes}. Load what not everybody needs with import().`);
      console.log(`first load: ${(weight / 1000).toFixed(0)} kB compressed (of ${mostBytes / 1000})`);
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressed()],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    // What a case says comes as one file, not as eight: on a slow line every question costs more than its bytes.
    rolldownOptions: { output: { advancedChunks: { groups: ['id', 'en'].map((language) => ({ name: `words-of-a-case-${language}`, test: new RegExp(`/words/areas/(${wordsOfACase.join('|')})\\.ts\\?${language}$`) })) } } },
  },
  server: { proxy: { '^/(v1|auth|health|docs|openapi.json)': 'http://127.0.0.1:3000' } },
});

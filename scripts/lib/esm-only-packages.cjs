const fs = require('node:fs');
const path = require('node:path');

const isConditions = (entry) => entry !== null && typeof entry === 'object' && !Array.isArray(entry);

/** Whether an `exports` entry of a package.json offers something that `require` can load. */
function canBeRequired(entry) {
  if (typeof entry === 'string') return entry.endsWith('.cjs');
  if (Array.isArray(entry)) return entry.some(canBeRequired);
  if (!isConditions(entry)) return false;
  if ('require' in entry) return true;
  return Object.entries(entry).some(([condition, target]) => condition !== 'import' && condition !== 'types' && canBeRequired(target));
}

function manifestAt(folder) {
  try {
    return JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Names of the installed packages that can only be imported, nested ones included. */
function esmOnlyPackages(nodeModules) {
  const found = new Set();
  const visit = (folder) => {
    if (!fs.existsSync(folder)) return;
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
      const at = path.join(folder, entry.name);
      if (entry.name.startsWith('@')) {
        visit(at);
        continue;
      }
      const manifest = manifestAt(at);
      const isEsm = manifest?.type === 'module' && !canBeRequired(manifest.exports) && !String(manifest.main ?? '').endsWith('.cjs');
      if (isEsm) found.add(manifest.name);
      visit(path.join(at, 'node_modules'));
    }
  };
  visit(nodeModules);
  return [...found].sort();
}

module.exports = { esmOnlyPackages };

import path from 'node:path';
import { runCommand } from './lib/commands.mjs';
import { passGates } from './lib/gates.mjs';
import { openHome, root } from './lib/home.mjs';
import { logFile } from './lib/processes.mjs';
import { say } from './lib/steps.mjs';

// Before every commit: types, lint, imports and the specs that need no server.
const began = Date.now();
const gates = await passGates(logFile(openHome(), 'check'));
const jest = [path.join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--selectProjects', 'pure', '--passWithNoTests'];
const code = await runCommand(process.execPath, jest, { cwd: root, show: true });
say(`${gates.failed === 0 && code === 0 ? 'All is well' : 'Not yet'} (${((Date.now() - began) / 1000).toFixed(0)} s)`);
process.exitCode = gates.failed === 0 && code === 0 ? 0 : 1;

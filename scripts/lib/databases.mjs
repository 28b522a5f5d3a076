import fs from 'node:fs';
import path from 'node:path';
import { root } from './home.mjs';

/**
 * The statements of docker/postgres/roles.sql with psql's `:'name'` filled in: the same roles and databases as in production.
 * @param {Record<string, string>} passwords by name
 * @returns {string[]} one statement each, since `create database` stands alone
 */
export function statementsForRoles(passwords, text = fs.readFileSync(path.join(root, 'docker', 'postgres', 'roles.sql'), 'utf8')) {
  const plain = text.replaceAll(/^--.*$/gm, '');
  const filled = plain.replaceAll(/:'(\w+)'/g, (_, name) => {
    if (passwords[name] === undefined) throw new Error(`roles.sql asks for ${name}`);
    return `'${passwords[name].replaceAll("'", "''")}'`;
  });
  return filled
    .split(';')
    .map((each) => each.trim())
    .filter(Boolean);
}

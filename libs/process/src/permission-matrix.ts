import { type Definition, rolesOf, transitionsAt } from './definition';

/** Who may take what where: role → stage → transitions, exits included, in the order of the definition. */
export type PermissionMatrix = { [role: string]: { [stage: string]: string[] } };

export function permissionMatrix(definition: Definition): PermissionMatrix {
  const matrix: PermissionMatrix = {};
  for (const role of Object.keys(definition.roles)) {
    const row: PermissionMatrix[string] = {};
    for (const stage of Object.keys(definition.stages)) {
      const names = Object.entries(transitionsAt(definition, stage)).filter(([, one]) => rolesOf(one).includes(role)).map(([name]) => name);
      if (names.length > 0) row[stage] = names;
    }
    matrix[role] = row;
  }
  return matrix;
}

/** The same as a page of Markdown, desk by desk, for reviewers: a change of who may do what is a change of this page. */
export function permissionTable(definition: Definition): string {
  const matrix = permissionMatrix(definition);
  const roles = Object.keys(definition.roles);
  const both = (stage: string, name: string) => (transitionsAt(definition, stage)[name]?.both ? `${name} †` : name);
  const head = `# Who may do what: ${definition.id}.v${definition.version}\n\nGenerated from the definition; do not edit. † = two persons, one of each office. At every desk the exits are listed with the desk's own acts.\n`;
  const sections = Object.entries(definition.stages).map(([stage, { label }], index) => {
    const rows = roles.flatMap((role) => {
      const names = matrix[role]![stage];
      return names ? [`| ${definition.roles[role]!.label.en} (\`${role}\`) | ${names.map((name) => both(stage, name)).join(', ')} |`] : [];
    });
    return `\n## ${index + 1}. \`${stage}\` — ${label.en} (${label.id})\n\n| role | may take |\n|---|---|\n${rows.join('\n')}\n`;
  });
  const idle = roles.filter((role) => Object.keys(matrix[role]!).length === 0).map((role) => `\`${role}\``);
  return `${head}${sections.join('')}\nRoles that take no transition: ${idle.join(', ')}.\n`;
}

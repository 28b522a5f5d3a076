export function statementsForRoles(passwords: Readonly<Record<string, string>>, text?: string): string[];

export const CLI_CONFIG = Symbol('CliConfig');

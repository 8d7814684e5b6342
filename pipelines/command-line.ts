/** A command as a person types it in this clone. */
export const commandLine = (command: string, folder: string, options = ""): string =>
  `npm run -s quotabook -- ${command} ${quoted(folder)}${options}`;

const quoted = (folder: string) => (/\s/.test(folder) ? `"${folder}"` : folder);

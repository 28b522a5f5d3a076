/** The absolute address of a path of this installation. Throws when the path would lead anywhere else. */
export function linkTo(path: string, publicUrl: string): string {
  const home = new URL(publicUrl);
  const link = new URL(publicUrl.replace(/\/+$/, '') + path);
  if (!/^https?:$/.test(home.protocol) || link.origin !== home.origin || link.username !== '' || !path.startsWith('/')) throw new Error(`not a path of ${home.origin}: ${path}`);
  return link.href;
}

export default async function globalTeardown() {
  await globalThis.selarasTestServers?.close();
}

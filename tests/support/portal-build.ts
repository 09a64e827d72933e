import { buildPortal } from '../../tools/build-portal.ts';

/** The pages are built before a server is started that serves them. */
export default async function setup(): Promise<void> {
  await buildPortal();
}

/** What a command needs to judge messages as the server does, without the server. */
export { guideOn } from './exchange/guide.ts';
export { jurisdiction, jurisdictionIds } from './platform/jurisdiction.ts';
export { localDate } from './platform/clock.ts';

/** A Cairn of a day on which no region has moved: what it records it copies (bench:outbound). */
import { createLog, readConfig, startCairn } from '@cairn/server';

const config = readConfig(process.env, { demo: true, port: 0 });
const timeline = config.jurisdiction.timeline.map((dates) => ({ ...dates, goLive: '2999-01-01' }));
const cairn = await startCairn(
  { ...config, jurisdiction: { ...config.jurisdiction, timeline } },
  createLog(config.logLevel),
);
process.once('SIGTERM', () => void cairn.close());
console.log(JSON.stringify({ url: cairn.url }));

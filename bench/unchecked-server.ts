/** A Cairn that checks nothing of what it takes in: what bench:exchange compares the real one with. */
import { compileGuide } from '@cairn/guide';
import { createLog, readConfig, startCairn } from '@cairn/server';

const guide = { ...compileGuide(), profiles: new Map(), statements: new Map() };
const config = readConfig(process.env, { demo: true, port: 0 });
const cairn = await startCairn(config, createLog(config.logLevel), { guideOn: () => guide });
process.once('SIGTERM', () => void cairn.close());
console.log(JSON.stringify({ url: cairn.url }));

/** What a command needs before it does anything: settings, read and refused without loading the server. */
export { type Config, ConfigError, readConfig } from './platform/config.ts';
export { createLog, type Log } from './platform/log.ts';

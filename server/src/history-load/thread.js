// A thread begins with JavaScript; tsx compiles the rest as it loads, as for the command itself.
import { tsImport } from 'tsx/esm/api';

await tsImport('./thread-main.ts', import.meta.url);

#!/usr/bin/env node
// The command runs from its TypeScript sources; tsx compiles them as they load.
import { tsImport } from 'tsx/esm/api';

await tsImport('../src/main.ts', import.meta.url);

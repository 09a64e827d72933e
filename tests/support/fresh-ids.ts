/** Files of tests share a process, and each begins with a clock of its own: ids must not keep the time of the file before. */
import { restartIds } from '../../server/src/platform/ids.ts';

restartIds();

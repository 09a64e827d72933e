import type { Same } from '../same.ts';
import type en from '../en/history.ts';

const history: Same<typeof en> = {
  title: 'Cargar historial',
};

export default history;

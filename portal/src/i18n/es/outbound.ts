import type { Same } from '../same.ts';
import type en from '../en/outbound.ts';

const outbound: Same<typeof en> = {
  title: 'Otros registros',
};

export default outbound;

import type { Same } from '../same.ts';
import type en from '../en/inventory.ts';

const inventory: Same<typeof en> = {
  title: 'Inventario',
};

export default inventory;

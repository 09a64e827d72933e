import type { Same } from '../same.ts';
import type en from '../en/acknowledgements.ts';

const acknowledgements: Same<typeof en> = {
  title: 'Acuses de recibo',
};

export default acknowledgements;

import type { Same } from '../same.ts';
import type en from '../en/files.ts';

const files: Same<typeof en> = {
  title: 'Archivos planos',
};

export default files;

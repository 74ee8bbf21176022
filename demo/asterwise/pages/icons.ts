import { icons } from '../../pages/icon.ts';

export const icon = icons({
  usage: 'M4 20V10m5.3 10V4m5.4 16v-8M20 20V7',
  keys: 'M15 9.5a5 5 0 1 0-4.2 4.9L12.5 16H15v2.5h2.5V21H21v-3.2l-6.3-6.3',
  flow: 'M4 6h16v12H4zm0 .5 8 6.5 8-6.5',
});

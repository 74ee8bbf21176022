import { icons } from '../../pages/icon.ts';

export const icon = icons({
  usage: 'M4 20V10m5.300 10V4m5.400 16v-8M20 20V7',
  keys: 'M15 9.500a5 5 0 1 0-4.200 4.900L12.500 16H15v2.500h2.500V21H21v-3.200l-6.300-6.300',
  flow: 'M4 6h16v12H4zm0 .5 8 6.500 8-6.500',
});

import { icons } from '../../pages/icon.ts';

export const icon = icons({
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.3 15.3 20.5 20.5',
  leads:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-3.3 2.7-5.5 6-5.5s6 2.2 6 5.5M16.5 11.5l2 2 3.5-4',
  jobs: 'M12 21a9 9 0 1 0-9-9M12 7v5l3.5 2M3 20v-4.5h4.5',
});

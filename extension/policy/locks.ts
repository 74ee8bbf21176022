/** All that an organisation can take out of the person's hands, and what is greyed out then. */
export const locks = {
  sites:
    'Which sites are guarded, and how: guarding, adding, changing, pausing and removing a site, and importing.',
  import: 'Importing sites, and confirming what was imported.',
  watching: 'Watching a site to learn how it ends; nothing is noted of sites that are watched already.',
  theme: 'The theme.',
  language: 'The language.',
  notifications: 'Notifications.',
  newSites: 'How sites that are guarded from now on ask.',
} as const;

export type Lock = keyof typeof locks;

export const lockNames = Object.keys(locks) as Lock[];

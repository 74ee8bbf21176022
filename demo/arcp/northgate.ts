import { face } from './face.ts';

const [day, night] = face.people;

/** Which account here belongs to whom at the identity provider. */
export const accounts: Readonly<Record<string, (typeof face.people)[number]>> = {
  'ng-7c41d8': day,
  'ng-b20e65': night,
};

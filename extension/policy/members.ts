import * as v from 'valibot';
import { duration, text } from '../profile/fields.ts';

export type MemberType = 'string' | 'boolean' | 'object' | 'array';

interface Member {
  type: MemberType;
  about: string;
  /** Chromium has it as text: of lists and objects it hands on only what a schema without choices can name. */
  asText?: true;
  /** Of a value, or of each member of an object; what is not here is read by code of its own. */
  read?: v.GenericSchema | Record<string, v.GenericSchema>;
}

const languageTag = v.pipe(
  text(40),
  v.check((tag) => {
    try {
      return Intl.getCanonicalLocales(tag).length === 1;
    } catch {
      return false;
    }
  }, 'a language tag, such as de or zh-Hant'),
);

/** All that a policy holds: the one list for reading, for the schema of Chromium, and for the documents. */
export const members = {
  organisation: {
    type: 'string',
    about: 'Who decides, as people know it: it stands beside each control that is greyed out.',
    read: text(80),
  },
  contact: {
    type: 'string',
    about: 'Where people ask: an address or a number, shown as text.',
    read: text(200),
  },
  sites: {
    type: 'array',
    asText: true,
    about:
      'Site profiles, as JSON text (the file that the options export will do): guarded for everybody, and before those of the person.',
  },
  theme: {
    type: 'object',
    asText: true,
    about: 'The name of a built-in theme, or a theme file as JSON text.',
  },
  language: { type: 'string', about: 'A language tag.', read: languageTag },
  limits: {
    type: 'object',
    about:
      'longestKeepFresh: how long a session is kept fresh at most, such as 4h. keepFresh: never; active: only while ' +
      'the person uses the site; open: no limit.',
    read: { longestKeepFresh: duration, keepFresh: v.picklist(['never', 'active', 'open']) },
  },
  newSites: {
    type: 'object',
    about: 'prompt: guard or badge. How sites ask that a person guards from now on.',
    read: { prompt: v.picklist(['guard', 'badge']) },
  },
  notifications: { type: 'boolean', about: 'Whether there are any.', read: v.boolean() },
  locks: { type: 'array', about: 'What nobody but the organisation changes.' },
} as const satisfies Record<string, Member>;

export type MemberName = keyof typeof members;

export const memberNames = Object.keys(members) as MemberName[];

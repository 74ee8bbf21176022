import type { PromptModel } from '../prompt-model.ts';

/** A moment in the life of a session, as a prompt shows it. */
export interface PhasePicture {
  model: PromptModel;
  place: 'dialog' | 'banner';
  /** Ms that are left. */
  left?: number;
}

/** Of no day in particular: pictures tell no time. */
const at = 1_800_000_000_000;

const alive: PromptModel = {
  phase: 'warning',
  endsAt: at,
  canRenew: true,
  canLook: true,
  renewal: 'none',
  looking: false,
  offline: false,
  refusals: 0,
  signIn: { href: '#', target: '_blank' },
};
const over: PromptModel = { ...alive, phase: 'ended', canRenew: false };
const dialog = 'dialog';
const banner = 'banner';

const phasePictures = {
  warning: { model: alive, place: dialog, left: 95_000 },
  final: { model: { ...alive, canRenew: false, limit: 'absolute' }, place: dialog, left: 42_000 },
  renewing: { model: { ...alive, renewal: 'pending' }, place: dialog, left: 38_000 },
  failed: { model: { ...alive, renewal: 'failed', offline: true }, place: dialog, left: 33_000 },
  expired: {
    model: { ...over, phase: 'expired', limit: 'idle', ending: { reason: 'expired', certain: true } },
    place: dialog,
  },
  ended: {
    model: {
      ...over,
      ending: { reason: 'revoked', certain: true, code: 'session_revoked', requestId: 'req-7f3a' },
    },
    place: dialog,
  },
  stranger: {
    model: { ...over, covered: true, ending: { reason: 'other-user', certain: true } },
    place: dialog,
  },
  banner: { model: alive, place: banner, left: 95_000 },
  draft: {
    model: { ...alive, phase: 'draft', draft: { state: 'found', count: 2, savedAt: at } },
    place: banner,
  },
  notice: { model: { ...alive, phase: 'notice' }, place: banner, left: 600_000 },
} as const satisfies Record<string, PhasePicture>;

export type PhaseName = keyof typeof phasePictures;

export const phaseNames = Object.keys(phasePictures) as PhaseName[];

export const phasePicture = (name: PhaseName): PhasePicture => phasePictures[name];

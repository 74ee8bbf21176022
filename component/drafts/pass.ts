import { pageTimer } from '../page-ports.ts';

export const pass = (ms: number): Promise<void> => new Promise((resolve) => void pageTimer.set(ms, resolve));

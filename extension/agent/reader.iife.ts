import { onceShown } from './once-shown.ts';
import { takeOver } from './parts.ts';
import { startReader } from './reader.ts';

if (window.top === window) {
  let stop = () => undefined as void;
  const forget = onceShown(() => (stop = startReader()));
  takeOver('reader', () => {
    forget();
    stop();
  });
}

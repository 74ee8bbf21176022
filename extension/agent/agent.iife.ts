import { startAgent } from './agent.ts';
import { onceShown } from './once-shown.ts';
import { takeOver } from './parts.ts';

if (window.top === window) {
  let stop = () => undefined as void;
  const forget = onceShown(() => (stop = startAgent()));
  takeOver('agent', () => {
    forget();
    stop();
  });
}

import { byId } from './dom.ts';
import { returnTo } from './return-to.ts';

const link = byId<HTMLAnchorElement>('go-on');
link.href = returnTo(location, link.pathname);

byId('close-tab').addEventListener('click', () => {
  close();
  // Still here: browsers let a page close only a tab that it opened, or one in which nothing else was ever shown.
  byId('not-closed').textContent =
    'This browser does not let a page close this tab. Please close it yourself.';
});

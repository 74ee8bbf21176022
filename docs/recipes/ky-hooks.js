import ky, { isHTTPError } from 'ky';

const yours = ky.create({/* your options; hooks and retries that refresh silently */});
export const api = guardKy(yours, document.querySelector('session-guard'));

/** Its hooks come after yours: the guard hears only what your silent refresh gave up on. */
export function guardKy(instance, guard) {
  const report = ({ request, options }, { url, status, headers }, body) =>
    guard?.observe?.(
      { url, status, headers, body },
      { requestedAt: options.context.requestedAt, credentials: request.credentials },
    );

  return instance.extend({
    hooks: {
      init: [
        (options) => {
          options.context = { ...options.context, requestedAt: Date.now() };
        },
      ],
      afterResponse: [
        (sent) => {
          if (sent.response.ok) report(sent, sent.response);
        },
      ],
      beforeError: [
        (sent) => {
          if (isHTTPError(sent.error)) report(sent, sent.error.response, sent.error.data);
        },
      ],
    },
  });
}
